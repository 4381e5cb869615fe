using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>Reads the message that CloudWatch publishes to SNS: PascalCase, the trigger beside the state, dimensions as a list.</summary>
internal static class SnsAlarmReader
{
    public static AlarmChange? Read(JsonElement message, MessageOrigin origin)
    {
        if (message.Text("AlarmName") is not { Length: > 0 } name || AlarmTexts.State(message.Text("NewStateValue")) is not { } state)
        {
            return null;
        }

        var identity = AlarmIdentity.Of(name, message.Text("AlarmArn"), message.Text("AWSAccountId"), "");
        var trigger = message.Member("Trigger");
        var attributes = message.Member("AlarmContributorAttributes") is { } map ? MetricReader.DimensionMap(map) : [];
        var metrics = trigger is { } t ? Metrics(t, attributes) : [];
        var reason = message.Text("NewStateReason") ?? "";
        var kind = Kind(message, trigger, metrics);
        var children = Children(message);
        if (children.Count == 0 && kind == AlarmKind.Composite && state == AlarmState.Alarm)
        {
            children = AlarmRuleReader.InReason(reason, identity.Arn);
        }

        return new AlarmChange
        {
            AlarmArn = identity.Arn,
            AlarmName = identity.Name,
            AccountId = identity.AccountId,
            Region = identity.Region,
            Description = Description(message.Text("AlarmDescription")),
            Kind = kind,
            State = state,
            PreviousState = AlarmTexts.State(message.Text("OldStateValue")),
            Reason = BoundedText.Of(reason, AlarmIdentity.MaximumReason),
            At = Timestamp.Read(message.Text("StateChangeTime")) ?? origin.At,
            SentAt = origin.At,
            ContributorId = message.Text("AlarmContributorId") is { Length: > 0 } id ? BoundedText.Of(id, 64) : null,
            ContributorAttributes = attributes,
            Metrics = metrics,
            ExpressionLabel = trigger?.Member("Metrics") is { } list ? MetricReader.Label(list) : null,
            Comparison = AlarmTexts.Comparison(trigger?.Text("ComparisonOperator")) ?? AlarmTexts.ComparisonInReason(reason),
            Threshold = trigger?.Text("ThresholdMetricId") is null
                ? trigger?.Number("Threshold") ?? AlarmTexts.ThresholdInReason(reason)
                : null,
            Value = AlarmTexts.NewestDatapoint(reason),
            Children = children,
            RuleAlarms = children.Count == 0 ? AlarmRuleReader.InRule(message.Text("AlarmRule"), identity.Arn) : [],
            HasContributors = AlarmTexts.TellsOfSeries(reason)
                || (trigger?.Member("Metrics") is { } series && MetricReader.HasSeries(series)),
        };
    }

    internal static string? Description(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : BoundedText.Of(text, AlarmIdentity.MaximumDescription);

    private static AlarmKind Kind(JsonElement message, JsonElement? trigger, IReadOnlyList<MetricSource> metrics)
    {
        if (trigger is null)
        {
            return message.Member("AlarmRule") is null ? AlarmKind.Other : AlarmKind.Composite;
        }

        if (trigger.Value.Text("ThresholdMetricId") is not null)
        {
            return AlarmKind.AnomalyDetection;
        }

        return (metrics.Count, trigger.Value.Member("Metrics")) switch
        {
            (_, not null) => AlarmKind.MetricMath,
            ( > 0, _) => AlarmKind.Metric,
            _ => AlarmKind.Other,
        };
    }

    private static IReadOnlyList<MetricSource> Metrics(JsonElement trigger, IReadOnlyList<MetricDimension> contributor)
    {
        if (trigger.Member("Metrics") is { } list)
        {
            return MetricReader.List(list, contributor);
        }

        return MetricReader.Single(trigger) is { } metric ? [metric] : [];
    }

    private static List<string> Children(JsonElement message)
    {
        var arns = new List<string>();
        if (message.Member("TriggeringChildren") is { ValueKind: JsonValueKind.Array } children)
        {
            foreach (var child in children.EnumerateArray().Take(AlarmIdentity.MaximumChildren))
            {
                if (child.Text("Arn") is { } arn)
                {
                    arns.Add(BoundedText.Of(arn, AlarmIdentity.MaximumArn));
                }
            }
        }

        return arns;
    }
}
