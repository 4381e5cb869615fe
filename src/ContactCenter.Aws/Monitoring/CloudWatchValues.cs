using System.Collections.Immutable;
using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Aws.Monitoring;

/// <summary>
/// Values at the period of their source from CloudWatch, which keeps those of a minute for fifteen days and those of five for sixty-three.
/// </summary>
public sealed class CloudWatchValues(IAmazonCloudWatch cloudWatch) : IMetricValues
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
            await ReadAsync(some, from, until, found, unfinished, cancellationToken);
        }

        return
        [
            .. found.Select((one, place) => unfinished.Contains(place)
                ? (ImmutableArray<MetricPoint>?)null
                : [.. one.Select(static point => new MetricPoint(point.Key, point.Value))]),
        ];
    }

    private async Task ReadAsync(
        (int Index, MetricSource Item)[] sources, DateTimeOffset from, DateTimeOffset until,
        SortedDictionary<DateTimeOffset, double>[] found, HashSet<int> unfinished, CancellationToken cancellationToken)
    {
        var request = new GetMetricDataRequest
        {
            StartTime = from.UtcDateTime,
            EndTime = until.UtcDateTime,
            ScanBy = ScanBy.TimestampAscending,
            MetricDataQueries = [.. sources.Select(static one => Query(one.Item, one.Index))],
        };
        do
        {
            var page = await cloudWatch.GetMetricDataAsync(request, cancellationToken);
            foreach (var result in page.MetricDataResults ?? [])
            {
                var (values, place) = (result.Values ?? [], int.Parse(result.Id.AsSpan(1), CultureInfo.InvariantCulture));
                _ = result.IsComplete() ? unfinished.Remove(place) : unfinished.Add(place);
                foreach (var (i, at) in (result.Timestamps ?? []).Index().Where(point => point.Index < values.Count))
                {
                    var utc = at.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : at.ToUniversalTime();
                    found[place][new DateTimeOffset(utc)] = values[i];
                }
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    private static MetricDataQuery Query(MetricSource source, int number) => new()
    {
        // an id begins with a lower-case letter
        Id = string.Create(CultureInfo.InvariantCulture, $"m{number}"),
        ReturnData = true,
        MetricStat = new MetricStat
        {
            Metric = new Metric
            {
                Namespace = source.Namespace,
                MetricName = source.Name,
                Dimensions =
                    [.. source.Dimensions.Select(static dimension => new Dimension { Name = dimension.Name, Value = dimension.Value })],
            },
            Period = (int)source.Period.TotalSeconds,
            Stat = source.Statistic,
        },
    };
}
