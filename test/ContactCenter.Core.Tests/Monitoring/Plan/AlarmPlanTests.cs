using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Monitoring.Plan;

/// <summary>The catalog bound to a configuration: the alarms as they are deployed.</summary>
public sealed class AlarmPlanTests
{
    private const string Secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:answers-AbCdEf";

    private static readonly ContactCenterConfiguration Sample = SampleConfiguration.Read();

    private static readonly ContactCenterConfiguration Live = Sample with
    {
        Sentiment = Sample.Sentiment with { Live = new LiveSentimentSettings { Queue = "General" } },
    };

    [Fact]
    public void Names_are_unique_and_lead_back_to_their_definition()
    {
        var alarms = Plan(Sample);

        Assert.Equal(alarms.Length, alarms.Select(alarm => alarm.Name).Distinct().Count());
        Assert.All(alarms, alarm =>
        {
            Assert.True(AlarmName.TryRead(alarm.Name, "cc-prod", AlarmCatalog.Default, out var definition, out var resource));
            Assert.Equal(alarm.Definition.Id, definition!.Id);
            Assert.Equal(definition.Scope is AlarmScope.Instance or AlarmScope.Account ? null : alarm.Resource, resource);
        });
    }

    [Fact]
    public void No_placeholder_is_left_open() =>
        Assert.DoesNotContain(
            Plan(Sample).SelectMany(alarm => alarm.Metrics).SelectMany(metric => metric.Dimensions),
            dimension => dimension.Value.Contains('{', StringComparison.Ordinal));

    [Fact]
    public void There_is_one_alarm_for_each_queue_and_one_for_the_instance()
    {
        var alarms = Plan(Sample);

        Assert.Equal(
            ["General", "Billing", "Cards", "Technical"],
            alarms.Where(alarm => alarm.Definition.Id == "queue-size").Select(alarm => alarm.Resource));
        Assert.Equal("cc-prod/concurrent-calls", Assert.Single(alarms, alarm => alarm.Definition.Id == "concurrent-calls").Name);
        Assert.Equal("customers/by-phone", Assert.Single(alarms, alarm => alarm.Definition.Id == "index-read-throttled").Resource);
    }

    [Fact]
    public void A_bot_is_watched_in_each_locale_and_by_calls_and_chats_under_their_own_dimensions()
    {
        var configuration = Sample with { Bots = [Sample.Bots[0] with { MoreLocales = ["de_DE"] }] };

        Assert.Equal(
            [
                ("ivr-main", "BotAliasId BotId InputMode=Speech LocaleId=en_US Operation=StartConversation"),
                ("ivr-main/chat", "BotAliasId BotId LocaleId=en_US Operation=RecognizeText"),
                ("ivr-main/de_DE", "BotAliasId BotId InputMode=Speech LocaleId=de_DE Operation=StartConversation"),
                ("ivr-main/de_DE/chat", "BotAliasId BotId LocaleId=de_DE Operation=RecognizeText"),
            ],
            Bots("ivr-response-time", configuration));
    }

    [Fact]
    public void Errors_of_calls_are_watched_under_both_ways_of_input_and_shares_of_the_recorded_count()
    {
        Assert.Equal(["ivr-main", "ivr-main/None", "ivr-main/chat"], Bots("ivr-outage", Sample).Select(bot => bot.Resource));
        Assert.All(
            Plan(Sample).Where(alarm => alarm.Definition.Id == "ivr-outage" && !alarm.Resource.EndsWith("chat", StringComparison.Ordinal)),
            alarm => Assert.Contains(new MetricDimension("InputMode", "None"), alarm.Metrics[1].Dimensions));
    }

    [Fact]
    public void Chats_are_not_watched_where_none_talk_to_the_bot() => Assert.Equal(
        ["ivr-main"],
        Bots("ivr-response-time", Sample with { Bots = [Sample.Bots[0] with { Chats = false }] }).Select(bot => bot.Resource));

    [Fact]
    public void What_a_bot_does_not_understand_is_one_alarm_for_all_its_locales() => Assert.Equal(
        [("ivr-main", "BotId InstanceId")],
        Bots("speech-recognition-errors", Sample with { Bots = [Sample.Bots[0] with { MoreLocales = ["de_DE"] }] }));

    [Fact]
    public void Utilisation_is_watched_for_each_table_and_each_index_by_its_own_series()
    {
        var direction = (string[])["read", "write"];

        Assert.All(direction, way => Assert.Equal(
            ["customers", "contacts"],
            Plan(Sample).Where(alarm => alarm.Definition.Id == $"table-{way}-capacity").Select(alarm => alarm.Resource)));
        Assert.All(direction, way => Assert.All(
            Of($"index-{way}-capacity", "customers/by-phone").Metrics,
            metric => Assert.Equal([new("TableName", "customers"), new("GlobalSecondaryIndexName", "by-phone")], metric.Dimensions)));
    }

    [Fact]
    public void The_instance_dimension_is_the_UUID_and_not_the_ARN() =>
        Assert.Contains(
            new MetricDimension("InstanceId", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"), Of("queue-size", "Billing").Metrics[0].Dimensions);

    [Fact]
    public void A_queues_own_longest_wait_is_its_threshold() =>
        Assert.Equal(
            (60.0, "configuration"),
            (Of("queue-wait-time", "Cards").Definition.Threshold, Of("queue-wait-time", "Cards").Definition.ThresholdSource));

    [Fact]
    public void A_threshold_for_one_resource_wins_over_one_for_all() =>
        Assert.Equal((40.0, 20.0), (Of("queue-size", "General").Definition.Threshold, Of("queue-size", "Billing").Definition.Threshold));

    [Fact]
    public void An_alarm_that_is_switched_off_is_not_deployed()
    {
        var without = Sample with { Alarms = new Dictionary<string, AlarmOverride> { ["queue-size"] = new() { Enabled = false } } };

        Assert.DoesNotContain(Plan(without), alarm => alarm.Definition.Id == "queue-size");
    }

    [Fact]
    public void A_placeholder_without_a_value_is_an_error() =>
        Assert.Throws<KeyNotFoundException>(() =>
            BoundAlarm.Bind(AlarmCatalog.Default.Find("queue-size")!, "cc", "x", new Dictionary<string, string>()));

    [Theory]
    [InlineData("own-function-errors", "triage-alarm", "FunctionName", "cc-prod-triage-alarm")]
    [InlineData("delivery-behind", "deliver-effects", "FunctionName", "cc-prod-deliver-effects")]
    [InlineData("dead-letters", "triage-alarm-dead", "QueueName", "cc-prod-triage-alarm-dead")]
    [InlineData("dead-letters", "audiences-dead", "QueueName", "cc-prod-audiences-dead")]
    [InlineData("topic-delivery-failed", "audience-on-call", "TopicName", "cc-prod-audience-on-call")]
    [InlineData("function-errors", "cc-prod-classify-contact", "FunctionName", "cc-prod-classify-contact")]
    public void What_this_system_is_made_of_is_watched_by_its_deployed_name(string id, string resource, string dimension, string value) =>
        Assert.Contains(new MetricDimension(dimension, value), Of(id, resource).Metrics[0].Dimensions);

    [Fact]
    public void Every_function_that_is_deployed_is_watched_once()
    {
        var watched = WatchedFunctions(Sample);

        Assert.Equal(watched.Length, watched.Distinct().Count());
        Assert.Empty(SystemFunctions.For(Sample).Select(function => $"cc-prod-{function.Name}").Except(watched));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Secret, null)]
    [InlineData(null, Secret)]
    [InlineData(Secret, Secret)]
    public void A_function_that_is_not_deployed_has_no_alarm(string? slack, string? serviceNow)
    {
        var watched = WatchedFunctions(Sample with
        {
            Answers = new AnswerSettings { SlackSigningSecret = slack, ServiceNowCallbackSecret = serviceNow }
        });

        Assert.Equal(
            (slack is not null, serviceNow is not null),
            (watched.Contains("cc-prod-answer-slack"), watched.Contains("cc-prod-answer-service-now")));
    }

    [Theory]
    [InlineData("flow-failed")]
    [InlineData("flow-errors")]
    public void Flows_that_are_deployed_are_watched_by_their_deployed_names_beside_those_of_the_configuration(string id) =>
        Assert.Equal([.. Named, .. SystemFlows.All.Select(name => $"cc-prod-{name}")], WatchedFlows(Sample, id));

    [Fact]
    public void Without_deployed_flows_only_those_of_the_configuration_are_watched() =>
        Assert.Equal(Named, WatchedFlows(Sample with { Flows = null }, "flow-failed"));

    [Fact]
    public void With_modules_alone_the_flow_of_incidents_is_watched_beside_those_of_the_configuration() =>
        Assert.Equal(
            [.. Named, "cc-prod-incident"],
            WatchedFlows(Sample with { Flows = new FlowSettings { ModulesOnly = true } }, "flow-failed"));

    [Fact]
    public void A_deployed_flow_that_the_configuration_names_is_watched_once() =>
        Assert.Single(
            WatchedFlows(Sample with { ContactFlows = [new NamedResource { Name = "cc-prod-inbound" }] }, "flow-failed"),
            "cc-prod-inbound");

    [Fact]
    public void Every_definition_about_this_system_is_bound()
    {
        var bound = Plan(Live with { Synthetic = new SyntheticSettings() }).Select(alarm => alarm.Definition.Id).ToHashSet();

        Assert.DoesNotContain(
            AlarmCatalog.Default.Definitions, definition => definition.Scope == AlarmScope.System && !bound.Contains(definition.Id));
    }

    [Fact]
    public void Calls_are_watched_where_they_are_followed() => Assert.Equal(
        ["calls-behind/track-calls", "dead-letters/join-stream-dead", "dead-letters/track-calls-dead",
            "event-source-disabled/track-calls", "own-function-errors/join-stream", "own-function-errors/track-calls",
            "supervisors-untold/supervisors"],
        Plan(Live).Select(Place).Except(Plan(Sample).Select(Place)).Order(StringComparer.Ordinal));

    [Fact]
    public void Two_deployments_count_flow_errors_apart()
    {
        var other = Sample with { Environment = "test" };

        var namespaces = new[]
        {
            Sample, other
        }.Select(configuration => Plan(configuration).Single(alarm => alarm.Definition.Id == "flow-log-errors").Metrics[0].Namespace);

        Assert.Equal(["ContactCenter/FlowLogs/cc-prod", "ContactCenter/FlowLogs/cc-test"], namespaces);
    }

    private static BoundAlarm Of(string id, string resource) =>
        Assert.Single(Plan(Sample), alarm => (alarm.Definition.Id, alarm.Resource) == (id, resource));

    private static IEnumerable<string> Named => Sample.ContactFlows.Select(flow => flow.Name);

    private static IEnumerable<string> WatchedFlows(ContactCenterConfiguration configuration, string id) =>
        Plan(configuration)
            .Where(alarm => alarm.Definition.Id == id)
            .Select(alarm => alarm.Metrics[0].Dimensions.Single(dimension => dimension.Name == "ContactFlowName").Value);

    private static string[] WatchedFunctions(ContactCenterConfiguration configuration) =>
    [
        .. Plan(configuration)
            .Where(alarm => alarm.Definition.Id is "own-function-errors" or "function-errors")
            .Select(alarm => alarm.Metrics[0].Dimensions[0].Value),
    ];

    private static BoundAlarm[] Plan(ContactCenterConfiguration configuration) => [.. AlarmPlan.For(configuration)];

    private static IEnumerable<(string Resource, string Dimensions)> Bots(string id, ContactCenterConfiguration configuration) =>
        Plan(configuration).Where(alarm => alarm.Definition.Id == id)
        .Select(alarm => (alarm.Resource, string.Join(' ', alarm.Metrics[0].Dimensions
            .Select(each => each.Name is "InputMode" or "Operation" or "LocaleId" ? $"{each.Name}={each.Value}" : each.Name)
            .Order(StringComparer.Ordinal))));

    private static string Place(BoundAlarm alarm) => $"{alarm.Definition.Id}/{alarm.Resource}";

    [Fact]
    public void A_table_on_demand_has_no_alarm_on_capacity_that_it_does_not_have()
    {
        var center = Desk.Center(static center => center.Tables =
            [new() { Name = "meters", Indexes = ["by-day"] }, new() { Name = "outages", Indexes = ["by-day"], OnDemand = true }]);
        var alarms = AlarmPlan.For(center).ToLookup(static alarm => alarm.Resource.Split('/')[0], static alarm => alarm.Definition.Id);

        Assert.Equal(
            [AlarmIds.IndexReadCapacity, AlarmIds.IndexWriteCapacity, AlarmIds.TableReadCapacity, AlarmIds.TableWriteCapacity],
            alarms["meters"].Except(alarms["outages"]).Order(StringComparer.Ordinal));
    }
}
