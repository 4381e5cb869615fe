using ContactCenter.Language.Retraining;

namespace ContactCenter.Cli.Invoke;

/// <summary>Corrections of one run.</summary>
internal sealed class InMemoryCorrections : ICorrectionStore
{
    private readonly List<Correction> _corrections = [];

    public ValueTask PutAsync(Correction correction, CancellationToken cancellationToken)
    {
        _ = _corrections.RemoveAll(other => other.ContactId == correction.ContactId);
        _corrections.Add(correction);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<Correction>> AllAsync(CancellationToken cancellationToken) => new(_corrections);
}
