using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Core.Incidents;

/// <summary>What one look of the clock found and did.</summary>
public sealed record ClockReport
{
    /// <summary>Incidents whose deadline was handled.</summary>
    public int Handled { get; init; }

    /// <summary>Effects that had been left behind, with what became of them.</summary>
    public IReadOnlyList<DeliveryOutcome> Deliveries { get; init; } = [];

    /// <summary>Active incidents that were audited.</summary>
    public int Active { get; init; }

    /// <summary>Incidents whose deadline was missing or late and is right again.</summary>
    public IReadOnlyList<string> Repaired { get; init; } = [];

    /// <summary>What went wrong: incidents and effects by id, with the kind of error. Empty: nothing did.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>True when the audit came to its end, every active incident has a next deadline that is right, and nothing failed. Only then may the heartbeat be told.</summary>
    public bool Passed { get; init; }
}
