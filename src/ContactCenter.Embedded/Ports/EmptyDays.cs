using ContactCenter.Core.Monitoring.Growth;

namespace ContactCenter.Embedded.Ports;

/// <summary>A CloudWatch that has no days, and an account in which nothing is counted.</summary>
internal sealed class EmptyDays : IDailyMetrics, ICenterCounts
{
    Task<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>> IDailyMetrics.ReadAsync(
        IReadOnlyList<GrowthSeries> series, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>>(
            [.. series.Select(static _ => Array.Empty<(DateOnly Day, double Value)>())]);

    Task<CenterCounts> ICenterCounts.ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new CenterCounts([], []));
}
