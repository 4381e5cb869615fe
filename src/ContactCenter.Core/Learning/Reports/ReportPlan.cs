using ContactCenter.Core.Configuration.Reports;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>Which reports are due when somebody looks, which is once a day: a day that failed is made good by the next.</summary>
public static class ReportPlan
{
    /// <summary>Later nobody waits for a report, and one that was never sent is no news: so long it may be late.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(3);

    /// <summary>The periods that have ended lately; which of them are written already, their notes say.</summary>
    public static IEnumerable<ReportPeriod> Due(ReportSettings settings, TimeZoneInfo zone, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new[] { (PeriodKind.Week, settings.Weekly), (PeriodKind.Month, settings.Monthly) }
            .Where(static kind => kind.Item2)
            .Select(kind => ReportPeriod.LastBefore(kind.Item1, now, zone))
            .Where(period => now - period.To < Late);
    }
}
