using ContactCenter.Core.Monitoring.Growth;

namespace ContactCenter.Embedded.Ports;

/// <summary>A CloudWatch that has no days.</summary>
internal sealed class EmptyDays : IDailyMetrics
{
    public Task<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>> ReadAsync(
        IReadOnlyList<GrowthSeries> series, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>>(
            [.. series.Select(static _ => Array.Empty<(DateOnly Day, double Value)>())]);
}
