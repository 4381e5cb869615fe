using System.Buffers;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Core.Monitoring.History;

/// <summary>An alarm as CloudWatch's <c>DescribeAlarms</c> tells it: everything that its messages say beside its state.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN, or null when it was left out.</param>
/// <param name="Description">Its description, or null.</param>
/// <param name="IsComposite">True for a rule over other alarms.</param>
/// <param name="Trigger">What it measures and compares with, as JSON with the members that its messages have; null for a rule.</param>
public sealed record DescribedAlarm(string Name, string? Arn, string? Description, bool IsComposite, string? Trigger)
{
    /// <summary>
    /// What an alarm measures takes less: ten metrics with thirty dimensions each. It bounds what is remembered of a hostile file.
    /// </summary>
    private const int MaximumTrigger = 128 * 1024;

    /// <summary>The members of a trigger that are read; <c>DescribeAlarms</c> and messages spell them alike.</summary>
    private static readonly string[] Members =
    [
        "MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Dimensions", "Period", "ComparisonOperator", "Threshold",
        "ThresholdMetricId", "Metrics",
    ];

    /// <summary>Reads an element of <c>MetricAlarms</c> or <c>CompositeAlarms</c>.</summary>
    /// <param name="alarm">The element.</param>
    /// <param name="problem">Why it is not one, or null.</param>
    /// <returns>The alarm, or null when there is a problem.</returns>
    public static DescribedAlarm? Read(JsonElement alarm, out string? problem)
    {
        problem = null;
        if (alarm.Text("AlarmName") is not { Length: > 0 and <= AlarmName.MaximumLength } name)
        {
            problem = $"it has no AlarmName of 1 to {AlarmName.MaximumLength} characters, as every alarm that describe-alarms prints";
            return null;
        }

        var isComposite = alarm.Member("AlarmRule") is not null;
        var trigger = isComposite ? null : Measured(alarm);
        if (trigger?.Length > MaximumTrigger)
        {
            problem = $"what alarm {CleanText.Line(name, 80)} measures takes {trigger.Length} characters; at most {MaximumTrigger} are read";
            return null;
        }

        var arn = alarm.Text("AlarmArn") is { Length: > 0 and <= AlarmIdentity.MaximumArn } told ? told : null;
        return new DescribedAlarm(name, arn, SnsAlarmReader.Description(alarm.Text("AlarmDescription")), isComposite, trigger);
    }

    private static string Measured(JsonElement alarm)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var member in Members)
            {
                if (alarm.Member(member) is { } value)
                {
                    json.WritePropertyName(member);

                    // it was read as JSON, with the commas too many that a reader of messages allows as well
                    json.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
