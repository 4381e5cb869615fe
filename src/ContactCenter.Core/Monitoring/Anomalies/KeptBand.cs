using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Anomalies;

/// <summary>How many callers waited in a queue for ten minutes, and how many were to be expected then.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="At">When the ten minutes began.</param>
/// <param name="Low">Usually not fewer.</param>
/// <param name="High">Usually not more.</param>
/// <param name="Least">The fewest that waited.</param>
/// <param name="Most">The most that waited.</param>
public sealed record KeptBand(string Queue, DateTimeOffset At, double Low, double High, double Least, double Most)
{
    /// <summary>How much time one is about.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <summary>Later nobody looks at the minutes of an incident.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);
}

/// <summary>Keeps bands, so that people see beside what went on what was to be expected.</summary>
public interface IAnomalyBands
{
    /// <summary>Keeps them; the same ones again change nothing.</summary>
    ValueTask KeepAsync(IReadOnlyList<KeptBand> bands, CancellationToken cancellationToken);

    /// <summary>Those of a queue that began between two moments, the second not included, in order.</summary>
    ValueTask<IReadOnlyList<KeptBand>> OfQueueAsync(
        string queue, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}

/// <summary>Gathers what waits and what was expected until ten minutes are over. Pure.</summary>
public sealed class BandBook
{
    private readonly Dictionary<string, KeptBand> _open = new(StringComparer.Ordinal);
    private DateTimeOffset? _begin;

    /// <summary>Takes down how the series look at a minute, and gives the ten minutes that are over with it.</summary>
    /// <param name="series">How each series looked last.</param>
    /// <param name="now">The minute.</param>
    public IReadOnlyList<KeptBand> Add(IEnumerable<UnusualSeries> series, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(series);
        var begin = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % KeptBand.Length.Ticks), TimeSpan.Zero);
        KeptBand[] over = _begin is not null && _begin != begin ? [.. _open.Values] : [];
        if (_begin != begin)
        {
            _begin = begin;
            _open.Clear();
        }

        foreach (var one in series.Where(one => one.At == now && IsOfWaiting(one)))
        {
            var reading = one.Sustained.Reading;
            _open[one.Series.Resource] = _open.GetValueOrDefault(one.Series.Resource) is { } known
                ? known with
                {
                    Low = Math.Min(known.Low, Math.Max(0, reading.Low)),
                    High = Math.Max(known.High, reading.High),
                    Least = Math.Min(known.Least, one.Value),
                    Most = Math.Max(known.Most, one.Value),
                }
                : new(one.Series.Resource, begin, Math.Max(0, reading.Low), reading.High, one.Value, one.Value);
        }

        return over;
    }

    private static bool IsOfWaiting(UnusualSeries one) =>
        one.Series is { Group: AlarmGroups.Queue, Channel: ContactChannel.Voice, Name: OwnMetricNames.ContactsInQueue }
        && double.IsFinite(one.Sustained.Reading.Low) && double.IsFinite(one.Sustained.Reading.High);
}
