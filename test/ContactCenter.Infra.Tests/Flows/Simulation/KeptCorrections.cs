using ContactCenter.Language.Retraining;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>Corrections in memory.</summary>
internal sealed class KeptCorrections : ICorrectionStore
{
    private readonly Dictionary<string, Correction> _kept = new(StringComparer.Ordinal);

    public ValueTask PutAsync(Correction correction, CancellationToken cancellationToken)
    {
        _kept[correction.ContactId] = correction;
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<Correction>> AllAsync(CancellationToken cancellationToken) => new([.. _kept.Values]);
}
