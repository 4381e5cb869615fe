using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Embedded.Ports;

/// <summary>A CloudWatch that has no values.</summary>
internal sealed class EmptyMinutes : IMinuteMetrics
{
    public Task<IReadOnlyList<MinuteValue>> ReadAsync(
        IReadOnlyList<WatchedSeries> series, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MinuteValue>>([]);
}
