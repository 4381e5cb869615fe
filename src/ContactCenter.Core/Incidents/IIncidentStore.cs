using System.Collections.Immutable;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Incidents;

/// <summary>Where correlations, timelines and effects are kept. Every commit is one transaction: all of it or nothing.</summary>
public interface IIncidentStore
{
    /// <summary>
    /// What is known under a key, and under the storm key of its location, in one consistent read. What cannot be read counts as unknown
    /// (<see cref="Correlation.Unreadable"/>): an alarm must be told all the same.
    /// </summary>
    ValueTask<CorrelationPair> LoadAsync(CorrelationKey key, CancellationToken cancellationToken);

    /// <summary>The correlation whose newest incident has this id, or null when there is no such incident any more.</summary>
    ValueTask<Correlation?> FindAsync(string incidentId, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a decision: correlations (under the condition that they still have the version that was read), timeline events, effects.
    /// </summary>
    /// <returns>False when somebody else was faster; then nothing was stored, and the decision must be made again.</returns>
    ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Ids of incidents that are due, the longest overdue first. An active incident that lacks a deadline is due at once, so that an
    /// error elsewhere makes it early, never forgotten.
    /// </summary>
    ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>What is known under the keys that have an active incident, for the audit of deadlines and for people.</summary>
    /// <param name="unreadable">Is told of each item that cannot be read; it holds back no other.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    IAsyncEnumerable<Correlation> ActiveAsync(Action<UnreadableItemException> unreadable, CancellationToken cancellationToken);

    /// <summary>The timeline of an incident, in order.</summary>
    ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string incidentId, CancellationToken cancellationToken);
}

/// <summary>What triage reads: the alarm's own correlation and that of a storm.</summary>
/// <param name="Own">Under the alarm's own key.</param>
/// <param name="Storm">Under the storm key of the same location.</param>
public sealed record CorrelationPair(Correlation Own, Correlation Storm);

/// <summary>What one transaction stores.</summary>
/// <param name="Correlation">The correlation after the decision; its version is the one that was read.</param>
/// <param name="Timeline">Events to append.</param>
/// <param name="Effects">Effects for the outbox.</param>
public sealed record IncidentCommit(Correlation Correlation, IReadOnlyList<TimelineEvent> Timeline, IReadOnlyList<Effect> Effects)
{
    /// <summary>The storm correlation, when an opening was remembered in it; else null.</summary>
    public Correlation? Storm { get; init; }

    /// <summary>
    /// States of alarms that were not known before. They stand in the correlation too, which keeps the last ones only: this tells the
    /// stream which to take to the history of alarms.
    /// </summary>
    public ImmutableArray<AlarmNews> News { get; init; } = [];

    /// <summary>The incident that a new one of the same key takes the place of; it is kept as a record. Else null.</summary>
    public Incident? Superseded { get; init; }
}
