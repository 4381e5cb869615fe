using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Logging;
using Amazon.Lambda.Serialization.SystemTextJson;
using ContactCenter.Testing;

namespace ContactCenter.StandIns.Tests.Runtime;

public sealed class RuntimeLoopTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DefaultLambdaJsonSerializer Json = new();

    private readonly ManualClock _clock = new(Noon);
    private readonly StringWriter _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task The_response_of_a_handler_is_posted_for_its_request()
    {
        var api = await RunAsync(
            HandlerWrapper.GetHandlerWrapper<string, int>(text => text.Length, Json),
            new LambdaInvocation("\"four\"") { RequestId = "a" });

        Assert.Equal([new LambdaOutcome("a", true, "4", "application/json", null)], api.Outcomes);
    }

    [Fact]
    public async Task Invocations_are_handled_in_order()
    {
        var invocations = Enumerable.Range(0, 20).Select(i => new LambdaInvocation($"{i}") { RequestId = $"r{i}" }).ToArray();

        var api = await RunAsync(HandlerWrapper.GetHandlerWrapper<int, int>(n => Task.FromResult(n * n), Json), invocations);

        Assert.Equal(invocations.Select(i => i.RequestId), api.Outcomes.Select(o => o.RequestId));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i * i}"), api.Outcomes.Select(o => o.Body));
    }

    [Fact]
    public async Task An_exception_is_reported_and_the_loop_goes_on()
    {
        var api = await RunAsync(
            HandlerWrapper.GetHandlerWrapper<int, int>(n => n == 1 ? throw Nested() : n, Json),
            new LambdaInvocation("1"),
            new LambdaInvocation("2"));

        Assert.Equal([false, true], api.Outcomes.Select(o => o.Succeeded));
        LambdaOutcome error = api.Outcomes[0];
        Assert.Equal("application/vnd.aws.lambda.error+json", error.ContentType);
        Assert.Equal("InvalidOperationException", error.ErrorType);
        using var report = JsonDocument.Parse(error.Body);
        Assert.Equal("InvalidOperationException", report.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("outer", report.RootElement.GetProperty("errorMessage").GetString());
        Assert.Contains(
            nameof(An_exception_is_reported_and_the_loop_goes_on),
            report.RootElement.GetProperty("stackTrace")[0].GetString(),
            StringComparison.Ordinal);
        Assert.Equal("inner", report.RootElement.GetProperty("cause").GetProperty("errorMessage").GetString());

        static InvalidOperationException Nested() => new("outer", new ArgumentException("inner"));
    }

    [Fact]
    public async Task An_event_that_is_not_JSON_is_an_error_that_names_the_type_and_the_event()
    {
        var api = await RunAsync(HandlerWrapper.GetHandlerWrapper<int, int>(n => n, Json), new LambdaInvocation("not json"));

        LambdaOutcome error = Assert.Single(api.Outcomes);
        Assert.Equal("JsonSerializerException", error.ErrorType);
        Assert.Contains("System.Int32", error.Body, StringComparison.Ordinal);
        Assert.Contains("not json", error.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_event_is_an_error_that_says_so()
    {
        var api = await RunAsync(HandlerWrapper.GetHandlerWrapper<int, int>(n => n, Json), new LambdaInvocation(""));

        Assert.Contains("the event is empty", Assert.Single(api.Outcomes).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_remaining_time_runs_to_the_deadline_and_below_zero()
    {
        var seen = new List<TimeSpan>();
        Func<ILambdaContext, Task> handler = context =>
        {
            seen.Add(context.RemainingTime);
            _clock.Now = Noon.AddSeconds(7);
            seen.Add(context.RemainingTime);
            return Task.CompletedTask;
        };

        _ = await RunAsync(HandlerWrapper.GetHandlerWrapper(handler), new LambdaInvocation("{}") { Deadline = Noon.AddSeconds(5) });

        Assert.Equal([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(-2)], seen);
    }

    [Fact]
    public async Task The_context_tells_what_the_headers_tell()
    {
        ILambdaContext? seen = null;
        string? trace = null;
        Action<ILambdaContext> handler = context =>
        {
            seen = context;
            trace = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
        };

        _ = await RunAsync(HandlerWrapper.GetHandlerWrapper(handler), new LambdaInvocation("{}")
        {
            RequestId = "request",
            FunctionArn = "arn:aws:lambda:eu-west-1:1:function:f",
            TraceId = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1",
            TenantId = "tenant",
            ClientContext = """{"client":{"app_title":"App","installation_id":"7"},"custom":{"a":"b"},"env":{"locale":"de"}}""",
            CognitoIdentity = """{"cognitoIdentityId":"id","cognitoIdentityPoolId":"pool"}""",
        });

        Assert.NotNull(seen);
        Assert.Equal("request", seen.AwsRequestId);
        Assert.Equal("arn:aws:lambda:eu-west-1:1:function:f", seen.InvokedFunctionArn);
        Assert.Equal("Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1", trace);
        Assert.Equal(trace, seen.TraceId);
        Assert.Equal("tenant", seen.TenantId);
        Assert.Equal(("App", "7"), (seen.ClientContext.Client.AppTitle, seen.ClientContext.Client.InstallationId));
        Assert.Equal(("b", "de"), (seen.ClientContext.Custom["a"], seen.ClientContext.Environment["locale"]));
        Assert.Equal(("id", "pool"), (seen.Identity.IdentityId, seen.Identity.IdentityPoolId));
    }

    [Fact]
    public async Task Without_the_optional_headers_the_context_has_null_there()
    {
        ILambdaContext? seen = null;
        Action<ILambdaContext> handler = context => seen = context;

        _ = await RunAsync(HandlerWrapper.GetHandlerWrapper(handler), new LambdaInvocation("{}"));

        Assert.NotNull(seen);
        Assert.Null(seen.ClientContext);
        Assert.Null(seen.Identity);
        Assert.Null(seen.TraceId);
        Assert.Null(seen.TenantId);
    }

    [Fact]
    public async Task An_exception_in_initialisation_is_posted_and_ends_the_loop()
    {
        await using LambdaRuntimeApi api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation("1")]);
        using var bootstrap = Bootstrap(
            api,
            HandlerWrapper.GetHandlerWrapper<int, int>(n => n, Json),
            () => throw new FormatException("no configuration"));

        await Assert.ThrowsAsync<FormatException>(() => bootstrap.RunAsync(TestContext.Current.CancellationToken));

        Assert.Empty(api.Outcomes);
        Assert.NotNull(api.InitializationError);
        Assert.Equal("FormatException", api.InitializationError.ErrorType);
        Assert.Contains("no configuration", api.InitializationError.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initialiser_that_says_no_ends_the_loop_without_an_error()
    {
        await using LambdaRuntimeApi api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation("1")]);
        using var bootstrap = Bootstrap(api, HandlerWrapper.GetHandlerWrapper<int, int>(n => n, Json), () => Task.FromResult(false));

        await bootstrap.RunAsync(TestContext.Current.CancellationToken);

        Assert.Empty(api.Outcomes);
        Assert.Null(api.InitializationError);
    }

    [Fact]
    public async Task Any_letters_survive_both_ways()
    {
        const string Text = "Grüße, 世界 🎧 \u2028 \"quoted\"";

        var api = await RunAsync(
            HandlerWrapper.GetHandlerWrapper<string, string>(t => t + t, Json),
            new LambdaInvocation(JsonSerializer.Serialize(Text)));

        Assert.Equal(Text + Text, JsonSerializer.Deserialize<string>(Assert.Single(api.Outcomes).Body));
    }

    [Fact]
    public async Task Five_megabytes_survive_both_ways()
    {
        string text = new('x', 5 * 1024 * 1024);

        var api = await RunAsync(
            HandlerWrapper.GetHandlerWrapper<string, string>(t => t, Json),
            new LambdaInvocation(JsonSerializer.Serialize(text)));

        Assert.Equal(text.Length + 2, Assert.Single(api.Outcomes).Body.Length);
    }

    [Fact]
    public async Task A_response_over_the_limit_is_an_error_of_this_invocation_only()
    {
        var api = await RunAsync(
            HandlerWrapper.GetHandlerWrapper<int, string>(size => new string('x', size), Json),
            new LambdaInvocation($"{7 * 1024 * 1024}"),
            new LambdaInvocation("3"));

        Assert.Equal([false, true], api.Outcomes.Select(o => o.Succeeded));
        Assert.Equal("RuntimeApiClientException", api.Outcomes[0].ErrorType);
        Assert.Equal("\"xxx\"", api.Outcomes[1].Body);
    }

    [Fact]
    public async Task Bytes_pass_without_a_serializer()
    {
        Func<Stream, Task<Stream>> handler = async input =>
        {
            using var reader = new StreamReader(input);
            return new MemoryStream(Encoding.UTF8.GetBytes((await reader.ReadToEndAsync()).ToUpperInvariant()));
        };

        var api = await RunAsync(HandlerWrapper.GetHandlerWrapper(handler), new LambdaInvocation("not json"));

        Assert.Equal("NOT JSON", Assert.Single(api.Outcomes).Body);
    }

    [Fact]
    public async Task A_handler_that_returns_nothing_answers_nothing()
    {
        var api = await RunAsync(HandlerWrapper.GetHandlerWrapper(() => Task.CompletedTask), new LambdaInvocation("{}"));

        Assert.Equal((true, ""), (api.Outcomes[0].Succeeded, api.Outcomes[0].Body));
    }

    [Fact]
    public async Task The_builder_takes_the_endpoint_from_its_options()
    {
        await using LambdaRuntimeApi api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation("20")]);
        Func<int, ILambdaContext, int> handler = (n, _) => n + 1;
        using LambdaBootstrap bootstrap = LambdaBootstrapBuilder.Create(handler, Json)
            .ConfigureOptions(o => o.RuntimeApiEndpoint = api.Endpoint)
            .Build();

        var end = await Assert.ThrowsAsync<RuntimeApiClientException>(() => bootstrap.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(410, end.StatusCode);
        Assert.Equal("21", Assert.Single(api.Outcomes).Body);
    }

    [Fact]
    public async Task A_cancelled_loop_ends_quietly()
    {
        using var cancellation = new CancellationTokenSource();
        Action handler = cancellation.Cancel;
        await using LambdaRuntimeApi api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation("{}"), new LambdaInvocation("{}")]);
        using LambdaBootstrap bootstrap = Bootstrap(api, HandlerWrapper.GetHandlerWrapper(handler), null);

        await bootstrap.RunAsync(cancellation.Token);

        Assert.Single(api.Outcomes);
    }

    [Fact]
    public void Without_an_endpoint_the_message_names_the_variable()
    {
        using var http = new HttpClient();

        var e = Assert.Throws<InvalidOperationException>(() =>
            new RuntimeApiClient(http, "", new LambdaConsoleLogger(_log, false, default, _clock), _clock));

        Assert.Contains("AWS_LAMBDA_RUNTIME_API", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_logged_with_its_request()
    {
        Action handler = () => throw new FormatException("bad");
        _ = await RunAsync(HandlerWrapper.GetHandlerWrapper(handler), new LambdaInvocation("{}") { RequestId = "r" });

        Assert.StartsWith("2026-03-02T12:00:00.000Z\tr\tfail\tThe invocation failed.\n", _log.ToString(), StringComparison.Ordinal);
        Assert.Contains("FormatException: bad", _log.ToString(), StringComparison.Ordinal);
    }

    private async Task<LambdaRuntimeApi> RunAsync(HandlerWrapper handler, params LambdaInvocation[] invocations)
    {
        await using LambdaRuntimeApi api = await LambdaRuntimeApi.StartAsync(invocations, _clock);
        using LambdaBootstrap bootstrap = Bootstrap(api, handler, null);
        var end = await Assert.ThrowsAsync<RuntimeApiClientException>(() => bootstrap.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(410, end.StatusCode);
        handler.Dispose();
        return api;
    }

    private LambdaBootstrap Bootstrap(LambdaRuntimeApi api, HandlerWrapper handler, LambdaBootstrapInitializer? initializer) => new(
        null,
        handler.Handler,
        new LambdaBootstrapOptions { RuntimeApiEndpoint = api.Endpoint },
        initializer,
        new LambdaConsoleLogger(_log, json: false, LogLevel.Trace, _clock),
        _clock);
}
