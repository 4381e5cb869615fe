using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Anomalies;

/// <summary>Values of metrics by the minute.</summary>
public interface IMinuteMetrics
{
    /// <summary>Reads the values of the minutes from one moment until before another.</summary>
    /// <param name="series">The series; each with a source.</param>
    /// <param name="from">Begin of the first minute.</param>
    /// <param name="until">End of the last.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>In the order of the minutes. A count that nobody published is 0; anything else is left out.</returns>
    Task<IReadOnlyList<MinuteValue>> ReadAsync(
        IReadOnlyList<WatchedSeries> series, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <summary>A value of a series.</summary>
/// <param name="Series">Of what.</param>
/// <param name="At">End of its minute.</param>
/// <param name="Value">The value.</param>
public readonly record struct MinuteValue(WatchedSeries Series, DateTimeOffset At, double Value);

/// <summary>Where what was learned of all series is kept, as one object.</summary>
public interface IAnomalyStates
{
    /// <summary>The object, and its version; no bytes and no version where there is none.</summary>
    ValueTask<(ReadOnlyMemory<byte> State, string? Version)> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Writes it, where it is still the version that was read.</summary>
    /// <param name="state">The bytes.</param>
    /// <param name="version">The version that was read; null: there was none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The new version; null where somebody else has written meanwhile.</returns>
    ValueTask<string?> TryWriteAsync(ReadOnlyMemory<byte> state, string? version, CancellationToken cancellationToken);
}
