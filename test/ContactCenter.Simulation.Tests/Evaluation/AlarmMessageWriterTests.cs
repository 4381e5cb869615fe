using System.Text.Json;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Evaluation;
using static ContactCenter.Simulation.Tests.Evaluation.AlarmBuilder;

namespace ContactCenter.Simulation.Tests.Evaluation;

public sealed class AlarmMessageWriterTests
{
    private static readonly AlarmMessageWriter Writer = new(new AlarmSource());

    [Fact]
    public void The_envelope_carries_one_record_with_the_message_as_a_string()
    {
        using var document = JsonDocument.Parse(Writer.WriteEvent(Change(Definition)));

        var record = Assert.Single(document.RootElement.GetProperty("Records").EnumerateArray());
        var sns = record.GetProperty("Sns");
        Assert.Equal("aws:sns", record.GetProperty("EventSource").GetString());
        Assert.Equal("ALARM: \"cc/too-many/Billing\" in EU (Frankfurt)", sns.GetProperty("Subject").GetString());
        Assert.Equal("2026-03-02T07:00:00.000Z", sns.GetProperty("Timestamp").GetString());
        using var message = JsonDocument.Parse(sns.GetProperty("Message").GetString()!);
        Assert.Equal("cc/too-many/Billing", message.RootElement.GetProperty("AlarmName").GetString());
    }

    [Fact]
    public void A_metric_alarm_has_the_members_and_spellings_of_the_service()
    {
        using var document = JsonDocument.Parse(Writer.WriteMessage(Change(Definition)));
        var message = document.RootElement;
        var trigger = message.GetProperty("Trigger");

        Assert.Equal(
            [
                "AlarmName", "AlarmDescription", "AWSAccountId", "AlarmConfigurationUpdatedTimestamp", "NewStateValue", "NewStateReason",
                "StateChangeTime", "Region", "AlarmArn", "OldStateValue", "OKActions", "AlarmActions", "InsufficientDataActions",
                "ActionExecutedAfterMuteWindow", "Trigger",
            ],
            Members(message));
        Assert.Equal(
            [
                "MetricName", "Namespace", "StatisticType", "Statistic", "Unit", "Dimensions", "Period", "EvaluationPeriods",
                "DatapointsToAlarm", "ComparisonOperator", "Threshold", "TreatMissingData", "EvaluateLowSampleCountPercentile",
            ],
            Members(trigger));
        Assert.Equal("2026-03-02T07:00:00.000+0000", message.GetProperty("StateChangeTime").GetString());
        Assert.Equal("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc/too-many/Billing", message.GetProperty("AlarmArn").GetString());
        Assert.Equal("SUM", trigger.GetProperty("Statistic").GetString());
        Assert.Equal("notBreaching", trigger.GetProperty("TreatMissingData").GetString());
        Assert.Equal("[{\"value\":\"Billing\",\"name\":\"QueueName\"}]", trigger.GetProperty("Dimensions").GetRawText());
    }

    [Fact]
    public void A_percentile_stands_in_place_of_the_statistic()
    {
        var trigger = Trigger(Definition with { Metrics = [Metric("Value", "p99")] });

        Assert.Equal("ExtendedStatistic", trigger.GetProperty("StatisticType").GetString());
        Assert.Equal("p99", trigger.GetProperty("ExtendedStatistic").GetString());
        Assert.False(trigger.TryGetProperty("Statistic", out _));
    }

    [Fact]
    public void A_math_alarm_lists_its_metrics_and_names_none_of_them()
    {
        var trigger = Trigger(Definition with { Metrics = [Metric("A", id: "a"), Metric("B", id: "b")], Expression = "a / b" });
        var metrics = trigger.GetProperty("Metrics").EnumerateArray().ToArray();

        Assert.False(trigger.TryGetProperty("MetricName", out _));
        Assert.Equal(
            ["a / b", null, null], metrics.Select(metric => metric.TryGetProperty("Expression", out var text) ? text.GetString() : null));
        Assert.Equal([true, false, false], metrics.Select(metric => metric.GetProperty("ReturnData").GetBoolean()));
        Assert.Equal("B", metrics[2].GetProperty("MetricStat").GetProperty("Metric").GetProperty("MetricName").GetString());
    }

    [Fact]
    public void An_anomaly_alarm_names_the_band_in_place_of_a_threshold()
    {
        var trigger = Trigger(Definition with { AnomalyBand = 2.5, Comparison = AlarmComparison.GreaterThanUpperThreshold });
        var metrics = trigger.GetProperty("Metrics").EnumerateArray().ToArray();

        Assert.False(trigger.TryGetProperty("Threshold", out _));
        Assert.Equal("ad1", trigger.GetProperty("ThresholdMetricId").GetString());
        Assert.Equal("ANOMALY_DETECTION_BAND(m1, 2.5)", metrics[1].GetProperty("Expression").GetString());
        Assert.All(metrics, metric => Assert.True(metric.GetProperty("ReturnData").GetBoolean()));
    }

    [Fact]
    public void The_same_change_is_the_same_bytes_and_another_has_another_id()
    {
        Assert.Equal(Writer.WriteEvent(Change(Definition)), Writer.WriteEvent(Change(Definition)));
        Assert.NotEqual(MessageId(Change(Definition)), MessageId(Change(Definition) with { At = Start.AddMinutes(1) }));
    }

    private static string? MessageId(AlarmTransition change)
    {
        using var document = JsonDocument.Parse(Writer.WriteEvent(change));
        return document.RootElement.GetProperty("Records")[0].GetProperty("Sns").GetProperty("MessageId").GetString();
    }

    private static JsonElement Trigger(AlarmDefinition definition)
    {
        using var document = JsonDocument.Parse(Writer.WriteMessage(Change(definition)));
        return document.RootElement.GetProperty("Trigger").Clone();
    }

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static AlarmTransition Change(AlarmDefinition definition) =>
        new(Bind(definition), AlarmState.Ok, AlarmState.Alarm, Start, "Threshold Crossed: because.", []);
}
