using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Growth;

namespace ContactCenter.Simulation;

/// <summary>
/// Days that a center has behind it: weekdays with their levels and days that scatter, while users come near their quota and calls of the
/// first queue take longer from week to week.
/// </summary>
/// <param name="configuration">The center.</param>
/// <param name="seed">Everything that chance decides follows from it.</param>
public sealed class CenterDaysPast(ContactCenterConfiguration configuration, long seed)
{
    private const double UsersQuota = 500;
    private const double QueuesQuota = 100;
    private const double FunctionsQuota = 50;

    /// <summary>The days of which growth is seen, until before a moment; what grew had been told.</summary>
    public IReadOnlyList<CenterDay> Until(DateTimeOffset end)
    {
        var until = DateOnly.FromDateTime(end.UtcDateTime);
        var measured = GrowthSeries.Measured(configuration);
        CenterDay[] days =
        [
            .. Enumerable.Range(0, GrowthSeries.Days).Select(number =>
            {
                var day = until.AddDays(number - GrowthSeries.Days);
                return new CenterDay(
                    day,
                    [
                        .. measured.Select(series => new DayValue(
                            series.Name, series.Of, Measured(series, day, number), series.Limit)),
                        .. Counted(number),
                    ]);
            }),
        ];
        var growing = GrowthWatch.Of(
            SeriesTrend.Of(days).Select(one => (measured.FirstOrDefault(series => series.Key == one.Series.Key) ?? one.Series, one.Days)),
            new HashSet<string>());
        days[^1] = days[^1] with { Told = [.. growing.Select(static one => one.Series.Key)] };
        return days;
    }

    private double Measured(GrowthSeries series, DateOnly day, int number)
    {
        var usual = series switch
        {
            { Limit: { } limit } => 0.4 * limit,
            { Name: OwnMetricNames.AverageHandleTime } => 280,
            { Name: "CallsPerInterval" } => 35,
            { Name: "Duration" } => 180,
            { Name: OwnMetricNames.ApiLatency or "RuntimeSucessfulRequestLatency" } => 240,
            _ => 3,
        };
        var weekday = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.8 : 1;
        var scattered = Math.Exp(0.06 * new SeededRandom(seed, $"{series.Key} on {day:O}").Normal());
        var longer = series.Name == OwnMetricNames.AverageHandleTime && series.Of == configuration.Queues[0].Name
            ? 1 + (0.007 * number) : 1;
        return usual * weekday * scattered * longer;
    }

    private IEnumerable<DayValue> Counted(int number) =>
    [
        new(CountedThings.Users, "", 380 + Math.Floor(0.9 * number), UsersQuota),
        new(CountedThings.Queues, "", configuration.Queues.Count, QueuesQuota),
        new(CountedThings.Flows, "", configuration.ContactFlows.Count, QueuesQuota),
        new(CountedThings.RoutingProfiles, "", configuration.RoutingProfiles.Count, null),
        new(CountedThings.Functions, "", 14 + (number / 40), FunctionsQuota),
        .. configuration.Tables.Select(table => new DayValue(
            CountedThings.TableSize, table.Name, 12 + (0.01 * number), table.MaximumGigabytes)),
    ];
}
