namespace ContactCenter.Core.Remediation.EventSources;

/// <summary>An event source mapping: what feeds a stream or a queue to a function.</summary>
/// <param name="Id">Its UUID.</param>
/// <param name="Source">ARN of the stream or the queue.</param>
/// <param name="State">The service's word: Creating, Enabling, Enabled, Disabling, Disabled, Updating or Deleting.</param>
public sealed record EventSourceMapping(string Id, string Source, string State)
{
    /// <summary>State of one that feeds nothing.</summary>
    public const string Disabled = "Disabled";

    /// <summary>State of one that will feed in a moment.</summary>
    public const string Enabling = "Enabling";

    /// <summary>Who or what brought it into that state: "USER_INITIATED" or "User action" for a person, else the service's text.</summary>
    public string StateTransitionReason { get; init; } = "";

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset LastModified { get; init; }

    /// <summary>How often it was enabled by us in the last day.</summary>
    public int EnabledToday { get; init; }

    /// <summary>True when a person disabled it.</summary>
    public bool IsDisabledByPeople => State == Disabled && StateTransitionReason.StartsWith("USER", StringComparison.OrdinalIgnoreCase);
}
