using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Simulation.Stores;

/// <summary>The outbox of demonstrations and tests, with the leases of the real one.</summary>
public sealed class InMemoryOutbox : IOutbox
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _pending = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, EffectOutcome>> _outcomes = new(StringComparer.Ordinal);
    private readonly bool _keepsOutcomes;

    /// <summary>Makes an empty outbox.</summary>
    /// <param name="keepsOutcomes">False: what became of effects is not kept, for long replays in little memory.</param>
    public InMemoryOutbox(bool keepsOutcomes = true) => _keepsOutcomes = keepsOutcomes;

    /// <summary>Told of every effect that has come to its end, by its id: the stream of the table.</summary>
    public event Action<string>? Ended;

    /// <summary>Told of every effect whose next attempt was hastened: the stream of the table, too.</summary>
    public event Action<Effect>? Hastened;

    /// <summary>What became of the effects of an incident, in order.</summary>
    public ImmutableArray<EffectOutcome> Of(string incidentId)
    {
        lock (_gate)
        {
            return _outcomes.TryGetValue(incidentId, out var outcomes) ? [.. outcomes.Values] : [];
        }
    }

    /// <inheritdoc/>
    public ValueTask<EffectLease?> ClaimAsync(
        string effectId, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_pending.TryGetValue(effectId, out var entry) || entry.RestsUntil > now)
            {
                return ValueTask.FromResult<EffectLease?>(null);
            }

            entry = entry with { Attempts = entry.Attempts + 1, RestsUntil = until, DueAt = until, IsUnderway = false };
            _pending[effectId] = entry;
            return ValueTask.FromResult<EffectLease?>(new EffectLease(entry.Effect, entry.Attempts));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(EffectLease lease, DeliveryResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_pending.TryGetValue(lease.Effect.Id, out var entry) || entry.Attempts != lease.Attempt)
            {
                return ValueTask.FromResult(false);
            }

            if (result is RetryLater again)
            {
                _pending[lease.Effect.Id] = entry with { RestsUntil = again.At, DueAt = again.At, IsUnderway = again.IsUnderway };
            }
            else
            {
                _pending.Remove(lease.Effect.Id);
                Remember(new EffectOutcome(lease.Effect, now, (result as DeliveryFailed)?.Reason));
            }
        }

        if (result is not RetryLater)
        {
            Ended?.Invoke(lease.Effect.Id);
        }

        return ValueTask.FromResult(true);
    }

    /// <inheritdoc/>
    public ValueTask<bool> HastenAsync(string effectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Entry? entry;
        lock (_gate)
        {
            if (!_pending.TryGetValue(effectId, out entry) || !entry.IsUnderway)
            {
                return ValueTask.FromResult(false);
            }

            _pending[effectId] = entry with { RestsUntil = now, DueAt = now, IsUnderway = false };
        }

        Hastened?.Invoke(entry.Effect);
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> DueAsync(
        DateTimeOffset now, int limit, Action<UnreadableItemException> unreadable, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<string>>(
            [
                .. _pending.Values.Where(entry => entry.DueAt <= now)
                    .OrderBy(entry => entry.DueAt)
                    .Take(limit)
                    .Select(entry => entry.Effect.Id),
            ]);
        }
    }

    internal void Add(IReadOnlyList<Effect> effects)
    {
        lock (_gate)
        {
            foreach (var effect in effects)
            {
                _pending[effect.Id] = new Entry(effect, 0, DateTimeOffset.MinValue, effect.At + EffectDelivery.Grace);
                Remember(new EffectOutcome(effect, null, null));
            }
        }
    }

    /// <summary>A probe has no incident, and so nobody asks for its effects.</summary>
    private void Remember(EffectOutcome outcome)
    {
        if (!_keepsOutcomes || outcome.Effect is ProbeEffect)
        {
            return;
        }

        if (!_outcomes.TryGetValue(outcome.Effect.IncidentId, out var outcomes))
        {
            _outcomes[outcome.Effect.IncidentId] = outcomes = [];
        }

        outcomes[int.Parse(outcome.Effect.Id.AsSpan(outcome.Effect.Id.LastIndexOf('.') + 1), CultureInfo.InvariantCulture)] = outcome;
    }

    private sealed record Entry(Effect Effect, int Attempts, DateTimeOffset RestsUntil, DateTimeOffset DueAt, bool IsUnderway = false);
}
