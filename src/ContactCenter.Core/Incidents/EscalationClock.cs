using System.Collections.Immutable;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.Engine;

namespace ContactCenter.Core.Incidents;

/// <summary>
/// What happens every minute: incidents that are due are moved on, an audit looks whether every active incident has the deadline that
/// its state asks for, and effects that were left behind are carried out. These come last, because a slow channel must not keep the
/// clock from its audit. Neither an incident or effect that fails, nor one of the three parts, holds back the others.
/// </summary>
public sealed class EscalationClock
{
    /// <summary>How far a deadline may be behind after everything that was due has been handled; the index may lag by seconds.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    private const int BatchSize = 100;

    /// <summary>So many changes are looked at in a minute, the newest: an import of thousands must not take the clock's time.</summary>
    private const int MaximumChanges = 1000;

    private readonly IIncidentStore _store;
    private readonly IOutbox _outbox;
    private readonly IChangeLog _changes;
    private readonly IncidentPipeline _pipeline;
    private readonly EffectDelivery _delivery;
    private readonly RulesInForce _rules;

    /// <summary>A clock over a store; <see cref="IncidentDesk"/> makes it.</summary>
    internal EscalationClock(
        IIncidentStore store, IOutbox outbox, IChangeLog changes, IncidentPipeline pipeline, EffectDelivery delivery, RulesInForce rules)
    {
        _store = store;
        _outbox = outbox;
        _changes = changes;
        _pipeline = pipeline;
        _delivery = delivery;
        _rules = rules;
    }

    /// <summary>Looks once.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the look early; the report then says that it did not pass.</param>
    public async ValueTask<ClockReport> LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var handled = 0;
        await TryAsync("due incidents", AdvanceAsync, problems, cancellationToken);
        var audit = new ClockReport();
        await TryAsync("audit", AuditDeadlinesAsync, problems, cancellationToken);
        var isWhole = !cancellationToken.IsCancellationRequested;
        var deliveries = new List<DeliveryOutcome>();
        await TryAsync("left-behind effects", DeliverAllAsync, problems, cancellationToken);
        return audit with { Handled = handled, Deliveries = deliveries, Problems = problems, Passed = isWhole && problems.Count == 0 };

        ValueTask AdvanceAsync(string part) =>
            ForEachDueAsync(limit => _store.DueAsync(now, limit, cancellationToken), HandleAsync, problems, cancellationToken);

        async ValueTask HandleAsync(string id) =>
            handled += await _pipeline.ActAsync(id, DeadlinePassed.Instance, now, cancellationToken) is null ? 0 : 1;

        async ValueTask AuditDeadlinesAsync(string part) => audit = await AuditAsync(problems, now, cancellationToken);

        ValueTask DeliverAllAsync(string part) =>
            ForEachDueAsync(
                limit => _outbox.DueAsync(now, limit, Unreadable, cancellationToken), DeliverAsync, problems, cancellationToken);

        void Unreadable(UnreadableItemException unreadable)
        {
            if (!problems.Contains(unreadable.Message))
            {
                problems.Add(unreadable.Message);
            }
        }

        async ValueTask DeliverAsync(string id) => deliveries.Add(await _delivery.DeliverAsync(id, cancellationToken));
    }

    private static async ValueTask ForEachDueAsync(
        Func<int, ValueTask<IReadOnlyList<string>>> due, Func<string, ValueTask> act, List<string> problems,
        CancellationToken cancellationToken)
    {
        // what was handled, or cannot be, may be due still: the index lags, and an error must not hide those behind it
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!cancellationToken.IsCancellationRequested)
        {
            var ids = await due(BatchSize + seen.Count);
            var fresh = ids.Where(seen.Add).ToArray();
            if (fresh.Length == 0)
            {
                break;
            }

            foreach (var id in fresh.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
            {
                await TryAsync(id, act, problems, cancellationToken);
            }
        }
    }

    private static async ValueTask TryAsync(
        string id, Func<string, ValueTask> act, List<string> problems, CancellationToken cancellationToken)
    {
        try
        {
            await act(id);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // time is up; what is left is due again in a minute
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            problems.Add($"{id}: {exception.GetType().Name}");
        }
    }

    private async ValueTask<ClockReport> AuditAsync(List<string> problems, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var policy = (await _rules.NowAsync()).Policy;
        var repaired = new List<string>();
        var active = 0;
        var young = new List<Incident>();
        await foreach (var correlation in _store.ActiveAsync(Unreadable, cancellationToken))
        {
            active++;
            var incident = correlation.Incident!;
            if (Holding.IsShorter(incident, correlation.Members, policy, now, out _))
            {
                await TryAsync(incident.Id, LookAtHoldsAsync, problems, cancellationToken);
            }
            else if (!IsOnTime(correlation, policy, now))
            {
                await TryAsync(incident.Id, RepairAsync, problems, cancellationToken);
            }

            if (now - incident.OpenedAt < ConfigurationChange.Precedes && Notes.HasRoom(incident))
            {
                young.Add(incident);
            }
        }

        if (young.Count > 0)
        {
            await TryAsync("changes", ExplainAllAsync, problems, cancellationToken);
        }

        return new ClockReport { Active = active, Repaired = repaired };

        void Unreadable(UnreadableItemException unreadable) => problems.Add(unreadable.Message);

        async ValueTask LookAtHoldsAsync(string id) => _ = await _pipeline.ActAsync(id, HoldsLooked.Instance, now, cancellationToken);

        async ValueTask RepairAsync(string id)
        {
            await _pipeline.ActAsync(id, DeadlinePassed.Instance, now, cancellationToken);
            var after = await _store.FindAsync(id, cancellationToken);
            if (after is { Incident.IsActive: true } && !IsOnTime(after, policy, now))
            {
                problems.Add($"{id}: its deadline is wrong");
                return;
            }

            repaired.Add(id);
        }

        // one read for all of them, and one decision each
        async ValueTask ExplainAllAsync(string part)
        {
            var changes = await _changes.LatestAsync(
                young.Min(incident => incident.OpenedAt) - ConfigurationChange.Precedes,
                young.Max(incident => incident.OpenedAt),
                after: null,
                MaximumChanges,
                Unreadable,
                cancellationToken);
            foreach (var incident in young)
            {
                ImmutableArray<ConfigurationChange> fresh =
                    [.. changes.Where(change => change.MayExplain(incident) && !incident.Context.Contains(change.Id))];
                if (!fresh.IsEmpty)
                {
                    await TryAsync(incident.Id, id => NoteAsync(id, fresh), problems, cancellationToken);
                }
            }
        }

        async ValueTask NoteAsync(string id, ImmutableArray<ConfigurationChange> changes) =>
            await _pipeline.ActAsync(id, new ChangesNoted(changes), now, cancellationToken);
    }

    /// <summary>
    /// A deadline that is early costs a look; one that is missing, later than the state asks for, or long past would leave people untold.
    /// </summary>
    private static bool IsOnTime(Correlation correlation, IncidentPolicy policy, DateTimeOffset now)
    {
        var incident = correlation.Incident!;
        return incident.NextDueAt is { } stored
            && now - stored <= Tolerance
            && (Deadlines.Next(incident, correlation.Members, policy) is not { } asked || stored <= asked.At);
    }
}

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

    /// <summary>
    /// True when the audit came to its end, every active incident has a next deadline that is right, and nothing failed. Only then may the
    /// heartbeat be told.
    /// </summary>
    public bool Passed { get; init; }
}
