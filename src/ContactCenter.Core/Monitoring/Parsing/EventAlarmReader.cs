using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>
/// Reads the EventBridge "CloudWatch Alarm State Change" event and the payload of a direct Lambda action: camelCase, the same
/// structure under <c>detail</c> and <c>alarmData</c>, numbers in a JSON text called <c>reasonData</c>.
/// </summary>
internal static class EventAlarmReader
{
    public static AlarmChange? ReadEvent(JsonElement root, MessageOrigin origin)
    {
        return root.Member("detail") is { } detail
            ? Read(detail, Arn(root), root.Text("account"), root.Text("region"), origin)
            : null;
    }

    private static string? Arn(JsonElement root) =>
        root.Member("resources") is { ValueKind: JsonValueKind.Array } resources && resources.GetArrayLength() > 0
            ? resources[0].AsText()
            : null;

    /// <summary>
    /// Somebody created, changed or deleted an alarm. The state beside it is not news; a deleted alarm has nothing to tell of any more.
    /// </summary>
    public static AlarmChange? ReadEdit(JsonElement root, MessageOrigin origin)
    {
        var detail = root.Member("detail");
        if ((detail?.Text("alarmName") ?? detail?.Member("configuration")?.Text("alarmName")) is not { Length: > 0 } name)
        {
            return null;
        }

        var identity = AlarmIdentity.Of(name, Arn(root), root.Text("account"), root.Text("region") ?? "");
        var configuration = detail?.Member("configuration") ?? detail?.Member("previousConfiguration");
        return new AlarmChange
        {
            AlarmArn = identity.Arn,
            AlarmName = identity.Name,
            AccountId = identity.AccountId,
            Region = identity.Region,
            Description = SnsAlarmReader.Description(configuration?.Text("description")),
            Kind = Kind(configuration),
            State = AlarmState.Ok,
            At = origin.At,
            SentAt = origin.At,
            Metrics = configuration?.Member("metrics") is { } metrics ? MetricReader.List(metrics, []) : [],
            Edit = detail?.Text("operation") is { } operation && operation.Equals("delete", StringComparison.OrdinalIgnoreCase)
                ? AlarmEdit.Deleted
                : AlarmEdit.Changed,
        };
    }

    public static AlarmChange? ReadDirect(JsonElement root, MessageOrigin origin)
    {
        var sent = origin with { At = Timestamp.Read(root.Text("time")) ?? origin.At };
        return Read(root.Member("alarmData")!.Value, root.Text("alarmArn"), root.Text("accountId"), root.Text("region"), sent);
    }

    private static AlarmChange? Read(JsonElement data, string? arn, string? accountId, string? region, MessageOrigin origin)
    {
        var state = data.Member("state");
        if (data.Text("alarmName") is not { Length: > 0 } name || AlarmTexts.State(state?.Text("value")) is not { } value)
        {
            return null;
        }

        var identity = AlarmIdentity.Of(name, arn, accountId, region ?? "");
        var configuration = data.Member("configuration");
        var reason = state?.Text("reason") ?? "";
        var numbers = ReasonData.Read(state?.Text("reasonData"));
        var contributor = data.Member("alarmContributor");
        var attributes = contributor?.Member("attributes") is { } map ? MetricReader.DimensionMap(map) : [];
        var list = configuration?.Member("metrics");
        var kind = Kind(configuration);
        IReadOnlyList<string> children = numbers.Children.Count == 0 && kind == AlarmKind.Composite && value == AlarmState.Alarm
            ? AlarmRuleReader.InReason(reason, identity.Arn)
            : numbers.Children;
        return new AlarmChange
        {
            AlarmArn = identity.Arn,
            AlarmName = identity.Name,
            AccountId = identity.AccountId,
            Region = identity.Region,
            Description = SnsAlarmReader.Description(configuration?.Text("description")),
            Kind = kind,
            State = value,
            PreviousState = AlarmTexts.State(data.Member("previousState")?.Text("value")),
            Reason = BoundedText.Of(reason, AlarmIdentity.MaximumReason),
            At = Timestamp.Read(state?.Text("timestamp")) ?? origin.At,
            SentAt = origin.At,
            ContributorId = contributor?.Text("id") is { Length: > 0 } id ? BoundedText.Of(id, 64) : null,
            ContributorAttributes = attributes,
            Metrics = list is { } metrics ? MetricReader.List(metrics, attributes) : [],
            ExpressionLabel = list is { } labelled ? MetricReader.Label(labelled) : null,
            Comparison = AlarmTexts.ComparisonInReason(reason),
            Threshold = numbers.Threshold ?? AlarmTexts.ThresholdInReason(reason),
            Value = numbers.Newest ?? AlarmTexts.NewestDatapoint(reason),
            Children = children,
            RuleAlarms = children.Count == 0 ? AlarmRuleReader.InRule(configuration?.Text("alarmRule"), identity.Arn) : [],
            HasContributors = AlarmTexts.TellsOfSeries(reason) || (list is { } series && MetricReader.HasSeries(series)),
            MutedUntil = data.Member("muteDetail") is { } mute ? Timestamp.Read(mute.Text("muteWindowEnd")) ?? origin.At : null,
            IsSuppressed = state?.Text("actionsSuppressedBy") is { Length: > 0 },
        };
    }

    private static AlarmKind Kind(JsonElement? configuration)
    {
        if (configuration is not { } known)
        {
            return AlarmKind.Other;
        }

        if (known.Member("alarmRule") is not null)
        {
            return AlarmKind.Composite;
        }

        if (known.Member("metrics") is not { ValueKind: JsonValueKind.Array } metrics || metrics.GetArrayLength() == 0)
        {
            return AlarmKind.Other;
        }

        var expressions = metrics.EnumerateArray().Select(metric => metric.Text("expression")).Where(text => text is not null).ToArray();
        if (expressions.Any(text => text!.StartsWith("ANOMALY_DETECTION_BAND", StringComparison.OrdinalIgnoreCase)))
        {
            return AlarmKind.AnomalyDetection;
        }

        return expressions.Length > 0 ? AlarmKind.MetricMath : AlarmKind.Metric;
    }
}
