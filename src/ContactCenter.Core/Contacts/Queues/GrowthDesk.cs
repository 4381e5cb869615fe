using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Contacts.Queues;

/// <summary>
/// Looks once a day at what grows slowly. What was told is remembered with what is usual, so that the same is told once, whoever looks.
/// </summary>
/// <param name="configuration">The configuration.</param>
/// <param name="days">What CloudWatch has by the day.</param>
internal sealed class GrowthDesk(ContactCenterConfiguration configuration, IDailyMetrics days)
{
    /// <summary>After this hour of UTC the day before is whole.</summary>
    private const int Hour = 3;

    /// <summary>What could not be read is tried again after so long: each series costs money with each look.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly IReadOnlyList<GrowthSeries> _series = GrowthSeries.Of(configuration);
    private DateTimeOffset? _triedAt;

    /// <summary>The message that is to be told; null: it is not time, or all is as it was.</summary>
    /// <param name="watch">Remembers what was told.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string?> LookAsync(CenterWatch watch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (now.UtcDateTime.Hour < Hour || watch.Growth.LookedOn == today || now - _triedAt < Pause)
        {
            return null;
        }

        _triedAt = now;
        var values = await days.ReadAsync(_series, today.AddDays(-GrowthSeries.Days), today, cancellationToken);
        var growing = GrowthWatch.Of(_series.Zip(values), watch.Growth.Told);
        HashSet<string> keys = [.. growing.Select(static one => one.Series.Key)];

        // whoever looks for the first time does not know whether something was told and is over
        var isNews = watch.Growth.LookedOn is null || !keys.SetEquals(watch.Growth.Told);
        watch.Growth = new(today, keys);
        return isNews
            ? new AccountReport(configuration, AccountList.Growing).Message([.. growing.Select(static one => one.Sentence)], now)
            : null;
    }
}
