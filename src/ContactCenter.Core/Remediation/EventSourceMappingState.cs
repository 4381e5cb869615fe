namespace ContactCenter.Core.Remediation;

/// <summary>An event source mapping: what feeds a stream or a queue to a function.</summary>
public sealed record EventSourceMappingState
{
    /// <summary>Its UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The function that it feeds.</summary>
    public required string Function { get; init; }

    /// <summary>The service's word: Creating, Enabling, Enabled, Disabling, Disabled, Updating or Deleting.</summary>
    public required string State { get; init; }

    /// <summary>Why it is in that state: "USER_INITIATED" when a person did it, else a text such as "PROBLEM: Function call failed".</summary>
    public string StateTransitionReason { get; init; } = "";

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset LastModified { get; init; }

    /// <summary>How often it was re-enabled in the last day.</summary>
    public int EnabledToday { get; init; }

    /// <summary>Age of the oldest record that waits; null when it is not known.</summary>
    public TimeSpan? OldestRecord { get; init; }

    /// <summary>How long the source keeps a record: 24 hours for a DynamoDB stream.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);
}
