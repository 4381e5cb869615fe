using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Functions.Contacts;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class FlowHookTests : IDisposable
{
    private static readonly HookAnswer Prepared = new()
    {
        Decision = "default",
        IsDefault = true,
        Values = new Dictionary<string, string?> { ["status"] = "default" },
    };

    private readonly StringWriter _metrics = new();
    private readonly LoggedCall _call = new(TimeSpan.FromSeconds(30));
    private readonly FlowHook _hook;
    private int _asked;

    public FlowHookTests() => _hook = new FlowHook(new MetricLine(_metrics), TestEnvironment.Create(), TimeProvider.System);

    [Fact]
    public async Task A_hook_that_does_not_come_back_gives_the_prepared_answer_and_is_told_to_stop()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var call = new LoggedCall(TimeSpan.FromMilliseconds(300));

        var status = await AskAsync(FlowEvents.Chat, call, async request =>
        {
            _ = request.Stop.Register(() => stopped.TrySetResult());
            await new TaskCompletionSource().Task;
            throw new InvalidOperationException();
        });

        Assert.Equal("default", status);
        await stopped.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_hook_that_throws_gives_the_prepared_answer_and_does_not_log_what_the_customer_said()
    {
        var status = await AskAsync(FlowEvents.Chat, _call, static _ => throw new InvalidOperationException("Ann Archer said so"));

        Assert.Equal("default", status);
        Assert.All(_call.Lines, static line => Assert.DoesNotContain("Archer", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_object_that_is_no_json_gives_the_prepared_answer()
    {
        var prepared = Prepared with { Objects = new Dictionary<string, string?> { ["criteria"] = "{}" } };
        using var input = Bytes(FlowEvents.Voice("""{"answer":"json"}"""));

        var answer = await _hook.AnswerAsync("Test", input, _call, prepared, static _ => Task.FromResult(new HookAnswer
        {
            Decision = "ok",
            Objects = new Dictionary<string, string?> { ["criteria"] = "{broken" },
        }));

        Assert.Equal("default", JsonNode.Parse(answer)!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_request_that_comes_again_is_answered_alike_and_counted_once()
    {
        Assert.Equal(["1", "1"], new[] { await CountAsync(FlowEvents.Chat), await CountAsync(FlowEvents.Chat) });
        Assert.Single(Metrics("HookDecisions"));
    }

    [Fact]
    public async Task Another_request_of_the_same_contact_is_answered_anew() =>
        Assert.Equal(["1", "2"], new[] { await CountAsync(FlowEvents.Chat), await CountAsync(FlowEvents.Task) });

    [Fact]
    public async Task A_prepared_answer_is_not_repeated_when_there_could_be_a_better_one()
    {
        Assert.Equal("default", await AskAsync(FlowEvents.Chat, _call, static _ => throw new IOException()));
        Assert.Equal("1", await CountAsync(FlowEvents.Chat));
    }

    [Fact]
    public async Task Latency_defaults_decisions_and_the_hooks_own_metrics_are_told()
    {
        _ = await CountAsync(FlowEvents.Chat);
        _ = await AskAsync(FlowEvents.Task, _call, static _ => throw new IOException());

        Assert.Equal([0, 1], Metrics("HookDefaults").Select(static line => (int)line["HookDefaults"]!));
        Assert.Equal([0, 1], Metrics("HookFailures").Select(static line => (int)line["HookFailures"]!));
        Assert.Equal(["counted", "default"], Metrics("HookDecisions").Select(static line => (string?)line["Decision"]));
        Assert.Equal("red", (string?)Assert.Single(Metrics("Colours"))["Colour"]);
        Assert.Contains(
            _call.Lines,
            static line =>
                line.Contains(FlowEvents.ContactId, StringComparison.Ordinal) && line.Contains("because", StringComparison.Ordinal));
    }

    public void Dispose() => _metrics.Dispose();

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private Task<string> CountAsync(string request) => AskAsync(request, _call, _ => Task.FromResult(new HookAnswer
    {
        Decision = "counted",
        Values = new Dictionary<string, string?> { ["status"] = (++_asked).ToString(System.Globalization.CultureInfo.InvariantCulture) },
        Reasons = ["because"],
        Metrics = [new HookMetric("Colours", "Count", 1, "Colour", "red")],
    }));

    private async Task<string> AskAsync(string request, LoggedCall call, Func<HookCall, Task<HookAnswer>> answer)
    {
        using var input = Bytes(request);
        var reply = await _hook.AnswerAsync("Test", input, call, Prepared, answer);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(reply)!["status"];
    }

    private JsonNode[] Metrics(string name) =>
        [
            .. _metrics.ToString()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => JsonNode.Parse(line)!)
                .Where(line => line[name] is not null)
        ];
}
