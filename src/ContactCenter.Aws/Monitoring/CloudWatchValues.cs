using System.Collections.Immutable;
using Amazon.CloudWatch;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Aws.Monitoring;

/// <summary>
/// Values at the period of their source from CloudWatch, which keeps those of a minute for fifteen days and those of five for sixty-three.
/// </summary>
/// <param name="cloudWatch">Gives the client; asked when something is read, because most who could read never do.</param>
public sealed class CloudWatchValues(Func<IAmazonCloudWatch> cloudWatch) : IMetricValues
{
    /// <summary>A page has 100,800 values at most (Amazon CloudWatch API reference, GetMetricData): four weeks of minutes of two.</summary>
    private const int MaximumQueries = 2;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ImmutableArray<MetricPoint>?>> ReadAsync(
        IReadOnlyList<MetricSource> sources, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var found = sources.Select(static _ => new SortedDictionary<DateTimeOffset, double>()).ToArray();
        var unfinished = new HashSet<int>();
        foreach (var some in sources.Index().Chunk(MaximumQueries))
        {
            unfinished.UnionWith(await cloudWatch().ReadAsync(
                some, from, until, (number, at, value) => found[number][at] = value, cancellationToken));
        }

        return
        [
            .. found.Select((one, number) => unfinished.Contains(number)
                ? (ImmutableArray<MetricPoint>?)null
                : [.. one.Select(static point => new MetricPoint(point.Key, point.Value))]),
        ];
    }
}
