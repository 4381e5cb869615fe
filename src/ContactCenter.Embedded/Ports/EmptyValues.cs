using System.Collections.Immutable;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Embedded.Ports;

/// <summary>Metrics of which nothing is kept.</summary>
internal sealed class EmptyValues : IMetricValues
{
    public Task<IReadOnlyList<ImmutableArray<MetricPoint>?>> ReadAsync(
        IReadOnlyList<MetricSource> sources, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImmutableArray<MetricPoint>?>>(
            [.. sources.Select(static _ => ImmutableArray<MetricPoint>.Empty)]);
}
