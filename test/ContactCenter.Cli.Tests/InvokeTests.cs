using System.Text.Json;

namespace ContactCenter.Cli.Tests;

public sealed class InvokeTests : IDisposable
{
    private const string Monday = "2026-03-02T09:00:00Z";

    private const string ApiAlarm = """
        {"version":"0","id":"1","detail-type":"CloudWatch Alarm State Change","source":"aws.cloudwatch","account":"123456789012","time":"2026-03-02T08:58:00Z",
         "region":"eu-central-1","resources":["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc-prod/api-failures/crm"],
         "detail":{"alarmName":"cc-prod/api-failures/crm","state":{"value":"ALARM","reason":"Threshold Crossed","timestamp":"2026-03-02T08:58:00.000+0000"},
          "previousState":{"value":"OK","timestamp":"2026-03-02T08:00:00.000+0000"},
          "configuration":{"metrics":[{"id":"failures","metricStat":{"metric":{"namespace":"ContactCenter","name":"ApiFailures","dimensions":{"InstanceId":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","Api":"crm"}},"period":60,"stat":"Sum"},"returnData":true}]}}}
        """;

    private readonly CommandLine _cli = new();

    public static TheoryData<string> Hooks => ["ClassifyContact", "RouteContact", "CheckService", "LookUpCustomer", "AnswerQuestion", "Recommend", "RecordSurvey", "RecordCorrection"];

    public void Dispose() => _cli.Dispose();

    [Theory]
    [MemberData(nameof(Hooks))]
    public async Task A_hook_prints_one_object_of_strings_and_nothing_else(string hook)
    {
        var (code, output, errors) = await CommandLine.Run("""{"Details":{"Parameters":{"text":"I lost my card"}}}""", ["invoke", hook, "-"]);

        Assert.Equal((0, ""), (code, errors));
        Assert.All(Assert.Single(CommandLine.Lines(output)).EnumerateObject(), static member => Assert.Equal(JsonValueKind.String, member.Value.ValueKind));
    }

    [Fact]
    public async Task A_caller_is_led_around_what_an_alarm_says_is_broken()
    {
        var (code, output, _) = await CommandLine.Run("invoke", "CheckService", "--alarm", _cli.File("alarm.json", ApiAlarm), "--at", Monday);

        Assert.Equal(0, code);
        Assert.Equal(",crm,", Assert.Single(CommandLine.Lines(output)).GetProperty("skip").GetString());
    }

    [Fact]
    public async Task A_customer_is_what_the_reply_says()
    {
        var reply = _cli.File("reply.json", """{"customer":{"name":"Ann","segment":"gold","iban":"DE1"},"cases":{"open":2}}""");
        var call = _cli.File("call.json", """{"Details":{"ContactData":{"CustomerEndpoint":{"Address":"+49151"}}}}""");

        var (_, output, _) = await CommandLine.Run("invoke", "LookUpCustomer", call, "--customer", reply);

        Assert.Equal(("ok", "Ann", "2", "none"), (Text(output, "status"), Text(output, "customerName"), Text(output, "openCases"), Text(output, "customerSince")));
        Assert.DoesNotContain("DE1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_of_the_queues_decides()
    {
        var queues = _cli.File("queues.json", """{"at":"2026-03-02T08:59:30Z","queues":[{"name":"Cards","agentsStaffed":0},{"name":"General","agentsStaffed":3}]}""");
        var call = _cli.File("call.json", """{"Details":{"Parameters":{"topic":"card_lost"}}}""");

        var (_, output, _) = await CommandLine.Run("invoke", "route-contact", call, "--queues", queues, "--at", Monday);

        Assert.Equal(("General", "overflow"), (Text(output, "queue"), Text(output, "decision")));
    }

    [Fact]
    public async Task The_log_and_the_metrics_are_shown_when_they_are_asked_for()
    {
        var (_, _, errors) = await CommandLine.Run("invoke", "RouteContact", "--log");

        Assert.Contains("RouteContact decided", errors, StringComparison.Ordinal);
        Assert.Contains("HookLatency", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_function_is_a_usage_error_with_the_one_that_was_meant()
    {
        var (code, output, errors) = await CommandLine.Run("invoke", "RouteContct");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("did you mean RouteContact?", errors, StringComparison.Ordinal);
        Assert.Contains("CheckService", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invoke", "RouteContact", "nowhere.json")]
    [InlineData("invoke", "RouteContact", "--queues", "nowhere.json")]
    public async Task A_file_that_is_not_there_is_a_problem(params string[] arguments)
    {
        var (code, output, errors) = await CommandLine.Run(arguments);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("nowhere.json", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_and_states_that_are_not_what_they_should_be_are_problems()
    {
        Assert.Equal(1, (await CommandLine.Run("{broken", ["invoke", "RouteContact", "-"])).Code);
        Assert.Equal(1, (await CommandLine.Run("[]", ["invoke", "RouteContact", "--queues", "-"])).Code);
    }

    [Fact]
    public async Task A_time_that_is_none_is_a_usage_error() => Assert.Equal(2, (await CommandLine.Run("invoke", "RouteContact", "--at", "monday")).Code);

    private static string? Text(string output, string name) => Assert.Single(CommandLine.Lines(output)).GetProperty(name).GetString();
}
