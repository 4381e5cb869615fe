using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Learning.Advice;

/// <summary>Advises on the alarms of a center by what is remembered of them, and by what their metrics were.</summary>
/// <param name="alarms">What alarms did.</param>
/// <param name="incidents">Incidents that were heard of.</param>
/// <param name="metrics">Tells metrics; null: no other threshold is tried.</param>
public sealed class AdviceReader(IAlarmHistory alarms, IIncidentHistory incidents, IMetricValues? metrics)
{
    /// <summary>Metrics are read of so many alarms, those that fired most often: four weeks of minutes are forty thousand values.</summary>
    public const int MaximumMetrics = 10;

    /// <summary>Advises by the four weeks that end at a moment, the most noise saved first.</summary>
    /// <param name="configuration">The configuration as it holds, with what people have decided at run time.</param>
    /// <param name="to">The moment.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<ImmutableArray<AlarmAdvice>> ReadAsync(
        ContactCenterConfiguration configuration, DateTimeOffset to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var today = DateOnly.FromDateTime(to.UtcDateTime);
        var days = new List<AlarmDay>();
        for (var day = today.AddDays(-AlarmAdviser.Days); day <= today; day = day.AddDays(1))
        {
            days.AddRange(await alarms.DayAsync(day, cancellationToken));
        }

        return AlarmAdviser.Of(
            days,
            await incidents.HeardOfAsync(to.AddDays(-AlarmAdviser.SilentDays), to, cancellationToken),
            to,
            TimeSpan.FromMinutes(1),
            TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone),
            await MetricsAsync(configuration, days, to, cancellationToken));
    }

    /// <summary>Metrics of the alarms that fired most often; of an alarm that cannot be replayed from its metric there is none.</summary>
    /// <param name="configuration">The configuration as it holds.</param>
    /// <param name="days">What alarms did in the four weeks.</param>
    /// <param name="to">Their end.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<IReadOnlyDictionary<string, MetricHistory>> MetricsAsync(
        ContactCenterConfiguration configuration, IReadOnlyList<AlarmDay> days, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (metrics is null)
        {
            return ImmutableDictionary<string, MetricHistory>.Empty;
        }

        var noisy = AlarmAdviser.Noisy(days, to).ToHashSet(StringComparer.Ordinal);
        var fired = days.GroupBy(static day => day.Name, StringComparer.Ordinal)
            .ToDictionary(static alarm => alarm.Key, static alarm => alarm.Sum(static day => day.Moments.Length), StringComparer.Ordinal);
        BoundAlarm[] read =
        [
            .. AlarmPlan.For(configuration).DistinctBy(static alarm => alarm.Name)
                .Where(alarm => noisy.Contains(alarm.Name) && MetricHistory.CanReplay(alarm))
                .OrderByDescending(alarm => fired[alarm.Name])
                .ThenBy(static alarm => alarm.Name, StringComparer.Ordinal)
                .Take(MaximumMetrics),
        ];
        var points = read.Length == 0
            ? []
            : await metrics.ReadAsync(
                [.. read.Select(static alarm => alarm.Metrics[0])], to.AddDays(-AlarmAdviser.Days), to, cancellationToken);

        // a metric with a hole would be replayed as if nothing had been there
        return read.Zip(points).Where(static one => one.Second is not null).ToDictionary(
            static one => one.First.Name, static one => new MetricHistory(one.First, one.Second!.Value), StringComparer.Ordinal);
    }
}
