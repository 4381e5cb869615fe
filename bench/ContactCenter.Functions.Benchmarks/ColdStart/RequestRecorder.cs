using System.Collections.Concurrent;
using System.Diagnostics;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>
/// Stands before the services of a function, passes on what it asks, and keeps it: the count is what the function really sent.
/// </summary>
internal sealed class RequestRecorder : IAsyncDisposable
{
    private static readonly HashSet<string> PerConnection =
        new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Content-Length", "Transfer-Encoding", "Expect" };

    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly Func<HttpRequest, Uri> _target;
    private LocalHttpServer _server = null!;

    private RequestRecorder(Func<HttpRequest, Uri> target) => _target = target;

    public Uri Address => _server.Address;

    /// <param name="target">Says which server a request is for.</param>
    public static async Task<RequestRecorder> StartAsync(Func<HttpRequest, Uri> target)
    {
        var recorder = new RequestRecorder(target);
        recorder._server = await LocalHttpServer.StartAsync(recorder.PassAsync);
        return recorder;
    }

    /// <summary>What was answered by now, in the order in which it was asked, and nothing of it when this is asked again.</summary>
    public IReadOnlyList<RecordedRequest> TakeAnswered()
    {
        var answered = _requests.Where(static request => request.Answered is not null).OrderBy(static request => request.Asked).ToArray();
        _requests.Clear();
        return answered;
    }

    /// <summary>Keeps a request that did not come this way.</summary>
    public void Add(RecordedRequest request) => _requests.Enqueue(request);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy);
        var request = new RecordedRequest(
            context.Request.Method,
            new Uri(_target(context.Request), $"{context.Request.Path}{context.Request.QueryString}"),
            [
                .. context.Request.Headers.Where(static header => !PerConnection.Contains(header.Key))
                    .Select(static header => (header.Key, header.Value.ToString())),
            ],
            copy.ToArray(),
            Stopwatch.GetTimestamp());
        _requests.Enqueue(request);
        using var passed = request.ToMessage();
        using var response = await _http.SendAsync(passed, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            if (!PerConnection.Contains(name))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        var answer = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        request.Answered = Stopwatch.GetTimestamp();
        if (answer.Length > 0)
        {
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
        }
    }
}
