using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Validation.Account;
using static ContactCenter.Core.Tests.Validation.Account.HealthyAccount;

namespace ContactCenter.Core.Tests.Validation.Account;

/// <summary>One mistake for each kind of check; everything else is as the configuration has it.</summary>
public sealed class AccountCheckTests
{
    [Fact]
    public void An_account_that_is_as_the_file_has_it_is_told_nothing_of() => Assert.Empty(Find(Reading));

    [Fact]
    public void Nothing_is_concluded_from_what_was_not_read() => Assert.Empty(Find(new AccountReading()));

    [Fact]
    public void What_cannot_be_read_is_a_finding_of_its_own() => Holds(
        "unread", "queues cannot be read: no; allow connect:ListQueues",
        Reading with { Queues = null, Unread = [new("queues", "no", "allow connect:ListQueues")] });

    [Fact]
    public void A_queue_that_is_spelled_otherwise_is_told_with_the_name_that_was_meant() => Holds(
        "queues", "queue \"Cards\" is not in the instance; give a name of the instance; did you mean cards?",
        Reading with { Queues = [.. Reading.Queues!.Where(queue => queue.Name != "Cards"), new("x", "cards")] });

    [Fact]
    public void A_queue_that_was_renamed_is_told_by_its_id() => Holds(
        "queues", "queue \"Cards\" is called \"Cards and loans\" in the instance; give that name: metrics have it as dimension",
        Queue("Cards", queue => queue with { Name = "Cards and loans" }));

    [Fact]
    public void A_queue_with_another_id_is_told_with_its_id() => Holds(
        "queues", "queue \"Cards\" has another id in the instance than 0a1b2c3d-0000-4000-8000-000000000003; give the id new",
        Queue("Cards", queue => queue with { Id = "new" }));

    [Fact]
    public void A_flow_and_a_routing_profile_that_are_not_there_are_told()
    {
        var findings = Find(Reading with
        {
            ContactFlows = [.. Reading.ContactFlows!.Skip(1)],
            RoutingProfiles = [.. Reading.RoutingProfiles!.Skip(1)],
        });

        Assert.Equal(["contactFlows", "routingProfiles"], findings.Select(finding => finding.Check));
    }

    [Fact]
    public void Recordings_without_a_place_are_told_because_blocks_do_not_fail() => Holds(
        "instance", "recordings of calls have no place in the instance: blocks that record store nothing and do not fail",
        Reading with { Storage = new Dictionary<string, int> { ["CALL_RECORDINGS"] = 0, ["CHAT_TRANSCRIPTS"] = 1 } });

    [Theory]
    [InlineData("CONTACT_LENS", "Contact Lens is off in the instance")]
    [InlineData("CONTACTFLOW_LOGS", "flow logging is off in the instance")]
    public void What_is_switched_off_in_the_instance_is_told(string attribute, string told) => Holds(
        "instance", told, Reading with { Attributes = new Dictionary<string, bool>(Reading.Attributes) { [attribute] = false } });

    [Theory]
    [InlineData(null, "are sent to no stream: calls are not followed while they last; deploy the stack cc-prod-contact-lens")]
    [InlineData("arn:other", "are sent to arn:other, and an instance takes one stream; set sentiment.live.stream to it")]
    public void Calls_that_are_followed_by_a_stream_that_gets_nothing_are_told(string? stream, string told)
    {
        var sample = HealthyAccount.Configuration;
        var live = sample with { Sentiment = sample.Sentiment with { Live = new LiveSentimentSettings { Queue = "General" } } };
        StreamAssociation[] streams = stream is null ? [] : [new("REAL_TIME_CONTACT_ANALYSIS_SEGMENTS", "a", stream)];

        var finding = Assert.Single(
            AccountCheck.Find(live, Reading with { SegmentStreams = streams }), static finding => finding.What == "segments of calls");

        Assert.Equal($"segments of calls {told}", finding.ToString());
    }

    [Fact]
    public void A_bot_alias_that_does_not_exist_is_told() => Holds(
        "bots", "bot \"ivr-main\" has no alias TSTALIASID of a bot ABCDEFGHIJ",
        Reading with { Bots = new Dictionary<string, BotAliasReading?> { ["ivr-main"] = null } });

    [Theory]
    [InlineData("Failed", "en_US", "bot \"ivr-main\" has an alias that is Failed")]
    [InlineData("Available", "de_DE", "bot \"ivr-main\" does not speak en_US behind its alias, but de_DE")]
    public void A_bot_that_nobody_can_talk_to_is_told(string status, string locale, string told) => Holds(
        "bots", told, Reading with { Bots = new Dictionary<string, BotAliasReading?> { ["ivr-main"] = new(status, "1", [locale]) } });

    [Fact]
    public void A_function_that_does_not_exist_is_told() => Holds(
        "functions", "function \"verify-caller\" is not in the account and Region of the instance",
        Reading with { Functions = new Dictionary<string, bool>(Reading.Functions) { ["verify-caller"] = false } });

    [Fact]
    public void A_function_that_flows_may_not_call_is_told() => Holds(
        "functions", "function \"verify-caller\" is not associated with the instance: the block that calls it takes its error branch",
        Reading with
        {
            AssociatedFunctions =
                [.. Reading.AssociatedFunctions!.Where(arn => !arn.Contains("verify-caller", StringComparison.Ordinal))],
        });

    [Fact]
    public void A_bot_that_flows_may_not_ask_is_told() => Holds(
        "bots", "bot \"ivr-main\" is not associated with the instance", Reading with { AssociatedBots = [] });

    [Fact]
    public void A_table_that_does_not_exist_is_told() => Holds(
        "tables", "table \"customers\" is not in the account and Region of the instance", Table(null));

    [Fact]
    public void A_table_without_a_capacity_to_change_is_told() => Holds(
        "tables", "table \"customers\" is billed by request and has no capacity to change", Table(new(["by-phone"], IsOnDemand: true)));

    [Fact]
    public void An_index_that_nobody_watches_is_told() => Holds(
        "tables", "table \"customers\" has an index \"by-mail\" that nobody watches", Table(new(["by-phone", "by-mail"], IsOnDemand: false)));

    [Fact]
    public void A_threshold_that_somebody_turned_is_told() => Holds(
        "alarms", "alarm cc-prod/queue-size/Cards has a threshold of 99, and the file says ",
        Alarm("cc-prod/queue-size/Cards", alarm => alarm with { Threshold = 99 }));

    [Fact]
    public void A_threshold_that_a_person_set_at_run_time_is_listed_with_who_it_was_and_nothing_is_wrong_with_it()
    {
        var finding = Assert.Single(Find(Set(99, deployed: 99)));

        Assert.StartsWith(
            "alarm cc-prod/queue-size/Cards has a threshold of 99, set by Ada until somebody ends that, and the file says ",
            $"{finding}", StringComparison.Ordinal);
        Assert.EndsWith(
            "; end it by contactcenter settings end thresholds-3, or keep it by contactcenter settings export --into",
            $"{finding}", StringComparison.Ordinal);
        Assert.Equal("settings", finding.Check);
        Assert.Empty(AccountCheck.Wrong([finding]));
    }

    [Fact]
    public void One_with_an_end_is_listed_with_it() => Holds(
        "settings", "alarm cc-prod/queue-size/Cards has a threshold of 99, set by Ada until 2026-05-05 10:00 UTC, and the file says",
        Set(99, deployed: 99, until: new DateTimeOffset(2026, 5, 5, 10, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void One_that_the_clock_did_not_write_is_told_as_that() => Holds(
        "alarms", "alarm cc-prod/queue-size/Cards has a threshold of 80, and Ada has set 99", Set(99, deployed: 80));

    [Fact]
    public void One_that_was_undone_and_still_stands_is_told_as_turned() => Holds(
        "alarms", "alarm cc-prod/queue-size/Cards has a threshold of 99, and the file says ", Set(99, deployed: 99) with { Settings = RuntimeSettings.None });

    [Fact]
    public void An_alarm_without_actions_is_told() => Holds(
        "alarms", "alarm cc-prod/queue-size/Cards has its actions switched off: nobody is told",
        Alarm("cc-prod/queue-size/Cards", alarm => alarm with { HasActions = false }));

    [Fact]
    public void An_alarm_that_is_not_deployed_is_told() => Holds(
        "alarms", "alarm cc-prod/queue-size/Cards is not deployed",
        Reading with { Alarms = [.. Reading.Alarms!.Where(alarm => alarm.Name != "cc-prod/queue-size/Cards")] });

    [Fact]
    public void An_alarm_that_the_file_no_longer_has_is_told() => Holds(
        "alarms", "alarm cc-prod/queue-size/Gone is deployed, and the file has none of that name",
        Reading with { Alarms = [.. Reading.Alarms!, new("cc-prod/queue-size/Gone", 1, 1, 1, true)] });

    /// <summary>The mistake that was made here once: the metric with two c, and without a way of input.</summary>
    [Fact]
    public void An_alarm_that_reads_a_metric_under_other_dimensions_than_are_published_is_told() => Holds(
        "metrics", "alarm cc-prod/queue-full/Cards reads QueueCapacityExceededError by InstanceId=",
        Reading with
        {
            Series =
            [
                .. Reading.Series!.Select(series =>
                    series.Name == "QueueCapacityExceededError" && series.Dimensions.Any(each => each.Value == "Cards")
                    ? series with { Dimensions = [.. series.Dimensions, new MetricDimension("Channel", "VOICE")] }
                    : series),
            ],
        });

    [Fact]
    public void A_metric_that_is_always_published_and_never_had_a_sample_is_told_once_the_thing_was_used() => Holds(
        "samples", "alarm cc-prod/ivr-response-time/ivr-main reads RuntimeSucessfulRequestLatency, which has had no sample for two weeks",
        Reading with { Series = [.. Reading.Series!.Where(series => !IsLatencyOfCalls(series))] });

    [Fact]
    public void Of_a_thing_that_was_never_used_nothing_is_missing() =>
        Assert.Empty(Find(Reading with { Series = [.. Reading.Series!.Where(series => series.Namespace != "AWS/Lex")] }));

    [Fact]
    public void Of_an_external_system_nothing_is_missing_before_there_are_contacts() => Assert.Empty(Find(Reading with
    {
        Series =
        [
            .. Reading.Series!.Where(series =>
                series.Namespace != "AWS/Connect" && series.Dimensions.All(static each => each.Name != "Api")),
        ],
    }));

    [Fact]
    public void Alarms_without_a_sample_are_told_in_a_list_of_their_own_and_in_no_other()
    {
        var reading = Reading with
        {
            Queues = [.. Reading.Queues!.Skip(1)],
            Series = [.. Reading.Series!.Where(static series => series.Dimensions.All(static each => each.Name != "Api"))],
        };

        var messages = AccountCheck.Messages(HealthyAccount.Configuration, reading, Find(reading), DateTimeOffset.UnixEpoch);

        Assert.Equal(
            [("cc-prod/check-account", true, false), ("cc-prod/check-samples", false, true)],
            messages.Select(static message => (
                (string)JsonNode.Parse(message)!["AlarmName"]!,
                message.Contains("is not in the instance", StringComparison.Ordinal),
                message.Contains("reads ApiRequests", StringComparison.Ordinal))));
    }

    [Fact]
    public void Nobody_who_could_not_see_what_is_published_says_that_all_alarms_have_samples() => Assert.All(
        [Reading with { Series = null }, Reading with { Alarms = null }],
        static blind => Assert.Single(
            AccountCheck.Messages(HealthyAccount.Configuration, blind, Find(blind), DateTimeOffset.UnixEpoch)));

    [Fact]
    public void An_error_that_never_happened_is_no_finding() =>
        Assert.Empty(Find(Reading with { Series = [.. Reading.Series!.Where(series => series.Name != "CallsBreachingConcurrencyQuota")] }));

    [Fact]
    public void Errors_of_a_bot_under_one_way_of_input_say_nothing_against_the_alarm_on_the_other() => Assert.Empty(Find(Reading with
    {
        Series =
        [
            .. Reading.Series!.Where(series =>
                series.Name != "RuntimeSystemErrors" || series.Dimensions.All(each => each.Value != "None")),
        ],
    }));

    [Theory]
    [InlineData("PendingConfirmation", "has not confirmed the subscription")]
    [InlineData("Deleted", "was taken out of the topic")]
    public void A_subscription_that_tells_nobody_is_told(string arn, string told) => Holds(
        "subscriptions", $"lead@bank.example on topic cc-prod-audience-team-lead {told}", Subscription(arn));

    [Fact]
    public void Text_messages_in_the_sandbox_are_told() => Holds(
        "textMessages", "text messages are in the sandbox of SNS", Reading with { TextMessages = new(true, 50) });

    [Fact]
    public void Text_messages_that_stop_after_a_dollar_are_told() => Holds(
        "textMessages", "text messages stop after 1 US dollars a month", Reading with { TextMessages = new(false, null) });

    [Fact]
    public void A_quota_of_no_calls_is_told() => Holds(
        "quotas", "quota \"Concurrent active calls per instance\" is 0: every call fails",
        Reading with { ConnectQuotas = new Dictionary<string, double> { ["Concurrent active calls per instance"] = 0 } });

    [Fact]
    public void A_quota_that_is_nearly_full_is_told() => Holds(
        "quotas", "quota \"Queues per instance\" is 5, and 4 are in use",
        Reading with { ConnectQuotas = new Dictionary<string, double> { ["Queues per instance"] = 5 } });

    [Fact]
    public void Reservations_that_do_not_fit_into_the_account_are_told()
    {
        var told = Find(Reading with { Lambda = new(150, 150) }).Select(finding => finding.ToString()).ToArray();

        Assert.Contains(told, text => text.StartsWith("concurrent executions of Lambda are 150", StringComparison.Ordinal));
        Assert.Contains(told, text => text.StartsWith("reserved executions of this deployment", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deployment_without_any_alarm_is_told_once() => Holds(
        "alarms", "alarms cc-prod/… are not deployed; deploy", Reading with { Alarms = [] });

    [Fact]
    public void An_alarm_that_asks_for_other_datapoints_than_the_file_is_told() => Holds(
        "alarms", "alarm cc-prod/queue-size/Cards asks for 1 of 9 datapoints, and the file for ",
        Alarm("cc-prod/queue-size/Cards", alarm => alarm with { DatapointsToAlarm = 1, EvaluationPeriods = 9 }));

    [Fact]
    public void A_composite_that_is_not_deployed_is_told() => Holds(
        "alarms", "alarm cc-prod/customers-cut-off is not deployed",
        Reading with { Alarms = [.. Reading.Alarms!.Where(alarm => alarm.Name != "cc-prod/customers-cut-off")] });

    [Fact]
    public void A_composite_without_actions_is_told() => Holds(
        "alarms", "alarm cc-prod/customers-served-badly has its actions switched off: nobody is told",
        Alarm("cc-prod/customers-served-badly", alarm => alarm with { HasActions = false }));

    [Theory]
    [InlineData("ApiRequests", "crm", "alarm cc-prod/api-failures/crm reads ApiRequests, which has had no sample for two weeks")]
    [InlineData("QueueOpen", "Cards", "alarm cc-prod/queue-wait-time/Cards reads QueueOpen, which has had no sample for two weeks")]
    public void What_nothing_publishes_is_told_where_its_alarm_is_deployed(string metric, string thing, string told) => Assert.Contains(
        Find(Reading with
        {
            Series = [.. Reading.Series!.Where(series => series.Name != metric || series.Dimensions.All(each => each.Value != thing))],
        }),
        finding => finding.ToString().StartsWith(told, StringComparison.Ordinal));

    [Fact]
    public void Alarms_of_the_Region_that_stands_by_are_those_of_its_own_pipeline()
    {
        var configuration = HealthyAccount.Configuration with { StandbyRegion = "eu-west-1" };
        DeployedAlarm[] there =
        [
            .. StandbyPlan.For(configuration).Select(static alarm => new DeployedAlarm(
                alarm.Name, alarm.Definition.Threshold, alarm.Definition.DatapointsToAlarm, alarm.Definition.EvaluationPeriods, true)),
        ];
        var heartbeat = there.First(static alarm => alarm.Name.StartsWith("cc-prod/heartbeat-missing/", StringComparison.Ordinal)).Name;

        Assert.Empty(Told(there));
        Assert.Equal(
            [$"alarm {heartbeat} in eu-west-1 is not deployed; deploy (npx cdk deploy --all)"],
            Told([.. there.Where(alarm => alarm.Name != heartbeat)]));
        Assert.Equal(
            [
                $"alarm {heartbeat} in eu-west-1 has its actions switched off: nobody is told; aws cloudwatch "
                    + $"enable-alarm-actions --region eu-west-1 --alarm-names '{heartbeat}'",
            ],
            Told([.. there.Select(alarm => alarm with { HasActions = alarm.Name != heartbeat })]));
        Assert.StartsWith("alarm cc-prod/queue-size/Cards in eu-west-1 is deployed, and the file has none", Assert.Single(
            Told([.. there, new("cc-prod/queue-size/Cards", 20, 3, 5, HasActions: true)])), StringComparison.Ordinal);
        Assert.StartsWith("alarms cc-prod/… in eu-west-1 are not deployed", Assert.Single(Told([])), StringComparison.Ordinal);

        string[] Told(IReadOnlyList<DeployedAlarm> alarms) =>
            [.. AccountCheck.Find(configuration, Reading with { StandbyAlarms = alarms }).Select(static finding => $"{finding}")];
    }

    [Fact]
    public void Transcripts_without_a_place_are_told() => Holds(
        "instance", "transcripts of chats have no place in the instance",
        Reading with { Storage = new Dictionary<string, int> { ["CALL_RECORDINGS"] = 1, ["CHAT_TRANSCRIPTS"] = 0 } });

    [Fact]
    public void An_account_in_which_no_reservation_is_left_is_told() => Holds(
        "quotas", "unreserved executions are down to 100: no function can be given a reservation any more",
        Reading with { Lambda = new(1000, 100) });

    [Fact]
    public void A_function_of_this_system_that_is_not_there_is_deployed()
    {
        var hook = Names.Function(SystemFunctions.RouteContact);

        var finding = Assert.Single(Find(Reading with { Functions = new Dictionary<string, bool>(Reading.Functions) { [hook] = false } }));

        Assert.EndsWith("deploy (npx cdk deploy --all)", finding.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Ada has set the threshold of an alarm an hour ago.</summary>
    private static AccountReading Set(double threshold, double deployed, DateTimeOffset? until = null)
    {
        var now = new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);
        var setting = new AlarmThreshold
        {
            Id = "thresholds-3",
            Author = "Ada",
            Reason = "season",
            From = now.AddHours(-1),
            Until = until,
            Alarm = "queue-size",
            Resource = "Cards",
            Threshold = threshold,
        };
        return Alarm("cc-prod/queue-size/Cards", alarm => alarm with { Threshold = deployed }) with
        {
            Settings = new RuntimeSettings([new SettingsBook(SettingKind.Thresholds, 1, [setting])]),
            ReadAt = now,
        };
    }

    private static bool IsLatencyOfCalls(PublishedSeries series) =>
        series.Name == "RuntimeSucessfulRequestLatency" && series.Dimensions.Any(each => each.Value == "StartConversation");

    private static AccountReading Queue(string name, Func<ConnectResource, ConnectResource> change) =>
        Reading with { Queues = [.. Reading.Queues!.Select(queue => queue.Name == name ? change(queue) : queue)] };

    private static AccountReading Table(TableReading? customers) =>
        Reading with { Tables = new Dictionary<string, TableReading?>(Reading.Tables) { ["customers"] = customers } };

    private static AccountReading Alarm(string name, Func<DeployedAlarm, DeployedAlarm> change) =>
        Reading with { Alarms = [.. Reading.Alarms!.Select(alarm => alarm.Name == name ? change(alarm) : alarm)] };

    private static AccountReading Subscription(string arn) => Reading with
    {
        Subscriptions = new Dictionary<string, IReadOnlyList<SubscriptionReading>?>(Reading.Subscriptions)
        {
            [Names.AudienceTopic("team-lead")] =
                [new("email", "lead@bank.example", arn), new("sms", "+4915112345679", "arn:aws:sns:x:1:y:2")],
        },
    };
}
