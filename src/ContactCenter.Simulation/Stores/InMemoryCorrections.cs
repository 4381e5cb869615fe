using ContactCenter.Language.Retraining;

namespace ContactCenter.Simulation.Stores;

/// <summary>Corrections in memory: of a contact the last one counts, and the newest come first.</summary>
/// <param name="clock">The time; what is older than <see cref="Correction.Kept"/> is forgotten.</param>
public sealed class InMemoryCorrections(TimeProvider clock) : ICorrectionStore
{
    private readonly Lock _gate = new();
    private readonly List<Correction> _corrections = [];

    /// <inheritdoc/>
    public ValueTask PutAsync(Correction correction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(correction);
        lock (_gate)
        {
            _corrections.RemoveAll(known => known.ContactId == correction.ContactId);
            _corrections.Add(correction);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Correction>> AllAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Correction>>(
            [
                .. _corrections.Where(correction => correction.At + Correction.Kept > clock.GetUtcNow())
                    .OrderByDescending(static correction => correction.At)
                    .ThenBy(static correction => correction.ContactId, StringComparer.Ordinal),
            ]);
        }
    }
}
