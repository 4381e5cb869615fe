using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// From the sample configuration to a message for the people on call, through a deployment that the real command lines made.
/// </summary>
[Collection(DeployedSample.OneByOne)]
public sealed class DeploymentTests(DeployedSample sample) : IAsyncLifetime
{
    private const string Topics = $"arn:aws:sns:{EmulatedAccount.Region}:{EmulatedAccount.Id}";

    /// <summary>Bytes that the package of the hooks has at most, as it is uploaded (<c>docs/design/functions.md</c>).</summary>
    private const long MaximumHooks = 10_800_000;

    /// <summary>The same of all that no customer waits for.</summary>
    private const long MaximumOthers = 17_000_000;

    /// <summary>What a contact flow sends; who is called by a schedule reads nothing of it.</summary>
    private const string ContactFlowEvent = """
        {
          "Name": "ContactFlowEvent",
          "Details": {
            "ContactData": { "ContactId": "11111111-2222-4333-8444-555555555555", "Channel": "VOICE", "Attributes": { "topic": "card_lost" } },
            "Parameters": { "text": "I lost my card", "rating": "2" }
          }
        }
        """;

    public async ValueTask InitializeAsync() => await sample.RequireAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Alarm_on_the_deployed_topic_becomes_an_incident_in_the_deployed_table_and_a_message_in_the_topic_of_its_audience()
    {
        await using var alarms = await DeployedTopic.ListenAsync(sample.Account, $"{Topics}:cc-prod-alarms");
        var mailbox = await SubscribeMailboxAsync("oncall@bank.example");

        var (triaged, _) = await sample.Package.InvokeAsync("cc-prod-triage-alarm", await alarms.PublishAsync(RecordedAlarm()));

        var incident = (string)triaged[0]!["incident"]!;
        Assert.Equal("P1", (string?)triaged[0]!["severity"]);
        var stored = await sample.Account.AwsAsync(
            "dynamodb", "get-item", "--table-name", "cc-prod-incidents", "--key",
            $$$"""{"pk":{"S":"{{{incident.Split('-')[0]}}}"},"sk":{"S":"correlation"}}""");
        Assert.Equal(incident, (string?)stored["Item"]!["id"]!["S"]);

        var effects = await new DeployedStream(
            sample.Account, sample.Assembly, "cc-prod-deliver-effects").ReadAsync(incident.Split('-')[0]);
        await sample.Package.InvokeAsync("cc-prod-deliver-effects", effects.ToJsonString());

        var received = await sample.Account.AwsAsync("sqs", "receive-message", "--queue-url", mailbox);
        Assert.Contains(incident, (string)received["Messages"]![0]!["Body"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_of_the_deployed_schedule_arrives_as_heartbeat_and_tells_nobody()
    {
        await using var alarms = await DeployedTopic.ListenAsync(sample.Account, $"{Topics}:cc-prod-alarms");
        var (_, _, schedule) = sample.Assembly.OfType("AWS::Scheduler::Schedule").Single(each =>
            (string?)each.Properties["Name"] == "cc-prod-probe");
        var message = ((string)schedule["Target"]!["Input"]!).Replace("<aws.scheduler.scheduled-time>", Now(), StringComparison.Ordinal);

        var (triaged, _) = await sample.Package.InvokeAsync("cc-prod-triage-alarm", await alarms.PublishAsync(message));
        var probes = new PipelineProbe(Synthesis.Sample()).Key.Code;
        var effects = await new DeployedStream(sample.Account, sample.Assembly, "cc-prod-deliver-effects").ReadAsync(probes);
        var (_, log) = await sample.Package.InvokeAsync("cc-prod-deliver-effects", effects.ToJsonString());

        Assert.Null(triaged[0]!["incident"]);
        Assert.Single(effects["Records"]!.AsArray());
        Assert.Contains("""
            "Component":"pipeline","Heartbeat":1
            """.Trim(), log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploying_again_changes_nothing_and_there_is_no_difference_to_what_is_deployed()
    {
        var again = await sample.Account.DeployAsync(sample.Assembly);
        var difference = await sample.Account.CdkAsync(sample.Assembly, "diff", "--all", "--fail", "--method=template", "--ci");

        Assert.Equal(sample.Assembly.Stacks.Count(), again.Split("(no changes)").Length - 1);
        Assert.Contains("Number of stacks with differences: 0", difference, StringComparison.Ordinal);
    }

    /// <summary>
    /// Nothing is written to the tables of the second, so the emulator can have the mapping of its stream. That no two stacks of two
    /// environments share a name is asked of the templates.
    /// </summary>
    [Fact]
    public async Task Second_configuration_deploys_beside_the_first_and_its_stream_leads_to_delivery()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("contactcenter-second-").FullName, "test.json");
        var text = await File.ReadAllTextAsync(Repository.File("contactcenter.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            path,
            text.Replace("\"environment\": \"prod\"", "\"environment\": \"test\"", StringComparison.Ordinal)
                .Replace("\"articles\": \"knowledge\"", "\"articles\": null", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var second = await sample.SynthesiseAsync("-c", $"config={path}", "--build", "true");
        await EmulatorGaps.FillAsync(sample.Account, second);
        await sample.Account.DeployAsync(second, "cc-test-incidents");

        var tables = (await sample.Account.AwsAsync("dynamodb", "list-tables"))["TableNames"]!.AsArray().Select(name => (string)name!);
        Assert.Superset(new HashSet<string> { "cc-prod-incidents", "cc-test-incidents" }, tables.ToHashSet());
        var mapping = (await sample.Account.AwsAsync(
            "lambda", "list-event-source-mappings", "--function-name",
            "cc-test-deliver-effects"))["EventSourceMappings"]!.AsArray().Single()!;
        var stream = (await sample.Account.AwsAsync(
            "dynamodb", "describe-table", "--table-name", "cc-test-incidents"))["Table"]!["LatestStreamArn"];
        Assert.Equal((string?)stream, (string?)mapping["EventSourceArn"]);
        Assert.Equal(25, (int?)mapping["BatchSize"]);
    }

    [Fact]
    public async Task Deployed_table_and_function_are_what_the_code_stands_on()
    {
        var table = (await sample.Account.AwsAsync("dynamodb", "describe-table", "--table-name", "cc-prod-incidents"))["Table"]!;
        var function = await sample.Account.AwsAsync("lambda", "get-function-configuration", "--function-name", "cc-prod-triage-alarm");

        Assert.Equal("due", (string?)table["GlobalSecondaryIndexes"]![0]!["IndexName"]);
        Assert.Equal("NEW_IMAGE", (string?)table["StreamSpecification"]!["StreamViewType"]);
        Assert.True((bool?)table["DeletionProtectionEnabled"]);
        Assert.Equal(("provided.al2023", "bootstrap"), ((string?)function["Runtime"], (string?)function["Handler"]));
        Assert.Equal("cc-prod-incidents", (string?)function["Environment"]!["Variables"]!["INCIDENTS_TABLE"]);
    }

    /// <summary>A package holds only what something calls: each of these goes another way through it.</summary>
    public static TheoryData<string, string> Ways => new()
    {
        { "cc-prod-classify-contact", """{"status":"ok","topic":"card_lost",""" },
        { "cc-prod-route-contact", """{"status":"ok",""" },
        { "cc-prod-record-survey", """{"status":"ok","rating":"2",""" },
        { "cc-prod-heal-capacity", """{"looks":[""" },
        { "cc-prod-heal-functions", """{"looks":[""" },
        { "cc-prod-advance-escalations", """{"passed":true,""" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public Task What_was_left_out_of_the_package_is_missed_by_nothing(string function, string answer) =>
        AnswersAsync(sample.Package, function, answer);

    /// <summary>Those that need neither a customer's address nor a table.</summary>
    [Theory]
    [InlineData("cc-prod-check-service", """{"status":"ok",""")]
    [InlineData("cc-prod-recommend", """{"status":"ok",""")]
    [InlineData("cc-prod-answer-question", """{"status":"ok","confidence":""")]
    [InlineData("cc-prod-record-callback", """{"status":"no_queue"}""")]
    [InlineData("cc-prod-record-correction", """{"status":"no_topic",""")]
    public Task The_package_of_the_hooks_holds_what_each_of_them_needs(string function, string answer) =>
        AnswersAsync(sample.Package, function, answer);

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Nor_by_functions_that_are_not_natively_compiled(string function, string answer) =>
        AnswersAsync(sample.ManagedPackage, function, answer);

    [Fact]
    public void Packages_are_small_enough_to_start_quickly()
    {
        Assert.InRange(SizeOf("cc-prod-route-contact"), 1, MaximumHooks);
        Assert.InRange(SizeOf("cc-prod-triage-alarm"), 1, MaximumOthers);
    }

    private long SizeOf(string function) => new FileInfo(sample.Assembly.PackageFileOf(function)).Length;

    private static async Task AnswersAsync(DeployedPackage package, string function, string answer)
    {
        var (told, log) = await package.InvokeAsync(function, ContactFlowEvent, times: 2);

        Assert.StartsWith(answer, told.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotMatch("(Missing(Method|Field|Member|Metadata)|TypeLoad|FileNotFound|InvalidProgram|NotSupported)Exception", log);
    }

    private static string Now() =>
        TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What CloudWatch sent of such an alarm, as if it were sent now.</summary>
    private static string RecordedAlarm()
    {
        var alarm = JsonNode.Parse(File.ReadAllText(Repository.File("test", "ContactCenter.Infra.Tests", "EndToEnd", "alarm.json")))!;
        alarm["StateChangeTime"] = Now();
        return alarm.ToJsonString();
    }

    /// <summary>
    /// The template's subscription of an e-mail address, with a queue in the place of the address: the emulator sends no mail.
    /// </summary>
    private async Task<string> SubscribeMailboxAsync(string address)
    {
        var deployed = await sample.StacksAsync();
        var (stack, _, subscription) = sample.Assembly.OfType("AWS::SNS::Subscription").Single(each =>
            each.Stack == "cc-prod-incidents" && (each.Properties["Endpoint"] as JsonValue)?.ToString() == address);
        var mailbox = (string)(await sample.Account.AwsAsync("sqs", "create-queue", "--queue-name", "mailbox"))["QueueUrl"]!;
        await sample.Account.AwsAsync(
            "sns", "subscribe",
            "--topic-arn", deployed.Text(stack, subscription["TopicArn"]!),
            "--protocol", "sqs",
            "--notification-endpoint", $"arn:aws:sqs:{EmulatedAccount.Region}:{EmulatedAccount.Id}:mailbox",
            "--attributes", new JsonObject { ["FilterPolicy"] = subscription["FilterPolicy"]!.ToJsonString() }.ToJsonString());
        return mailbox;
    }
}
