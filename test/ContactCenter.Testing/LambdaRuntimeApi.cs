using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Testing;

/// <summary>
/// Plays the Lambda Runtime API over HTTP: hands out invocations in order, collects what the function posts, and ends the function's
/// loop with status 410 when nothing is left.
/// </summary>
public sealed class LambdaRuntimeApi : IAsyncDisposable
{
    /// <summary>Lambda's limit for a synchronous response, in bytes.</summary>
    private const int MaximumResponse = 6 * 1024 * 1024;

    /// <summary>Lambda's limit for an invocation.</summary>
    private static readonly TimeSpan MaximumTime = TimeSpan.FromMinutes(15);

    private const string Root = "/2018-06-01/runtime/";

    /// <summary>The environment belongs to the process: one function at a time.</summary>
    private static readonly SemaphoreSlim Environments = new(1, 1);

    private readonly ConcurrentQueue<LambdaInvocation> _invocations;
    private readonly ConcurrentQueue<LambdaOutcome> _outcomes = new();
    private readonly TimeProvider _clock;
    private LocalHttpServer _server = null!;

    private LambdaRuntimeApi(IEnumerable<LambdaInvocation> invocations, TimeProvider clock)
    {
        _invocations = new(invocations);
        _clock = clock;
    }

    /// <summary>Host and port, as in the environment variable AWS_LAMBDA_RUNTIME_API.</summary>
    public string Endpoint => _server.Address.Authority;

    /// <summary>Responses and errors in the order in which they came.</summary>
    public IReadOnlyList<LambdaOutcome> Outcomes => [.. _outcomes];

    public LambdaOutcome? InitializationError { get; private set; }

    /// <summary>Called when an answer or an error has arrived, before the function is told so.</summary>
    public Action? Answered { get; set; }

    /// <summary>Called when the function asks for another invocation after one, before that is handed out.</summary>
    public Func<Task>? AskedAgain { get; set; }

    public static async Task<LambdaRuntimeApi> StartAsync(IEnumerable<LambdaInvocation> invocations, TimeProvider? clock = null)
    {
        var api = new LambdaRuntimeApi(invocations, clock ?? TimeProvider.System);
        api._server = await LocalHttpServer.StartAsync(api.HandleAsync);
        return api;
    }

    /// <summary>Runs a function assembly's Main on events, as Lambda does, and returns what it answered.</summary>
    /// <param name="main">The generated Main.</param>
    /// <param name="handler">The method with [LambdaFunction], as ANNOTATIONS_HANDLER names it.</param>
    /// <param name="events">In order.</param>
    public static async Task<IReadOnlyList<LambdaOutcome>> InvokeAsync(Func<Task> main, string handler, params string[] events)
    {
        await using LambdaRuntimeApi api = await StartAsync(events.Select((e, i) =>
            new LambdaInvocation(e) { RequestId = $"request-{i + 1}" }));
        await api.RunAsync(main, new Dictionary<string, string?> { ["ANNOTATIONS_HANDLER"] = handler });
        return api.Outcomes;
    }

    /// <summary>Runs a program that serves this API until no invocation is left or it fails.</summary>
    /// <param name="main">Reads the environment when it is called.</param>
    /// <param name="environment">Variables for the time of the run, beside AWS_LAMBDA_RUNTIME_API.</param>
    public async Task RunAsync(Func<Task> main, IReadOnlyDictionary<string, string?>? environment = null)
    {
        await Environments.WaitAsync();
        var before = new Dictionary<string, string?>();
        try
        {
            foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
            {
                Set(name, value);
            }

            Set("AWS_LAMBDA_RUNTIME_API", Endpoint);
            await main();
        }
        catch (RuntimeApiClientException e) when (e.StatusCode == (int)HttpStatusCode.Gone)
        {
            // All invocations are handled.
        }
        finally
        {
            foreach ((string name, string? value) in before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            _ = Environments.Release();
        }

        void Set(string name, string? value)
        {
            before[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "";
        string[] parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        return (context.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(context.Response),
            ("POST", ["init", "error"]) => AcceptAsync(context, "", succeeded: false, outcome => InitializationError = outcome),
            ("POST", ["invocation", var id, "response"]) => AcceptAsync(context, id, succeeded: true, _outcomes.Enqueue),
            ("POST", ["invocation", var id, "error"]) => AcceptAsync(context, id, succeeded: false, _outcomes.Enqueue),
            _ => AnswerAsync(context.Response, HttpStatusCode.NotFound),
        };
    }

    private async Task NextAsync(HttpResponse response)
    {
        if (!_invocations.TryDequeue(out LambdaInvocation? invocation))
        {
            await AnswerAsync(response, HttpStatusCode.Gone);
            return;
        }

        if (AskedAgain is { } asked && !_outcomes.IsEmpty)
        {
            await asked();
        }

        DateTimeOffset deadline = invocation.Deadline ?? _clock.GetUtcNow() + MaximumTime;
        response.ContentType = "application/json";
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        response.Headers["Lambda-Runtime-Deadline-Ms"] = deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.FunctionArn;
        response.Headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        response.Headers["Lambda-Runtime-Aws-Tenant-Id"] = invocation.TenantId;
        response.Headers["Lambda-Runtime-Client-Context"] = invocation.ClientContext;
        response.Headers["Lambda-Runtime-Cognito-Identity"] = invocation.CognitoIdentity;
        await response.WriteAsync(invocation.Event);
    }

    private async Task AcceptAsync(HttpContext context, string requestId, bool succeeded, Action<LambdaOutcome> keep)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (succeeded && body.Length > MaximumResponse)
        {
            await AnswerAsync(context.Response, HttpStatusCode.RequestEntityTooLarge);
            return;
        }

        keep(new LambdaOutcome(
            requestId,
            succeeded,
            Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length),
            context.Request.ContentType,
            context.Request.Headers["Lambda-Runtime-Function-Error-Type"].FirstOrDefault()));
        Answered?.Invoke();
        await AnswerAsync(context.Response, HttpStatusCode.Accepted);
    }

    private static Task AnswerAsync(HttpResponse response, HttpStatusCode status)
    {
        response.StatusCode = (int)status;
        return response.WriteAsync("{\"status\":\"" + status + "\"}");
    }
}
