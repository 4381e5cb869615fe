using System.Globalization;
using ContactCenter.Core.Monitoring.Anomalies;

namespace ContactCenter.Simulation.Stores;

/// <summary>What was learned of all series, in memory.</summary>
/// <param name="learned">What was learned before.</param>
public sealed class InMemoryAnomalyStates(ReadOnlyMemory<byte> learned = default) : IAnomalyStates
{
    private readonly Lock _gate = new();
    private ReadOnlyMemory<byte> _state = learned;
    private int _version;

    /// <summary>How often it was written.</summary>
    public int Writes => _version;

    /// <inheritdoc/>
    public ValueTask<(ReadOnlyMemory<byte> State, string? Version)> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new((_state, Told()));
        }
    }

    /// <inheritdoc/>
    public ValueTask<string?> TryWriteAsync(ReadOnlyMemory<byte> state, string? version, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (version != Told())
            {
                return new((string?)null);
            }

            (_state, _version) = (state, _version + 1);
            return new(Told());
        }
    }

    private string? Told() => _version == 0 ? null : _version.ToString(CultureInfo.InvariantCulture);
}
