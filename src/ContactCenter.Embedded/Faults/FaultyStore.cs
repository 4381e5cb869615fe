using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.Faults;

/// <summary>The in-memory store, with processes that die before and after each call and commits that lose their race.</summary>
internal sealed class FaultyStore(InMemoryIncidentStore store, FaultDice dice, Sabotage sabotage) : IIncidentStore
{
    private readonly Dictionary<string, Correlation> _whileRed = new(StringComparer.Ordinal);
    private int _finds;

    /// <summary>Told of every commit that was made: the stream.</summary>
    public Action<IncidentCommit>? Committed { get; set; }

    /// <summary>Lets another process act between a decision and its commit: a real race, which the version condition must catch.</summary>
    public Func<ValueTask>? Overtake { get; set; }

    public async ValueTask<CorrelationPair> LoadAsync(CorrelationKey key, CancellationToken cancellationToken)
    {
        dice.MayCrash("before reading");
        return await store.LoadAsync(key, cancellationToken);
    }

    public async ValueTask<Correlation?> FindAsync(string incidentId, CancellationToken cancellationToken)
    {
        dice.MayCrash("before reading");
        var found = await store.FindAsync(incidentId, cancellationToken);

        // every third time, so that who decides by it loses a race and reads what is so, twice in a row
        return sabotage == Sabotage.TellsWhatIsOver
            && found?.Incident?.State is IncidentState.Mitigated or IncidentState.Resolved
            && _finds++ % 3 == 0
                ? _whileRed.GetValueOrDefault(incidentId, found)
                : found;
    }

    public async ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken)
    {
        dice.MayCrash("before committing");
        if (dice.LosesRace() && Overtake is not null)
        {
            await Overtake();
        }

        var spoilt = await SpoilAsync(commit);
        var stored = await store.CommitAsync(spoilt, cancellationToken);
        if (stored)
        {
            Remember(spoilt.Correlation);
            Committed?.Invoke(spoilt);
            dice.MayCrash("after committing");
        }

        return stored;
    }

    public ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        dice.MayCrash("before asking what is due");
        return store.DueAsync(now, limit, cancellationToken);
    }

    public IAsyncEnumerable<Correlation> ActiveAsync(Action<UnreadableItemException> unreadable, CancellationToken cancellationToken)
    {
        dice.MayCrash("before auditing");
        return store.ActiveAsync(unreadable, cancellationToken);
    }

    public ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string incidentId, CancellationToken cancellationToken) =>
        store.TimelineAsync(incidentId, cancellationToken);

    private async ValueTask<IncidentCommit> SpoilAsync(IncidentCommit commit) => sabotage switch
    {
        Sabotage.NoVersionCondition => await WithoutConditionAsync(commit),
        Sabotage.LosesEffects when dice.Chance(0.2) => commit with { Effects = [] },
        Sabotage.LosesTimeline when dice.Chance(0.2) => commit with { Timeline = [] },
        Sabotage.LosesDeadlines when commit.Correlation.Incident is { Number: 1, IsActive: true } incident =>
            commit with { Correlation = commit.Correlation with { Incident = incident with { NextDueAt = null } } },
        Sabotage.HidesNames => commit with { Effects = [.. commit.Effects.Select(Nameless)] },
        Sabotage.TellsEveryState => Doubled(commit),
        Sabotage.PromisesFromTheOpening when commit.Correlation.Incident is { } incident =>
            commit with { Correlation = commit.Correlation with { Incident = incident with { PromisedFrom = null } } },
        Sabotage.RepeatsActs when commit.Correlation.Incident is { } incident =>
            commit with { Correlation = commit.Correlation with { Incident = incident with { Acts = [] } } },
        Sabotage.ForgetsApprovals => commit with { Effects = [.. commit.Effects.Select(Unapproved)] },
        Sabotage.LosesRollBacks => commit with
        {
            Effects = [.. commit.Effects.Where(static effect => effect is not RemediateEffect { RolledBackBy: not null })],
        },
        Sabotage.LosesAuthors => commit with { Timeline = [.. commit.Timeline.Select(static one => one with { Facts = null })] },
        _ => commit,
    };

    private void Remember(Correlation correlation)
    {
        if (correlation.Incident is { State: IncidentState.Open or IncidentState.Acknowledged } incident)
        {
            _whileRed[incident.Id] = correlation;
        }
    }

    private static Effect Nameless(Effect effect) => effect is NotifyEffect notify
        ? notify with { Message = notify.Message with { Subject = "Something", Description = "", Remark = null } }
        : effect;

    private static Effect Unapproved(Effect effect) => effect is RemediateEffect repair ? repair with { ApprovedBy = null } : effect;

    /// <summary>Another message for everybody who is told, as if each state that a decision passes through were told.</summary>
    private static IncidentCommit Doubled(IncidentCommit commit)
    {
        NotifyEffect[] told = [.. commit.Effects.OfType<NotifyEffect>()];
        return commit.Correlation.Incident is not { } incident || told.Length == 0 ? commit : commit with
        {
            Effects =
            [
                .. commit.Effects,
                .. told.Index().Select(one => one.Item with { Id = $"{incident.Id}.{incident.Effects + one.Index + 1}" }),
            ],
            Correlation = commit.Correlation with { Incident = incident with { Effects = incident.Effects + told.Length } },
        };
    }

    /// <summary>Overwrites whatever is there, as a store without a condition would.</summary>
    private async ValueTask<IncidentCommit> WithoutConditionAsync(IncidentCommit commit)
    {
        var present = await store.LoadAsync(commit.Correlation.Key, CancellationToken.None);
        return commit with { Correlation = commit.Correlation with { Version = present.Own.Version }, Storm = null };
    }
}

/// <summary>The process died, or a service did not answer: whatever was under way ended here.</summary>
public sealed class SimulatedCrashException(string where) : Exception($"simulated crash {where}");
