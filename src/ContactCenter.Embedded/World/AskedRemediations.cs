using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Embedded.World;

/// <summary>The topic of remediations: holds what incidents ask for until the function that repairs is invoked.</summary>
internal sealed class AskedRemediations : IEffectHandler
{
    private readonly Lock _gate = new();
    private readonly List<RemediateEffect> _asked = [];

    public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _asked.Add((RemediateEffect)effect);
        }

        return new(new Delivered());
    }

    /// <summary>What was asked for since the last time, by incident and target, so that the order of deliveries does not matter.</summary>
    public IReadOnlyList<RemediateEffect> Take()
    {
        lock (_gate)
        {
            RemediateEffect[] asked = [.. _asked.OrderBy(static effect => effect.Id, StringComparer.Ordinal)];
            _asked.Clear();
            return asked;
        }
    }
}
