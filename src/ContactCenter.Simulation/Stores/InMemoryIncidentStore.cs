using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Simulation.Stores;

/// <summary>The store of demonstrations, tests and replays: everything in memory, with the version conditions of the real one.</summary>
public sealed class InMemoryIncidentStore : IIncidentStore, IIncidentFiles
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Correlation> _correlations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<TimelineEvent>> _timelines = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, (Incident Incident, long Version)> _superseded = new(StringComparer.Ordinal);
    private readonly SortedSet<(DateTimeOffset At, string Code)> _due = [];
    private readonly bool _keepsHistory;

    /// <summary>Makes an empty store.</summary>
    /// <param name="keepsHistory">False: timelines and superseded incidents are not kept, for long replays in little memory.</param>
    public InMemoryIncidentStore(bool keepsHistory = true)
    {
        _keepsHistory = keepsHistory;
        Outbox = new InMemoryOutbox(keepsHistory);
    }

    /// <summary>The effects of what was committed, until they are carried out.</summary>
    public InMemoryOutbox Outbox { get; }

    /// <summary>Told of every commit that was made, after it: the stream of the table.</summary>
    public event Action<IncidentCommit>? Committed;

    /// <summary>When the next incident is due, or null when none is.</summary>
    public DateTimeOffset? NextDueAt
    {
        get
        {
            lock (_gate)
            {
                return _due.Count == 0 ? null : _due.Min.At;
            }
        }
    }

    /// <summary>Incidents of all keys, ended and active.</summary>
    public IReadOnlyList<Incident> All
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    .. _superseded.Values.Select(static old => old.Incident),
                    .. _correlations.Values.Select(correlation => correlation.Incident).OfType<Incident>(),
                ];
            }
        }
    }

    /// <summary>The alarms of all keys.</summary>
    public IReadOnlyList<AlarmTrack> Tracks
    {
        get
        {
            lock (_gate)
            {
                return [.. _correlations.Values.SelectMany(correlation => correlation.Tracks)];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<CorrelationPair> LoadAsync(CorrelationKey key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(new CorrelationPair(Get(key), Get(CorrelationKey.Storm(key.Location))));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Correlation?> FindAsync(string incidentId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(incidentId));

    /// <summary>What is known under the key of an incident; null when it is not the newest there.</summary>
    public Correlation? Find(string incidentId)
    {
        lock (_gate)
        {
            var correlation = _correlations.GetValueOrDefault(CodeOf(incidentId));
            return correlation?.Incident?.Id == incidentId ? correlation : null;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IncidentFile?> OpenNewestAsync(string code, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var correlation = _correlations.GetValueOrDefault(code);
            return ValueTask.FromResult(correlation?.Incident is { } incident ? File(correlation.Version, incident) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IncidentFile?> OpenAsync(string incidentId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var correlation = _correlations.GetValueOrDefault(CodeOf(incidentId));
            return ValueTask.FromResult(
                correlation?.Incident is { } newest && newest.Id == incidentId ? File(correlation.Version, newest)
                : _superseded.TryGetValue(incidentId, out var old) ? File(old.Version, old.Incident)
                : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!IsCurrent(commit.Correlation) || (commit.Storm is { } storm && !IsCurrent(storm)))
            {
                return ValueTask.FromResult(false);
            }

            Put(commit.Correlation);
            if (commit.Storm is not null)
            {
                Put(commit.Storm);
            }

            Outbox.Add(commit.Effects);
            if (_keepsHistory)
            {
                Remember(commit);
            }
        }

        Committed?.Invoke(commit);
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            IReadOnlyList<string> ids =
            [
                .. _due.TakeWhile(due => due.At <= now).Take(limit).Select(due => _correlations[due.Code].Incident!.Id)
            ];
            return ValueTask.FromResult(ids);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Correlation> ActiveAsync(
        Action<UnreadableItemException> unreadable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ValueTask.CompletedTask;
        Correlation[] active;
        lock (_gate)
        {
            active = [.. _correlations.Values.Where(correlation => correlation.Incident is { IsActive: true })];
        }

        foreach (var correlation in active)
        {
            yield return correlation;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string incidentId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<TimelineEvent>>(_timelines.GetValueOrDefault(incidentId, []));
        }
    }

    /// <summary>
    /// Forgets correlations without an active incident that nothing was heard of since a time; gives the number that is left.
    /// </summary>
    public int Forget(DateTimeOffset heardOfBefore)
    {
        lock (_gate)
        {
            foreach (var (code, correlation) in _correlations)
            {
                if (correlation.Incident is not { IsActive: true }
                    && correlation.Tracks.All(track => track.Latest.At < heardOfBefore)
                    && correlation.RecentOpenings.All(opening => opening < heardOfBefore)
                    && (correlation.Incident?.Resolution is not { } resolution || resolution.At < heardOfBefore))
                {
                    _correlations.Remove(code);
                }
            }

            return _correlations.Count;
        }
    }

    private IncidentFile File(long version, Incident incident) =>
        new(version, incident, _timelines.GetValueOrDefault(incident.Id, []), Outbox.Of(incident.Id));

    private static string CodeOf(string incidentId) => incidentId.Split('-')[0];

    private static DateTimeOffset? DueAt(Correlation? correlation) =>
        correlation?.Incident is { IsActive: true } incident ? incident.NextDueAt ?? DateTimeOffset.MinValue : null;

    private Correlation Get(CorrelationKey key) => _correlations.GetValueOrDefault(key.Code) ?? Correlation.Empty(key);

    private bool IsCurrent(Correlation correlation) =>
        (_correlations.GetValueOrDefault(correlation.Key.Code)?.Version ?? 0) == correlation.Version;

    private void Put(Correlation correlation)
    {
        var code = correlation.Key.Code;
        if (DueAt(_correlations.GetValueOrDefault(code)) is { } was)
        {
            _due.Remove((was, code));
        }

        if (DueAt(correlation) is { } next)
        {
            _due.Add((next, code));
        }

        _correlations[code] = correlation with { Version = correlation.Version + 1 };
    }

    private void Remember(IncidentCommit commit)
    {
        if (commit.Superseded is not null)
        {
            _superseded[commit.Superseded.Id] = (commit.Superseded, commit.Correlation.Version);
        }

        foreach (var group in commit.Timeline.GroupBy(entry => entry.IncidentId))
        {
            _timelines[group.Key] = _timelines.GetValueOrDefault(group.Key, []).AddRange(group);
        }
    }
}
