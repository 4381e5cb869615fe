using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.World;

/// <summary>The stream of the table of incidents: what is stored comes out once, in order.</summary>
internal sealed class EffectStream
{
    private readonly Lock _gate = new();
    private readonly List<Effect> _waiting = [];
    private readonly List<Effect> _hastened = [];
    private readonly List<HistoryChange> _changes = [];

    /// <summary>The stream of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">When effects end, for the history; null: no history is kept.</param>
    public EffectStream(InMemoryIncidentStore store, TimeProvider? clock = null)
    {
        store.Committed += commit =>
        {
            lock (_gate)
            {
                _waiting.AddRange(commit.Effects);
                if (clock is not null)
                {
                    _changes.AddRange(StreamEvent.Of(commit));
                }
            }
        };
        store.Outbox.Hastened += effect =>
        {
            lock (_gate)
            {
                _hastened.Add(effect);
            }
        };
        if (clock is null)
        {
            return;
        }

        store.Outbox.Ended += effect =>
        {
            lock (_gate)
            {
                _changes.Add(StreamEvent.Ended(effect, clock.GetUtcNow()));
            }
        };
    }

    /// <summary>Carries out what was stored, and what is stored because of that, as the stream has it done in a deployment.</summary>
    public async ValueTask DeliverAsync(EmbeddedSystem functions)
    {
        while (Take() is { } batch)
        {
            _ = await functions.InvokeAsync(EmbeddedFunction.DeliverEffects, batch);
        }
    }

    /// <summary>Tells the function of the history what has changed since, as one batch: nobody waits for it.</summary>
    public async ValueTask KeepHistoryAsync(EmbeddedSystem functions)
    {
        byte[] batch;
        lock (_gate)
        {
            if (_changes.Count == 0)
            {
                return;
            }

            batch = StreamEvent.Of(_changes);
            _changes.Clear();
        }

        _ = await functions.InvokeAsync(EmbeddedFunction.KeepHistory, batch);
    }

    private byte[]? Take()
    {
        lock (_gate)
        {
            if (_waiting.Count > 0)
            {
                var batch = StreamEvent.Of(_waiting);
                _waiting.Clear();
                return batch;
            }

            if (_hastened.Count > 0)
            {
                var batch = StreamEvent.Hastened(_hastened);
                _hastened.Clear();
                return batch;
            }

            return null;
        }
    }
}
