using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Anomalies;

/// <summary>Reads some series as often as their look is long, each minute once.</summary>
/// <param name="series">The series.</param>
/// <param name="length">Minutes of a look.</param>
internal sealed class MinuteLooks(IReadOnlyList<WatchedSeries> series, TimeSpan length)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(WatchedSeries.MinutesLate);

    /// <summary>After a longer pause only the last look is read.</summary>
    private static readonly TimeSpan MaximumRead = TimeSpan.FromMinutes(15);

    private DateTimeOffset? _readUntil;

    /// <summary>The values of what is over and was not read yet; none while that is less than a look.</summary>
    public async Task<IReadOnlyList<MinuteValue>> ReadAsync(IMinuteMetrics minutes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Minute.Ticks), TimeSpan.Zero) - Late;
        var from = _readUntil is { } read && until - read <= MaximumRead ? read : until - length;
        if (until - from < length)
        {
            return [];
        }

        var values = await minutes.ReadAsync(series, from, until, cancellationToken);
        _readUntil = until;
        return values;
    }
}
