using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.World;

/// <summary>The stream of the table of incidents: what is stored comes out once, in order.</summary>
internal sealed class EffectStream
{
    private readonly Lock _gate = new();
    private readonly List<Effect> _waiting = [];

    public EffectStream(InMemoryIncidentStore store) => store.Committed += commit =>
    {
        lock (_gate)
        {
            _waiting.AddRange(commit.Effects);
        }
    };

    /// <summary>Carries out what was stored, and what is stored because of that, as the stream has it done in a deployment.</summary>
    public async ValueTask DeliverAsync(EmbeddedSystem functions)
    {
        while (Take() is { } batch)
        {
            _ = await functions.InvokeAsync(EmbeddedFunction.DeliverEffects, batch);
        }
    }

    private byte[]? Take()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                return null;
            }

            var batch = StreamEvent.Of(_waiting);
            _waiting.Clear();
            return batch;
        }
    }
}
