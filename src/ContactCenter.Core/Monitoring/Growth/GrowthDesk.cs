using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Growth;

/// <summary>
/// Looks once a day at what grows slowly: keeps the day in the memory, and tells what has begun to grow or does no longer. What was told is
/// remembered with the day, so that the same is told once, whoever looks.
/// </summary>
/// <param name="configuration">The configuration.</param>
/// <param name="ports">What it reads and writes; null: nobody looks.</param>
public sealed class GrowthDesk(ContactCenterConfiguration configuration, GrowthPorts? ports)
{
    /// <summary>After this hour of UTC the day before is whole.</summary>
    private const int Hour = 3;

    private readonly IReadOnlyList<GrowthSeries> _measured = ports is null ? [] : GrowthSeries.Measured(configuration);
    private DateOnly? _lookedAt;

    /// <summary>Looks at the day before, unless that was done.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was found; null: it is not time, or it was done.</returns>
    public async ValueTask<GrowthLook?> LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var last = today.AddDays(-1);
        if (ports is null || now.UtcDateTime.Hour < Hour || _lookedAt == last)
        {
            return null;
        }

        if (await ports.Days.BetweenAsync(last, today, cancellationToken) is [{ Told: not null }])
        {
            _lookedAt = last;
            return null;
        }

        var from = today.AddDays(-GrowthSeries.Days);
        var known = await ports.Days.BetweenAsync(from, today, cancellationToken);
        var book = new DayBook(known);
        var measured = await ports.Metrics.ReadAsync(_measured, from, today, cancellationToken);
        (GrowthSeries Series, IReadOnlyList<(DateOnly Day, double Value)> Days)[] read = [.. _measured.Zip(measured)];
        foreach (var (series, days) in read)
        {
            foreach (var day in series.IsCount && days.Count > 0 ? Between(BeginOf(series, read), last) : [])
            {
                book.Add(day, new(series.Name, series.Of, 0, series.Limit));
            }

            foreach (var (day, value) in days)
            {
                book.Add(day, new(series.Name, series.Of, value, series.Limit));
            }
        }

        // what is counted at night is what there was when the day ended
        var counted = await ports.Counts.ReadAsync(cancellationToken);
        foreach (var value in counted.Values)
        {
            book.Add(last, value);
        }

        var told = (known.LastOrDefault(static day => day.Told is not null)?.Told ?? []).ToHashSet(StringComparer.Ordinal);
        Growing[] growing =
        [
            .. GrowthWatch.Of(_measured.Concat(book.Counted()).Select(series => (series, book.Of(series))), told)
                .OrderBy(one => told.Contains(one.Series.Key)),
        ];
        string[] keys = [.. growing.Select(static one => one.Series.Key)];

        // what has ended shortens the list without a word, because who has resolved the incident would hear of the others again
        if (keys.Except(told).Any() || (told.Count > 0 && keys.Length == 0))
        {
            await ports.Alarms.PublishAsync(
                new AccountReport(configuration, AccountList.Growing).Message([.. growing.Select(static one => one.Sentence)], now),
                cancellationToken);
        }

        // what is told and not written is told once more, and renews the same incident
        await ports.Days.KeepAsync(book.Changed(last, keys), cancellationToken);
        _lookedAt = last;
        return new GrowthLook([.. growing.Select(static one => one.Sentence)], counted.Problems);
    }

    /// <summary>The first day on which what a series is of was there: something else was measured of it, or else anything at all.</summary>
    private static DateOnly BeginOf(
        GrowthSeries series, IReadOnlyList<(GrowthSeries Series, IReadOnlyList<(DateOnly Day, double Value)> Days)> read)
    {
        var known = read.Where(static one => one.Days.Count > 0).ToArray();
        var itsOwn = known.Where(one => one.Series.Of == series.Of && !one.Series.IsCount).ToArray();
        return (itsOwn.Length > 0 ? itsOwn : known).Min(static one => one.Days[0].Day);
    }

    private static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
}

/// <summary>What the look at growth reads and writes.</summary>
/// <param name="Metrics">What CloudWatch has by the day.</param>
/// <param name="Counts">What is counted.</param>
/// <param name="Days">The days that are remembered.</param>
/// <param name="Alarms">The topic of alarms.</param>
public sealed record GrowthPorts(IDailyMetrics Metrics, ICenterCounts Counts, ICenterDays Days, IAlarmTopic Alarms);

/// <summary>What a look has found.</summary>
/// <param name="Growing">What grows, as sentences.</param>
/// <param name="Problems">What could not be counted, and why.</param>
public sealed record GrowthLook(IReadOnlyList<string> Growing, IReadOnlyList<string> Problems);
