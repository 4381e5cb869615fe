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

    /// <summary>When its message was sent, by the envelope; when it was received, where there is none; null when neither is known.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Set when one series of a multi-series alarm changed: each contributor is a trouble of its own.</summary>
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

    /// <summary>The end of the mute window that the alarm is in, or null. EventBridge tells of muted alarms, SNS does not.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>True when CloudWatch suppressed the alarm's actions because of another alarm.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>What makes two changes changes of the same thing: alarm and contributor.</summary>
    public AlarmId Id => new(AlarmArn, ContributorId);
}
