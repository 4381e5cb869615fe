using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>
/// Writes a state change as the event that reaches a Lambda function through SNS: the envelope with one record, and in it CloudWatch's
/// message as a string. Real and simulated alarms then go through one parser.
/// </summary>
public sealed class AlarmMessageWriter(AlarmSource source)
{
    /// <summary>When the simulated alarms were last configured; any moment before the simulation will do.</summary>
    private const string ConfiguredAt = "2026-01-05T08:00:11.215+0000";

    private const int MessageIdBytes = 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole event, UTF-8.</summary>
    public byte[] WriteEvent(AlarmTransition transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        var message = WriteMessage(transition);
        return Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("Records");
            json.WriteStartObject();
            json.WriteString("EventSource", "aws:sns");
            json.WriteString("EventVersion", "1.0");
            json.WriteString("EventSubscriptionArn", $"{source.TopicArn}:{Id(transition, "subscription")}");
            json.WriteStartObject("Sns");
            json.WriteString("Type", "Notification");
            json.WriteString("MessageId", Id(transition, "message"));
            json.WriteString("TopicArn", source.TopicArn);
            json.WriteString("Subject", $"{StateReason.Name(transition.To)}: \"{transition.Alarm.Name}\" in {source.RegionName}");
            json.WriteString("Message", message);
            json.WriteString("Timestamp", transition.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("SignatureVersion", "1");
            json.WriteString("Signature", "EXAMPLE");
            json.WriteString("SigningCertUrl", "EXAMPLE");
            json.WriteString("UnsubscribeUrl", "EXAMPLE");
            json.WriteStartObject("MessageAttributes");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>CloudWatch's message alone, UTF-8.</summary>
    public byte[] WriteMessage(AlarmTransition transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        return Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("AlarmName", transition.Alarm.Name);
            json.WriteString("AlarmDescription", AlarmSelfDescription.Of(transition.Alarm, source.RunbookUrl));
            json.WriteString("AWSAccountId", source.AccountId);
            json.WriteString("AlarmConfigurationUpdatedTimestamp", ConfiguredAt);
            json.WriteString("NewStateValue", StateReason.Name(transition.To));
            json.WriteString("NewStateReason", transition.Reason);
            json.WriteString(
                "StateChangeTime", transition.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture));
            json.WriteString("Region", source.RegionName);
            json.WriteString("AlarmArn", source.AlarmArn(transition.Alarm.Name));
            json.WriteString("OldStateValue", StateReason.Name(transition.From));
            WriteActions(json, "OKActions");
            WriteActions(json, "AlarmActions");
            json.WriteStartArray("InsufficientDataActions");
            json.WriteEndArray();
            json.WriteBoolean("ActionExecutedAfterMuteWindow", false);
            json.WriteStartObject("Trigger");
            WriteTrigger(json, transition.Alarm);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static void WriteTrigger(Utf8JsonWriter json, BoundAlarm alarm)
    {
        var definition = alarm.Definition;
        if (definition.Expression is null && definition.AnomalyBand is null)
        {
            WriteMetric(json, alarm.Metrics[0]);
        }

        json.WriteNumber("Period", (int)definition.Period.TotalSeconds);
        json.WriteNumber("EvaluationPeriods", definition.EvaluationPeriods);
        json.WriteNumber("DatapointsToAlarm", definition.DatapointsToAlarm);
        json.WriteString("ComparisonOperator", definition.Comparison.ToString());
        if (definition.AnomalyBand is null)
        {
            json.WriteNumber("Threshold", definition.Threshold);
        }
        else
        {
            json.WriteString("ThresholdMetricId", "ad1");
        }

        json.WriteString("TreatMissingData", JsonNamingPolicy.CamelCase.ConvertName(definition.MissingData.ToString()));
        json.WriteString("EvaluateLowSampleCountPercentile", string.Empty);
        if (definition.Expression is not null || definition.AnomalyBand is not null)
        {
            WriteMetrics(json, alarm);
        }
    }

    private static void WriteMetric(Utf8JsonWriter json, MetricSource metric)
    {
        json.WriteString("MetricName", metric.Name);
        json.WriteString("Namespace", metric.Namespace);
        if (MetricStatistic.Parse(metric.Statistic).IsPercentile)
        {
            json.WriteString("StatisticType", "ExtendedStatistic");
            json.WriteString("ExtendedStatistic", metric.Statistic);
        }
        else
        {
            json.WriteString("StatisticType", "Statistic");
            json.WriteString("Statistic", metric.Statistic is "SampleCount" ? "SAMPLE_COUNT" : metric.Statistic.ToUpperInvariant());
        }

        json.WriteNull("Unit");
        WriteDimensions(json, metric);
    }

    private static void WriteMetrics(Utf8JsonWriter json, BoundAlarm alarm)
    {
        json.WriteStartArray("Metrics");
        if (alarm.Definition.Expression is { } expression)
        {
            WriteExpression(json, "e1", expression, alarm.Definition.Id);
        }

        foreach (var metric in alarm.Metrics)
        {
            json.WriteStartObject();
            json.WriteString("Id", metric.Id);
            json.WriteStartObject("MetricStat");
            json.WriteStartObject("Metric");
            WriteDimensions(json, metric);
            json.WriteString("MetricName", metric.Name);
            json.WriteString("Namespace", metric.Namespace);
            json.WriteEndObject();
            json.WriteNumber("Period", (int)metric.Period.TotalSeconds);
            json.WriteString("Stat", metric.Statistic);
            json.WriteEndObject();
            json.WriteBoolean("ReturnData", alarm.Definition.AnomalyBand is not null);
            json.WriteEndObject();
        }

        if (alarm.Definition.AnomalyBand is { } width)
        {
            var band = string.Create(CultureInfo.InvariantCulture, $"ANOMALY_DETECTION_BAND({alarm.Metrics[0].Id}, {width})");
            WriteExpression(json, "ad1", band, $"{alarm.Metrics[0].Name} (expected)");
        }

        json.WriteEndArray();
    }

    private static void WriteExpression(Utf8JsonWriter json, string id, string expression, string label)
    {
        json.WriteStartObject();
        json.WriteString("Expression", expression);
        json.WriteString("Id", id);
        json.WriteString("Label", label);
        json.WriteBoolean("ReturnData", true);
        json.WriteEndObject();
    }

    private static void WriteDimensions(Utf8JsonWriter json, MetricSource metric)
    {
        json.WriteStartArray("Dimensions");
        foreach (var dimension in metric.Dimensions)
        {
            json.WriteStartObject();
            json.WriteString("value", dimension.Value);
            json.WriteString("name", dimension.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteActions(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(source.TopicArn);
        json.WriteEndArray();
    }

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            content(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>An id that follows from the state change, so that a replay of the same seed has the same ids.</summary>
    private string Id(AlarmTransition transition, string purpose)
    {
        var name = purpose is "subscription"
            ? source.TopicArn
            : string.Create(CultureInfo.InvariantCulture, $"{transition.Alarm.Name}\n{transition.At.ToUnixTimeSeconds()}\n{transition.To}");
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, MessageIdBytes)).ToString();
    }
}
