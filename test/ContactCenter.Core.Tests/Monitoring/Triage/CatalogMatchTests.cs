using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Tests.Monitoring.Triage;

/// <summary>A received alarm finds its definition by its name, its description, or by what it measures.</summary>
public sealed class CatalogMatchTests
{
    [Fact]
    public void An_alarm_of_this_system_is_known_by_its_name() =>
        Assert.Equal("abandonment-rate", Desk.Definition(Changes.Nameless("cc-prod/abandonment-rate/Billing")));

    [Fact]
    public void The_name_wins_over_the_metric() =>
        Assert.Equal("queue-size", Desk.Definition(Changes.Wait() with { AlarmName = "cc-prod/queue-size/Billing" }));

    [Fact]
    public void The_name_wins_over_the_description() =>
        Assert.Equal(
            "queue-size",
            Desk.Definition(Changes.Nameless("cc-prod/queue-size/Billing") with { Description = """{"alarm":"queue-full"}""" }));

    [Fact]
    public void The_description_wins_over_the_metric() =>
        Assert.Equal("queue-full", Desk.Definition(Changes.Wait() with { Description = """{"alarm":"queue-full"}""" }));

    [Theory]
    [InlineData("queue-size")]
    [InlineData("/queue-size/Billing")]
    [InlineData("cc-prod/no-such-alarm/Billing")]
    [InlineData("cc-prod//queue-size")]
    public void A_name_that_only_resembles_one_is_not_taken_for_it(string name) =>
        Assert.Null(Desk.Definition(Changes.Nameless(name)));

    [Fact]
    public void Every_deployed_alarm_finds_its_own_definition()
    {
        var wrong = AlarmPlan.For(Desk.Sample)
            .Where(alarm => Desk.Definition(Changes.Nameless(alarm.Name)) != alarm.Definition.Id)
            .Select(alarm => alarm.Name);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_alarm_on_one_metric_finds_a_definition_that_reads_that_metric_by_another_name_too()
    {
        var wrong = AlarmPlan.For(Desk.Sample)
            .Where(alarm => alarm.Definition.Scope != AlarmScope.System)
            .Where(alarm => Desk.Definition(AsOthersNameIt(alarm)) != alarm.Definition.Id)
            .Select(alarm => $"{alarm.Name} was taken for {Desk.Definition(AsOthersNameIt(alarm))}");

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(0.8, "concurrent-calls")]
    [InlineData(0.7, "concurrent-calls")]
    [InlineData(0.85, "concurrent-calls")]
    [InlineData(0.95, "concurrent-calls-critical")]
    [InlineData(1.0, "concurrent-calls-critical")]
    public void Of_warning_and_critical_the_nearer_threshold_decides(double threshold, string expected) =>
        Assert.Equal(expected, Desk.Definition(Changes.Calls("ConcurrentCallsPercentage", threshold, 1)));

    [Theory]
    [InlineData(AlarmKind.MetricMath, 0.1, "concurrent-calls")]
    [InlineData(AlarmKind.AnomalyDetection, null, "concurrent-calls-unusual")]
    public void Of_two_metrics_the_one_that_the_catalog_watches_in_the_same_way_decides(AlarmKind kind, double? threshold, string expected)
    {
        var share = Changes.Calls("ConcurrentCallsPercentage", threshold, 1) with { Kind = kind };
        var both = share with { Metrics = [.. share.Metrics, share.Metrics[0] with { Name = "ConcurrentCalls" }] };

        Assert.Equal(expected, Desk.Definition(both));
    }

    [Fact]
    public void A_bot_that_the_configuration_does_not_name_is_known_too() =>
        Assert.Equal("ivr-response-time", Desk.Definition(Changes.Of(
            "slow", "AWS/Lex", "RuntimeSucessfulRequestLatency", 4000, 3000, ("Operation", "StartConversation"), ("BotId", "ZYXWVUTSRQ"))));

    [Theory]
    [InlineData("lambda-concurrency", "example-bank")]
    [InlineData("flow-log-errors", "example-bank")]
    [InlineData("missed-calls", "example-bank")]
    [InlineData("trail-changed", "example-bank")]
    [InlineData("queue-size", "Billing")]
    public void A_threshold_for_one_resource_is_told_where_an_alarm_on_it_does_not_name_it(string id, string resource)
    {
        var configuration = Desk.Sample with
        {
            Alarms = new Dictionary<string, AlarmOverride>
            {
                [id] = new() { Resources = new Dictionary<string, double> { [resource] = 77 } }
            }
        };
        var size = Changes.QueueSize();
        var change = size with
        {
            AlarmName = $"cc-prod/{id}",
            Kind = AlarmKind.MetricMath,
            Metrics = [.. size.Metrics, .. size.Metrics],
            Threshold = null,
        };

        Assert.Contains("77", Desk.Triage(change, configuration).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(240)]
    [InlineData(50_000)]
    public void A_wait_in_which_all_channels_count_together_is_never_a_P1(double seconds)
    {
        var alarm = Desk.Triage(Changes.MixedWait("Cards", seconds));

        Assert.Equal(Severity.P2, alarm.Assessment.Severity);
        Assert.Contains("All channels count together", alarm.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_is_not_taken_for_its_table()
    {
        Assert.Equal("table-read-throttled", Desk.Definition(Changes.Throttled()));
        Assert.Equal("index-read-throttled", Desk.Definition(Changes.Throttled(index: "by-phone")));
    }

    [Theory]
    [InlineData(AlarmComparison.GreaterThanUpperThreshold, "call-volume-unusual")]
    [InlineData(AlarmComparison.LessThanLowerThreshold, "call-volume-gone")]
    public void The_side_of_an_anomaly_band_decides(AlarmComparison comparison, string expected)
    {
        var change = Changes.Calls("CallsPerInterval", null, 1) with { Kind = AlarmKind.AnomalyDetection, Comparison = comparison };

        Assert.Equal(expected, Desk.Definition(change));
    }

    [Fact]
    public void A_threshold_in_the_other_direction_is_another_alarm() =>
        Assert.Null(Desk.Definition(Changes.Wait() with { Comparison = AlarmComparison.LessThanThreshold }));

    [Fact]
    public void A_metric_of_another_channel_is_another_alarm()
    {
        var change = Changes.Of(
            "chats", "AWS/Connect", "ConcurrentCallsPercentage", 0.9, 0.8, ("InstanceId", "x"), ("MetricGroup", "Chats"));

        Assert.Null(Desk.Definition(change));
    }

    [Fact]
    public void An_alarm_on_this_system_is_known_only_by_name()
    {
        var change = Changes.Of("letters", "AWS/SQS", "ApproximateNumberOfMessagesVisible", 3, 1, ("QueueName", "shop-orders"));

        Assert.Null(Desk.Definition(change));
        Assert.Equal("dead-letters", Desk.Definition(change with { AlarmName = "cc-prod/dead-letters/deliver-effects" }));
    }

    [Fact]
    public void A_plain_count_is_not_read_as_the_share_that_the_catalog_computes()
    {
        var alarm = Desk.Triage(Changes.FunctionErrors(3));

        Assert.Equal("function-errors", alarm.Runbook);
        Assert.Contains("3 against a threshold of 1.", alarm.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("%", alarm.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_count_far_beyond_its_threshold_makes_no_P1()
    {
        var change = Changes.Of("read", "AWS/DynamoDB", "ConsumedReadCapacityUnits", 5000, 1000, ("TableName", "customers"));

        Assert.Equal(Severity.P3, Desk.Triage(change).Assessment.Severity);
    }

    [Fact]
    public void A_function_that_no_contact_flow_calls_is_not_rated_as_one()
    {
        var nightly = Changes.Of("nightly", "AWS/Lambda", "Errors", 1, 0, ("FunctionName", "nightly-report"));
        var hook = Changes.Of("hook", "AWS/Lambda", "Errors", 1, 0, ("FunctionName", "cc-prod-classify-contact"));

        Assert.Equal((Severity.P2, Severity.P1), (Desk.Triage(nightly).Assessment.Severity, Desk.Triage(hook).Assessment.Severity));
    }

    [Fact]
    public void A_repair_is_asked_for_only_where_the_configuration_allows_one()
    {
        AlarmChange Throttled(string table) => Changes.Of("t", "AWS/DynamoDB", "ReadThrottleEvents", 5, 1, ("TableName", table));

        Assert.Equal(
            ("heal-capacity", null), (Desk.Triage(Throttled("customers")).Remediation, Desk.Triage(Throttled("payroll")).Remediation));
    }

    [Fact]
    public void An_anomaly_on_a_metric_with_a_static_definition_is_not_told_the_static_threshold()
    {
        var change = Changes.Wait(value: 200) with
        {
            Kind = AlarmKind.AnomalyDetection,
            Threshold = null,
            Comparison = AlarmComparison.GreaterThanUpperThreshold
        };

        Assert.Contains("3 min 20 s, outside what is normal", Desk.Triage(change).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS/Connect", "LongestQueueWaitTime", "QueueName", "Billing", "queue-wait-time")]
    [InlineData("AWS/Connect", "ContactFlowFatalErrors", "ContactFlowName", "Inbound", "flow-failed")]
    [InlineData("AWS/DynamoDB", "ReadThrottleEvents", "TableName", "customers", "table-read-throttled")]
    [InlineData("AWS/Usage", "CallCount", "Service", "EC2", null)]
    public void A_series_of_a_query_over_many_is_known_by_its_metric(
        string @namespace, string metric, string dimension, string value, string? expected)
    {
        var change = Changes.Of("every", @namespace, metric, 5, 1, (dimension, value)) with
        {
            Kind = AlarmKind.MetricMath,
            ContributorId = "0a1b"
        };

        Assert.Equal(expected, Desk.Definition(change));
    }

    [Fact]
    public void A_query_over_a_count_is_not_read_as_the_share_that_the_catalog_computes() =>
        Assert.Contains(
            "3 against a threshold of 1.",
            Desk.Triage(Changes.FunctionErrors(3) with { Kind = AlarmKind.MetricMath }).Description,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("not JSON at all")]
    [InlineData("{\"alarm\":")]
    [InlineData("[\"queue-full\"]")]
    [InlineData("{\"alarm\":7}")]
    [InlineData("{\"alarm\":\"no-such-alarm\"}")]
    public void A_description_that_names_no_alarm_does_not_hinder(string description) =>
        Assert.Equal("queue-wait-time", Desk.Definition(Changes.Wait() with { Description = description }));

    private static AlarmChange AsOthersNameIt(BoundAlarm alarm) => Changes.Nameless("other") with
    {
        Kind = alarm.Definition switch
        {
            { AnomalyBand: not null } => AlarmKind.AnomalyDetection,
            { Expression: not null } => AlarmKind.MetricMath,
            _ => AlarmKind.Metric,
        },
        Metrics = alarm.Metrics,
        Comparison = alarm.Definition.Comparison,
        Threshold = alarm.Definition.AnomalyBand is null ? alarm.Definition.Threshold : null,
    };
}
