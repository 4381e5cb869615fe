using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Core.Monitoring.Growth;

namespace ContactCenter.Aws.Monitoring;

/// <summary>Values by the day from CloudWatch, which keeps them for fifteen months.</summary>
public sealed class CloudWatchDays(IAmazonCloudWatch cloudWatch) : IDailyMetrics
{
    /// <summary>Queries in one call (Amazon CloudWatch API reference, GetMetricData).</summary>
    private const int MaximumQueries = 500;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>> ReadAsync(
        IReadOnlyList<GrowthSeries> series, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var found = series.Select(static _ => new SortedDictionary<DateOnly, double>()).ToArray();
        foreach (var some in series.Index().Chunk(MaximumQueries))
        {
            await ReadAsync(some, from, until, found, cancellationToken);
        }

        return [.. found.Select(static days => days.Select(static day => (day.Key, day.Value)).ToArray())];
    }

    private async Task ReadAsync(
        (int Index, GrowthSeries Item)[] series, DateOnly from, DateOnly until, SortedDictionary<DateOnly, double>[] found,
        CancellationToken cancellationToken)
    {
        var request = new GetMetricDataRequest
        {
            StartTime = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            EndTime = until.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            ScanBy = ScanBy.TimestampAscending,
            MetricDataQueries = [.. series.Select(static one => Query(one.Item, one.Index))],
        };
        var unfinished = new HashSet<int>();
        do
        {
            var page = await cloudWatch.GetMetricDataAsync(request, cancellationToken);
            foreach (var result in page.MetricDataResults ?? [])
            {
                var (values, place) = (result.Values ?? [], int.Parse(result.Id.AsSpan(1), CultureInfo.InvariantCulture));
                _ = result.IsComplete() ? unfinished.Remove(place) : unfinished.Add(place);
                foreach (var (i, at) in (result.Timestamps ?? []).Index().Where(point => point.Index < values.Count))
                {
                    found[place][DateOnly.FromDateTime(at.Kind == DateTimeKind.Local ? at.ToUniversalTime() : at)] = values[i];
                }
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        // days that are missing would end what grows, and tell it again tomorrow
        if (unfinished.Count > 0)
        {
            throw new InvalidDataException($"CloudWatch has not said all of {unfinished.Count} of {series.Length} series.");
        }
    }

    private static MetricDataQuery Query(GrowthSeries series, int number)
    {
        var source = series.Source ?? throw new ArgumentException($"{series.Key} is counted, and no metric", nameof(series));
        return new()
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
                    [
                        .. source.Dimensions.Select(static dimension => new Dimension { Name = dimension.Name, Value = dimension.Value }),
                    ],
                },
                Period = (int)source.Period.TotalSeconds,
                Stat = source.Statistic,
            },
        };
    }
}
