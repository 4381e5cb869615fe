using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Monitoring.Parsing;

/// <summary>The kinds of CloudWatch alarms differ in which members their payloads have.</summary>
public sealed class KindTests
{
    public static TheoryData<PayloadShape> Shapes => [.. Enum.GetValues<PayloadShape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_math_alarm_names_its_metrics_and_keeps_its_threshold(PayloadShape shape)
    {
        var change = Parsed.Change(new AlarmPayload { Expression = "m1 * 2" }, shape);

        Assert.Equal(AlarmKind.MetricMath, change.Kind);
        Assert.Equal(120, change.Threshold);
        var metric = Assert.Single(change.Metrics);
        Assert.Equal(("m1", "LongestQueueWaitTime"), (metric.Id, metric.Name));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_anomaly_alarm_has_no_threshold(PayloadShape shape)
    {
        var change = Parsed.Change(new AlarmPayload { Band = 2, Comparison = "GreaterThanUpperThreshold" }, shape);

        Assert.Equal(AlarmKind.AnomalyDetection, change.Kind);
        Assert.Null(change.Threshold);
        Assert.Equal(372, change.Value);
        Assert.Equal(AlarmComparison.GreaterThanUpperThreshold, change.Comparison);
        Assert.Equal("LongestQueueWaitTime", Assert.Single(change.Metrics).Name);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_composite_alarm_names_its_children_and_no_metric(PayloadShape shape)
    {
        string[] children =
        [
            "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:a", "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:b"
        ];

        var change = Parsed.Change(new AlarmPayload { Rule = "ALARM(a) AND ALARM(b)", Children = children }, shape);

        Assert.Equal(AlarmKind.Composite, change.Kind);
        Assert.Equal(children, change.Children);
        Assert.Empty(change.Metrics);
        Assert.Null(change.Threshold);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_composite_alarm_may_tell_no_children(PayloadShape shape)
    {
        var change = Parsed.Change(new AlarmPayload { Rule = "ALARM(a)" }, shape);

        Assert.Equal((AlarmKind.Composite, 0), (change.Kind, change.Children.Count));
    }

    [Fact]
    public void A_composite_alarm_without_the_member_for_children_is_read()
    {
        var message = new AlarmPayload { Rule = "ALARM(a)" }.Message();
        message.Remove("TriggeringChildren");

        Assert.Equal(AlarmKind.Composite, Parsed.Change(message).Kind);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_percentile_is_the_statistic(PayloadShape shape)
    {
        var change = Parsed.Change(new AlarmPayload { Statistic = "p99" }, shape);

        Assert.Equal("p99", Assert.Single(change.Metrics).Statistic);
    }

    [Theory]
    [InlineData("AVERAGE", "Average")]
    [InlineData("SUM", "Sum")]
    [InlineData("MAXIMUM", "Maximum")]
    [InlineData("MINIMUM", "Minimum")]
    [InlineData("SAMPLE_COUNT", "SampleCount")]
    [InlineData("SampleCount", "SampleCount")]
    public void Statistics_are_spelled_as_in_the_catalog(string written, string expected)
    {
        var message = new AlarmPayload().Message();
        message["Trigger"]!["Statistic"] = written;

        Assert.Equal(expected, Assert.Single(Parsed.Change(message).Metrics).Statistic);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_contributor_is_part_of_the_identity(PayloadShape shape)
    {
        AlarmChange Contributor(string id, string queue) => Parsed.Change(
            new AlarmPayload { ContributorId = id, ContributorAttributes = [("QueueName", queue)] }, shape);

        var billing = Contributor("0a1b", "Billing");
        var cards = Contributor("2c3d", "Cards");

        Assert.NotEqual(billing.Id, cards.Id);
        Assert.Equal(billing.AlarmArn, cards.AlarmArn);
        Assert.Equal([new MetricDimension("QueueName", "Cards")], cards.ContributorAttributes);
    }

    [Fact]
    public void A_query_alarm_without_a_reason_is_read()
    {
        var message = new AlarmPayload { ContributorId = "0a1b", ContributorAttributes = [("service", "billing")] }.Message();
        message.Remove("NewStateReason");
        message["Trigger"] = new JsonObject
        {
            ["EvaluationCriteria"] = new JsonObject { ["PromQLCriteria"] = new JsonObject { ["Query"] = "up == 0" } },
            ["EvaluationInterval"] = 60,
        };

        var change = Parsed.Change(message);

        Assert.Equal((AlarmKind.Other, "", null), (change.Kind, change.Reason, change.Value));
        Assert.Equal("0a1b", change.ContributorId);
    }

    [Fact]
    public void An_alarm_that_names_neither_trigger_nor_rule_is_of_another_kind()
    {
        var message = new AlarmPayload().Message();
        message.Remove("Trigger");
        message["LogGroupIdentifiers"] = new JsonArray("arn:aws:logs:eu-central-1:123456789012:log-group:/aws/connect/example");

        Assert.Equal(AlarmKind.Other, Parsed.Change(message).Kind);
    }
}
