using System.Collections.Immutable;

namespace ContactCenter.Core.Incidents.History;

/// <summary>Everything that the store has of one incident: what its history is made from, and what people see who look at it.</summary>
/// <param name="Version">Version of the correlation in which it stands, or stood last; 0 where that was not kept.</param>
/// <param name="Incident">The incident.</param>
/// <param name="Timeline">What happened, in order.</param>
/// <param name="Effects">What was to be done outside and is still kept (30 days), in order.</param>
public sealed record IncidentFile(
    long Version, Incident Incident, IReadOnlyList<TimelineEvent> Timeline, ImmutableArray<EffectOutcome> Effects)
{
    /// <summary>How many of its effects have come to an end. Together with the version it only grows.</summary>
    public int Receipts => Effects.Count(static outcome => outcome.DoneAt is not null);
}

/// <summary>What became of an effect.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="DoneAt">When it was carried out or given up; null while it waits.</param>
/// <param name="Failure">Why it was given up, without secrets and customer data; else null.</param>
public sealed record EffectOutcome(Effect Effect, DateTimeOffset? DoneAt, string? Failure);

/// <summary>Opens the files of incidents, those that are over too.</summary>
public interface IIncidentFiles
{
    /// <summary>The file of the newest incident under a key, read consistently; null when there is none.</summary>
    /// <param name="code">Code of the correlation key.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="UnreadableItemException">It cannot be read.</exception>
    ValueTask<IncidentFile?> OpenNewestAsync(string code, CancellationToken cancellationToken);

    /// <summary>The file of an incident; null when it is unknown, or its retention is over.</summary>
    /// <param name="incidentId">Its id, such as <c>7Q2M9KXA-3</c>; anything else is unknown.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="UnreadableItemException">It cannot be read.</exception>
    ValueTask<IncidentFile?> OpenAsync(string incidentId, CancellationToken cancellationToken);
}
