namespace ContactCenter.Core.Incidents;

/// <summary>What one input led to: the state after it, what goes on the timeline, what is to be done outside.</summary>
/// <param name="After">The correlation after the input; its version is still the one that was read.</param>
/// <param name="Action">What it amounted to.</param>
/// <param name="Timeline">Events to append.</param>
/// <param name="Effects">Effects to carry out, in order.</param>
public sealed record Decision(
    Correlation After, IncidentAction Action, IReadOnlyList<TimelineEvent> Timeline, IReadOnlyList<Effect> Effects)
{
    /// <summary>True when there is something to store.</summary>
    public bool Changes { get; init; } = true;
}
