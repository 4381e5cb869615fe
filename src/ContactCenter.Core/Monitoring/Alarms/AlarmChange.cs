using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>One received state change of an alarm, whatever shape it arrived in.</summary>
public sealed record AlarmChange
{
    /// <summary>ARN of the alarm; made from account, region and name when the payload has none.</summary>
    public required string AlarmArn { get; init; }

    /// <summary>Name of the alarm, at most 255 characters.</summary>
    public required string AlarmName { get; init; }

    /// <summary>The alarm's description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>AWS account, 12 digits; empty when unknown.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>AWS Region code, taken from the ARN because payloads carry a display name; empty when unknown.</summary>
    public string Region { get; init; } = "";

    /// <summary>What kind of alarm it is.</summary>
    public AlarmKind Kind { get; init; }

    /// <summary>The new state.</summary>
    public required AlarmState State { get; init; }

    /// <summary>The state before, when told.</summary>
    public AlarmState? PreviousState { get; init; }

    /// <summary>CloudWatch's reason; empty for PromQL contributors.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When the state changed, by CloudWatch's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// When its message was sent, by the envelope; when it was received, where there is none; null when neither is known.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Set when one series of a multi-series alarm changed: each contributor is an incident of its own.</summary>
    public string? ContributorId { get; init; }

    /// <summary>The group-by keys of the contributor, such as QueueName = Billing.</summary>
    public IReadOnlyList<MetricDimension> ContributorAttributes { get; init; } = [];

    /// <summary>The metrics that the alarm reads, also by a Metrics Insights query; empty for composite alarms.</summary>
    public IReadOnlyList<MetricSource> Metrics { get; init; } = [];

    /// <summary>What the math expression that is compared is called, when it has a name.</summary>
    public string? ExpressionLabel { get; init; }

    /// <summary>How the value is compared, when told.</summary>
    public AlarmComparison? Comparison { get; init; }

    /// <summary>The threshold, when there is one.</summary>
    public double? Threshold { get; init; }

    /// <summary>The newest datapoint that decided, when the payload tells one.</summary>
    public double? Value { get; init; }

    /// <summary>ARNs of the alarms that triggered a composite alarm.</summary>
    public IReadOnlyList<string> Children { get; init; } = [];

    /// <summary>
    /// ARNs of the alarms that a composite alarm's rule wants red, where its message does not name those that triggered it.
    /// </summary>
    public IReadOnlyList<string> RuleAlarms { get; init; } = [];

    /// <summary>The end of the mute window that the alarm is in, or null. EventBridge tells of muted alarms, SNS does not.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>True when CloudWatch suppressed the alarm's actions because of another alarm.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>True when the alarm watches several series, each of which changes for itself.</summary>
    public bool HasContributors { get; init; }

    /// <summary>What somebody did to the alarm itself, when the message tells of that and not of a state.</summary>
    public AlarmEdit Edit { get; init; }

    /// <summary>What makes two changes changes of the same thing: alarm and contributor.</summary>
    public AlarmId Id => new(AlarmArn, ContributorId);
}

/// <summary>Identity of what an alarm watches: its ARN, and the contributor of a multi-series alarm.</summary>
/// <param name="Arn">ARN of the alarm.</param>
/// <param name="Contributor">Contributor id, or null.</param>
public readonly record struct AlarmId(string Arn, string? Contributor)
{
    /// <inheritdoc/>
    public override string ToString() => Contributor is null ? Arn : $"{Arn}#{Contributor}";
}

/// <summary>An alarm took a state at a moment.</summary>
/// <param name="At">When, by CloudWatch's clock.</param>
/// <param name="State">The state.</param>
public readonly record struct AlarmMoment(DateTimeOffset At, AlarmState State) : IComparable<AlarmMoment>
{
    /// <summary>By time; of two states at the same time the worse one counts as later, so that order of arrival does not matter.</summary>
    public int CompareTo(AlarmMoment other) =>
        At.CompareTo(other.At) is var byTime and not 0 ? byTime : State.CompareTo(other.State);

    /// <summary>Earlier than.</summary>
    public static bool operator <(AlarmMoment left, AlarmMoment right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(AlarmMoment left, AlarmMoment right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    public static bool operator <=(AlarmMoment left, AlarmMoment right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(AlarmMoment left, AlarmMoment right) => left.CompareTo(right) >= 0;
}

/// <summary>The three states of a CloudWatch alarm.</summary>
[JsonConverter(typeof(NamedEnumConverter<AlarmState>))]
public enum AlarmState
{
    /// <summary>The metric is within its threshold.</summary>
    Ok = 0,

    /// <summary>There is not enough data to tell.</summary>
    InsufficientData = 1,

    /// <summary>The metric is outside its threshold.</summary>
    Alarm = 2,
}

/// <summary>What somebody did to an alarm.</summary>
public enum AlarmEdit
{
    /// <summary>Nothing: its state changed.</summary>
    None,

    /// <summary>It was created or changed.</summary>
    Changed,

    /// <summary>It was deleted: nothing will ever say that it is OK.</summary>
    Deleted,
}

/// <summary>What kind of CloudWatch alarm changed, told by which members its payload has.</summary>
public enum AlarmKind
{
    /// <summary>One metric against a threshold.</summary>
    Metric,

    /// <summary>A metric-math or Metrics Insights expression against a threshold.</summary>
    MetricMath,

    /// <summary>A metric against an anomaly-detection band; the payload has no threshold.</summary>
    AnomalyDetection,

    /// <summary>A rule over other alarms; the payload has no trigger.</summary>
    Composite,

    /// <summary>A kind that names no metric, such as a log or PromQL alarm.</summary>
    Other,
}
