using System.Collections.Concurrent;
using ContactCenter.Core.Settings;

namespace ContactCenter.Simulation.Stores;

/// <summary>Thresholds of alarms in memory.</summary>
public sealed class InMemoryThresholds : IAlarmThresholds
{
    private readonly ConcurrentDictionary<string, double> _thresholds = new(StringComparer.Ordinal);

    /// <summary>The thresholds by name of the alarm.</summary>
    public IReadOnlyDictionary<string, double> All => _thresholds;

    /// <summary>Deploys an alarm, or deploys it anew.</summary>
    /// <param name="alarm">Its name.</param>
    /// <param name="threshold">Its threshold.</param>
    public void Deploy(string alarm, double threshold) => _thresholds[alarm] = threshold;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, double>> ReadAsync(
        IReadOnlyCollection<string> alarms, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyDictionary<string, double>>(
            _thresholds.Where(one => alarms.Contains(one.Key)).ToDictionary(StringComparer.Ordinal));

    /// <inheritdoc/>
    public ValueTask WriteAsync(string alarm, double threshold, CancellationToken cancellationToken)
    {
        if (_thresholds.ContainsKey(alarm))
        {
            _thresholds[alarm] = threshold;
        }

        return ValueTask.CompletedTask;
    }
}
