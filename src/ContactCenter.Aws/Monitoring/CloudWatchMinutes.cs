using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Aws.Monitoring;

/// <summary>Values by the minute from CloudWatch, five hundred series in one call.</summary>
public sealed class CloudWatchMinutes(IAmazonCloudWatch cloudWatch) : IMinuteMetrics
{
    /// <summary>Queries in one call (Amazon CloudWatch API reference, GetMetricData).</summary>
    private const int MaximumQueries = 500;

    private const int SecondsOfMinute = 60;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MinuteValue>> ReadAsync(
        IReadOnlyList<WatchedSeries> series, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var values = new List<MinuteValue>();
        foreach (var some in series.Chunk(MaximumQueries))
        {
            var (found, unfinished) = await ReadAsync(some, from, until, cancellationToken);
            for (var begin = from; begin < until; begin += Minute)
            {
                foreach (var (i, one) in some.Index())
                {
                    if (found.TryGetValue((i, begin), out var value))
                    {
                        values.Add(new(one, begin + Minute, value));
                    }
                    else if (one.IsCount && !unfinished.Contains(i))
                    {
                        values.Add(new(one, begin + Minute, 0));
                    }
                }
            }
        }

        return values;
    }

    /// <summary>What CloudWatch has, and the series of which it has not said all: there a count that is missing is not nothing.</summary>
    private async Task<(Dictionary<(int Series, DateTimeOffset Begin), double> Found, HashSet<int> Unfinished)> ReadAsync(
        WatchedSeries[] series, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(int, DateTimeOffset), double>();
        var unfinished = new HashSet<int>();
        var request = new GetMetricDataRequest
        {
            StartTime = from.UtcDateTime,
            EndTime = until.UtcDateTime,
            ScanBy = ScanBy.TimestampAscending,
            MetricDataQueries = [.. series.Select(static (one, i) => Query(one, i))],
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
                    found[(place, new DateTimeOffset(utc))] = values[i];
                }
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return (found, unfinished);
    }

    private static MetricDataQuery Query(WatchedSeries series, int number) => new()
    {
        // an id begins with a lower-case letter
        Id = string.Create(CultureInfo.InvariantCulture, $"m{number}"),
        ReturnData = true,
        MetricStat = new MetricStat
        {
            Metric = new Metric
            {
                Namespace = series.Source!.Namespace,
                MetricName = series.Source.Name,
                Dimensions =
                [
                    .. series.Source.Dimensions.Select(
                        static dimension => new Dimension { Name = dimension.Name, Value = dimension.Value }),
                ],
            },
            Period = SecondsOfMinute,
            Stat = series.Source.Statistic,
        },
    };
}
