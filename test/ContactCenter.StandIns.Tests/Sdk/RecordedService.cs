using System.Collections.Concurrent;
using System.Net;
using Amazon.Runtime;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ContactCenter.StandIns.Tests.Sdk;

/// <summary>Plays an AWS service over HTTP: gives the answers it was given, in order, and keeps the requests.</summary>
internal sealed class RecordedService : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentQueue<Answer> _answers = new();
    private LocalHttpServer _server = null!;

    public static BasicAWSCredentials Credentials { get; } = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    public Uri Address => _server.Address;

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public static async Task<RecordedService> StartAsync()
    {
        var service = new RecordedService();
        service._server = await LocalHttpServer.StartAsync(service.HandleAsync);
        return service;
    }

    public RecordedService Answers(
        string body,
        HttpStatusCode status = HttpStatusCode.OK,
        params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(new Answer(body, status, headers));
        return this;
    }

    /// <summary>Points a client's configuration at this service; one attempt, so that an error is an error.</summary>
    public T Configure<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = Address.ToString();
        config.AuthenticationRegion = "eu-central-1";
        config.MaxErrorRetry = 0;
        return config;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _requests.Enqueue(new RecordedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));
        Answer answer = _answers.TryDequeue(out Answer? next) ? next : new Answer("{}", HttpStatusCode.OK, []);
        context.Response.StatusCode = (int)answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(answer.Body);
    }

    private sealed record Answer(string Body, HttpStatusCode Status, (string Name, string Value)[] Headers);
}
