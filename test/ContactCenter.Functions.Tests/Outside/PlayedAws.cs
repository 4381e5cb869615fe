using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Aws.Tests.Monitoring;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// AWS at one address: the emulator, and before it the services that it lacks or that a test listens to (SNS, Amazon Connect, AWS Support,
/// Lambda), told apart by the service that a request is signed for.
/// </summary>
internal sealed partial class PlayedAws : IAsyncDisposable
{
    private const string NoAnswer = "{}";

    private const string Published = """
        <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <PublishResult><MessageId>m</MessageId></PublishResult>
        </PublishResponse>
        """;

    /// <summary>Only so that a test whose function never does it ends.</summary>
    private static readonly TimeSpan MaximumWait = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<OutsideCall> _calls = new();
    private readonly ConcurrentBag<Awaited> _awaited = [];
    private readonly HttpClient _http = new();
    private readonly Uri _emulator;
    private readonly OwnNames _names;
    private LocalHttpServer _server = null!;

    private PlayedAws(Uri emulator, OwnNames names, ConnectService connect)
    {
        _emulator = emulator;
        _names = names;
        Connect = connect;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => _server.Address;

    /// <summary>The queues and figures of Amazon Connect.</summary>
    public ConnectService Connect { get; }

    /// <summary>What Lambda knows of functions and event sources.</summary>
    public PlayedLambda Lambda { get; } = new();

    /// <summary>Tables whose capacity nobody may change.</summary>
    public HashSet<string> LockedTables { get; } = [];

    /// <summary>What was asked of services that are played, in order.</summary>
    public IReadOnlyList<OutsideCall> Calls => [.. _calls];

    /// <summary>The messages that were published to a topic, in order.</summary>
    public IReadOnlyList<string> PublishedTo(string topicArn) =>
    [
        .. _calls.Where(call => call.Service == "sns").Select(call => OutsideCall.Form(call.Body))
            .Where(form => form.GetValueOrDefault("TopicArn") == topicArn).Select(form => form["Message"]),
    ];

    /// <summary>Ends when DynamoDB has done something that a function does beside its answer.</summary>
    /// <param name="operation">The operation, such as <c>UpdateItem</c>.</param>
    /// <param name="times">How often it is to be done.</param>
    public Task WhenDone(string operation, int times)
    {
        var awaited = new Awaited(operation, times);
        _awaited.Add(awaited);
        return awaited.Done.Task.WaitAsync(MaximumWait, TestContext.Current.CancellationToken);
    }

    public static async Task<PlayedAws> StartAsync(Uri emulator, OwnNames names)
    {
        var aws = new PlayedAws(emulator, names, await ConnectService.StartAsync());
        aws._server = await LocalHttpServer.StartAsync(aws.HandleAsync);
        return aws;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Connect.DisposeAsync();
        _http.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var service = Scope().Match(context.Request.Headers.Authorization.ToString()).Groups["service"].Value;
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy);
        var body = copy.ToArray();
        var (path, target) = ($"{context.Request.Path}", $"{context.Request.Headers["X-Amz-Target"]}");
        switch (service)
        {
            case "sns":
                Keep(service, context.Request, target, body);
                await context.Response.WriteAsync(Published);
                break;
            case "connect" when path == "/contact/task":
                Keep(service, context.Request, target, body);
                await context.Response.WriteAsync("""{"ContactId":"task-1"}""");
                break;
            case "connect":
                await PassAsync(context, Connect.Address, body);
                break;
            case "support":
                Keep(service, context.Request, target, body);
                var isSearch = target.EndsWith("DescribeCases", StringComparison.Ordinal);
                await context.Response.WriteAsync(isSearch ? """{"cases":[]}""" : """{"caseId":"case-1"}""");
                break;
            case "lambda":
                await context.Response.WriteAsync(Lambda.Answer(context.Request, body) ?? NoAnswer);
                break;
            case "dynamodb" when target.EndsWith("UpdateTable", StringComparison.Ordinal) && IsLocked(body):
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync("""{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"no"}""");
                break;
            case "dynamodb" when !target.EndsWith("Table", StringComparison.Ordinal):
            case "s3":
                await PassAsync(context, _emulator, body);
                Tell(target);
                break;
            default:
                await PassAsync(context, _emulator, _names.In(body), _names.Out);
                break;
        }
    }

    private bool IsLocked(byte[] update) => LockedTables.Contains((string)JsonNode.Parse(update)!["TableName"]!);

    private void Keep(string service, HttpRequest request, string target, byte[] body) => _calls.Enqueue(new OutsideCall(
        service,
        request.Method,
        $"{request.Path}{request.QueryString}",
        target.Length == 0 ? [] : [("x-amz-target", target)],
        Encoding.UTF8.GetString(body)));

    private async Task PassAsync(HttpContext context, Uri to, byte[] body, Func<byte[], byte[]>? change = null)
    {
        var address = new Uri(to, $"{context.Request.Path}{context.Request.QueryString}");
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        request.Content = new ByteArrayContent(body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()) && name != "Content-Length")
            {
                _ = request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        request.Headers.Host = null;
        using var response = await _http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            // the body may have become another, and comes in one piece
            if (name is "Transfer-Encoding" or "x-amz-crc32")
            {
                continue;
            }

            context.Response.Headers[name] = values.ToArray();
        }

        var answer = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (answer.Length > 0)
        {
            await context.Response.Body.WriteAsync(change?.Invoke(answer) ?? answer, context.RequestAborted);
        }
    }

    private void Tell(string target)
    {
        foreach (var awaited in _awaited.Where(one => target.EndsWith(one.Operation, StringComparison.Ordinal)))
        {
            awaited.Count();
        }
    }

    [GeneratedRegex("/(?<service>[a-z0-9-]+)/aws4_request")]
    private static partial Regex Scope();

    private sealed class Awaited(string operation, int times)
    {
        private int _left = times;

        public string Operation { get; } = operation;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Count()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                Done.SetResult();
            }
        }
    }
}
