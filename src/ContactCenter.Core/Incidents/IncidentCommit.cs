namespace ContactCenter.Core.Incidents;

/// <summary>What one transaction stores.</summary>
/// <param name="Correlation">The correlation after the decision; its version is the one that was read.</param>
/// <param name="Timeline">Events to append.</param>
/// <param name="Effects">Effects for the outbox.</param>
public sealed record IncidentCommit(Correlation Correlation, IReadOnlyList<TimelineEvent> Timeline, IReadOnlyList<Effect> Effects)
{
    /// <summary>The storm correlation, when an opening was remembered in it; else null.</summary>
    public Correlation? Storm { get; init; }

    /// <summary>The incident that a new one of the same key takes the place of; it is kept as a record. Else null.</summary>
    public Incident? Superseded { get; init; }
}
