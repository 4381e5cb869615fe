using System.Text.Json;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests;

public sealed class InvokeTests : IDisposable
{
    private const string Monday = "2026-03-02T09:00:00Z";

    /// <summary>Calls to the customer system fail, as EventBridge tells it.</summary>
    internal const string ApiAlarm = """
        {"version":"0","id":"1","detail-type":"CloudWatch Alarm State Change","source":"aws.cloudwatch","account":"123456789012","time":"2026-03-02T08:58:00Z",
         "region":"eu-central-1","resources":["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc-prod/api-failures/crm"],
         "detail":{"alarmName":"cc-prod/api-failures/crm","state":{"value":"ALARM","reason":"Threshold Crossed","timestamp":"2026-03-02T08:58:00.000+0000"},
          "previousState":{"value":"OK","timestamp":"2026-03-02T08:00:00.000+0000"},
          "configuration":{"metrics":[{"id":"failures","metricStat":{"metric":{"namespace":"ContactCenter","name":"ApiFailures","dimensions":{"InstanceId":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","Api":"crm"}},"period":60,"stat":"Sum"},"returnData":true}]}}}
        """;

    private readonly CommandLine _cli = new();

    public static TheoryData<string> Hooks =>
        [
            "ClassifyContact", "RouteContact", "CheckService", "LookUpCustomer", "AnswerQuestion", "Recommend", "RecordSurvey",
            "RecordCorrection", "RecordCallback", "ReportFault", "ContinueDialogue"
        ];

    public void Dispose() => _cli.Dispose();

    [Theory]
    [MemberData(nameof(Hooks))]
    public async Task A_hook_prints_one_object_of_strings_and_nothing_else(string hook)
    {
        var (code, output, errors) = await CommandLine.Run(
            """{"Details":{"Parameters":{"text":"I lost my card"}}}""", ["invoke", hook, "-"]);

        Assert.Equal((0, ""), (code, errors));
        Assert.All(
            Assert.Single(CommandLine.Lines(output)).EnumerateObject(),
            static member => Assert.Equal(JsonValueKind.String, member.Value.ValueKind));
    }

    [Theory]
    [InlineData("contactcenter.json", "ok", "card-lost")]
    [InlineData("samples/energy.json", "not_configured", "none")]
    public async Task The_question_among_the_samples_is_answered_from_the_articles_that_a_configuration_names(
        string config, string status, string article)
    {
        var (code, output, _) = await CommandLine.Run(
            "invoke", "AnswerQuestion", Repository.File("samples", "question.json"), "--config", Repository.File(config));

        var answer = Assert.Single(CommandLine.Lines(output));
        Assert.Equal((0, status, article), (code, answer.GetProperty("status").GetString(), answer.GetProperty("article1").GetString()));
    }

    [Fact]
    public async Task The_step_among_the_samples_is_understood_and_asks_whether_it_is_right()
    {
        var (code, output, _) = await CommandLine.Run(
            "invoke", "ContinueDialogue", Repository.File("samples", "dialogue.json"),
            "--config", Repository.File("samples", "dialogues.json"));

        var answer = Assert.Single(CommandLine.Lines(output));
        Assert.Equal((0, "ask", "card: 4821"), (code, answer.GetProperty("status").GetString(), answer.GetProperty("said").GetString()));
    }

    [Fact]
    public async Task A_step_of_a_dialogue_says_what_the_function_would_be_told_and_goes_on_with_its_answer()
    {
        var request = """
            {"Details":{"Parameters":{"text":"yes"},"ContactData":{"ContactId":"4a573372-1f28-4e26-b97b-000000000002","Channel":"CHAT",
            "LanguageCode":"en-US","Attributes":{"topic":"card_lost","dialogueState":"1;block-card;confirm;0;0;0;0;0;1;4821"}}}}
            """;
        var (code, output, errors) = await CommandLine.Run(
            "invoke", "ContinueDialogue", _cli.File("step.json", request), "--config", Repository.File("samples/dialogues.json"),
            "--function-answer", _cli.File("answer.json", """{"status":"done","values":{"reference":"BC-77"}}"""));

        var answer = Assert.Single(CommandLine.Lines(output));
        Assert.Equal((0, "ask"), (code, answer.GetProperty("status").GetString()));
        Assert.Contains("BC-77", answer.GetProperty("say").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"card\":\"4821\"", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_is_led_around_what_an_alarm_says_is_broken()
    {
        var (code, output, _) = await CommandLine.Run(
            "invoke", "CheckService", "--alarm", _cli.File("alarm.json", ApiAlarm), "--at", Monday);

        Assert.Equal(0, code);
        Assert.Equal(",crm,", Assert.Single(CommandLine.Lines(output)).GetProperty("skip").GetString());
    }

    [Fact]
    public async Task A_customer_is_what_the_reply_says()
    {
        var reply = _cli.File("reply.json", """{"customer":{"name":"Ann","segment":"gold","iban":"DE1"},"cases":{"open":2}}""");
        var call = _cli.File("call.json", """{"Details":{"ContactData":{"CustomerEndpoint":{"Address":"+49151"}}}}""");

        var (_, output, _) = await CommandLine.Run("invoke", "LookUpCustomer", call, "--customer", reply);

        Assert.Equal(
            ("ok", "Ann", "2", "none"),
            (Text(output, "status"), Text(output, "customerName"), Text(output, "openCases"), Text(output, "customerSince")));
        Assert.DoesNotContain("DE1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_of_the_queues_decides()
    {
        var queues = _cli.File(
            "queues.json",
            """{"at":"2026-03-02T08:59:30Z","queues":[{"name":"Cards","agentsStaffed":0},{"name":"General","agentsStaffed":3}]}""");
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
    public async Task A_time_that_is_none_is_a_usage_error() =>
        Assert.Equal(2, (await CommandLine.Run("invoke", "RouteContact", "--at", "monday")).Code);

    [Fact]
    public async Task Effects_of_an_alarm_are_printed_instead_of_sent()
    {
        var (code, output, errors) = await CommandLine.Run(
            "invoke", "DeliverEffects", "--alarm", _cli.File("alarm.json", ApiAlarm), "--at", Monday);

        Assert.Equal((0, """{"batchItemFailures":[]}"""), (code, output.Trim()));
        Assert.Contains("would tell ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivering_nothing_is_said()
    {
        var (_, _, errors) = await CommandLine.Run("invoke", "DeliverEffects");

        Assert.Contains("no effect was carried out", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_collection_says_that_there_is_no_contact_center()
    {
        var (code, output, errors) = await CommandLine.Run("invoke", "CollectConnectMetrics");

        Assert.Equal((0, 0), (code, Assert.Single(CommandLine.Lines(output)).GetProperty("Metrics").GetInt32()));
        Assert.Contains("there is no contact center on this machine", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_looks_at_the_incident_of_an_alarm()
    {
        var (_, output, _) = await CommandLine.Run(
            "invoke", "AdvanceEscalations", "--alarm", _cli.File("alarm.json", ApiAlarm), "--at", Monday);

        Assert.Equal(1, Assert.Single(CommandLine.Lines(output)).GetProperty("active").GetInt32());
    }

    [Fact]
    public async Task Sentiment_of_a_text_is_scored()
    {
        var call = _cli.File(
            "call.json", """{"Details":{"Parameters":{"text":"this is terrible, I am angry"},"ContactData":{"ContactId":"c1"}}}""");

        var (_, output, _) = await CommandLine.Run("invoke", "TrackSentiment", call);

        Assert.Equal("ok", Text(output, "status"));
    }

    [Theory]
    [InlineData("AnswerSlack")]
    [InlineData("AnswerLink")]
    [InlineData("AnswerServiceNow")]
    public async Task A_person_who_did_not_sign_is_refused(string function)
    {
        var (code, output, _) = await CommandLine.Run("invoke", function);

        Assert.Equal(0, code);
        Assert.InRange(Assert.Single(CommandLine.Lines(output)).GetProperty("statusCode").GetInt32(), 400, 499);
    }

    [Theory]
    [InlineData(Monday, 200)]
    [InlineData("2026-03-02T09:06:00Z", 401)]
    public async Task The_command_among_the_samples_is_answered_in_words_while_its_signature_counts(string at, int status)
    {
        var (code, output, _) = await CommandLine.Run(
            "invoke", "AnswerSlack", Repository.File("samples", "slack-command.json"), "--at", at);

        Assert.Equal((0, status), (code, Status(output)));
        Assert.Equal(
            status == 200, Text(output, "body")!.Contains("It is recorded: incident ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_click_that_was_signed_with_the_secret_of_the_file_is_read()
    {
        const string Body = "payload=%7B%7D";
        var seconds = DateTimeOffset.Parse(Monday, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            "mine"u8, System.Text.Encoding.UTF8.GetBytes($"v0:{seconds}:{Body}")));
        var click = _cli.File("click.json", $$$"""
            {"rawPath":"/slack","requestContext":{"http":{"method":"POST","path":"/slack"}},"body":"{{{Body}}}",
             "headers":{"x-slack-request-timestamp":"{{{seconds}}}","x-slack-signature":"v0={{{signature}}}","content-type":"application/x-www-form-urlencoded"}}
            """);

        var signed = await CommandLine.Run(
            "invoke", "AnswerSlack", click, "--at", Monday, "--secret", _cli.File("secret.json", """{"signingSecret":"mine"}"""));
        var other = await CommandLine.Run("invoke", "AnswerSlack", click, "--at", Monday);

        Assert.Equal(401, Status(other.Output));
        Assert.NotEqual(401, Status(signed.Output));
    }

    [Theory]
    [InlineData("RetrainClassifier")]
    [InlineData("retrain-classifier")]
    public async Task A_function_that_cannot_be_run_here_says_why(string function)
    {
        var (code, output, errors) = await CommandLine.Run("invoke", function);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"{function} cannot be run here: ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HealCapacity")]
    [InlineData("heal-functions")]
    public async Task A_function_that_repairs_looks_at_what_there_is(string function)
    {
        var (code, output, _) = await CommandLine.Run("invoke", function);

        Assert.Equal(0, code);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(output).RootElement.GetProperty("problems").ValueKind);
    }

    [Theory]
    [InlineData("--alarm", "root:x:0:0", "is no alarm")]
    [InlineData("--customer", "Ann", "is not JSON at line 1, byte 1")]
    [InlineData("--customer", "", "is empty")]
    [InlineData("--queues", """{"at":"2026-03-02T09:00:00Z","queues":[{"name":"Cardz"}]}""", "has no queue Cardz; did you mean Cards?")]
    [InlineData(
        "--queues", """{"at":"2026-03-02T09:00:00Z","queues":[{"name":"Cards","waiting":-1}]}""", "queue Cards has waiting below 0")]
    [InlineData("--queues", "[]", "is no state of queues")]
    public async Task A_file_that_is_not_what_its_option_says_is_named(string option, string content, string problem)
    {
        var file = _cli.File("wrong.txt", content);

        var (code, output, errors) = await CommandLine.Run("invoke", "RouteContact", option, file);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"{file}: ", errors, StringComparison.Ordinal);
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_event_is_told_without_the_words_of_a_parser()
    {
        var (code, _, errors) = await CommandLine.Run("invoke", "RouteContact", "-");

        Assert.Equal((1, "standard input: is empty; expected JSON, {} at least"), (code, errors.Trim()));
    }

    [Fact]
    public async Task A_folder_is_told_to_be_one()
    {
        var folder = Path.GetDirectoryName(_cli.File("x", ""))!;

        var (code, _, errors) = await CommandLine.Run("invoke", "RouteContact", folder);

        Assert.Equal((1, $"{folder}: is a folder; expected a file"), (code, errors.Trim()));
    }

    [Fact]
    public async Task What_a_deployment_is_told_by_its_environment_does_not_matter_here()
    {
        var (code, output, _) = await CommandLine.Run(
            "", ["invoke", "RouteContact"], new() { ["CONTACTCENTER_CONFIG"] = "/nowhere/c.json" });

        Assert.Equal(0, code);
        Assert.Equal("ok", Text(output, "status"));
    }

    [Fact]
    public async Task A_function_that_fails_is_one_line()
    {
        var (code, output, errors) = await CommandLine.Run("invoke", "AnswerLink", "--secret", _cli.File("secret.json", "{}"));

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(
            "AnswerLink: ", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static int Status(string output) => Assert.Single(CommandLine.Lines(output)).GetProperty("statusCode").GetInt32();

    private static string? Text(string output, string name) => Assert.Single(CommandLine.Lines(output)).GetProperty(name).GetString();
}
