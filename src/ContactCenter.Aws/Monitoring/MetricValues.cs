using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Aws.Monitoring;

/// <summary>Values of metrics in CloudWatch, read a page after the other.</summary>
internal static class MetricValues
{
    /// <summary>Queries in one call (Amazon CloudWatch API reference, GetMetricData).</summary>
    public const int MaximumQueries = 500;

    /// <summary>Reads what CloudWatch has of some sources, at most <see cref="MaximumQueries"/>.</summary>
    /// <param name="cloudWatch">The client.</param>
    /// <param name="sources">The sources, each with a number of its own.</param>
    /// <param name="from">From when on.</param>
    /// <param name="until">Until when.</param>
    /// <param name="found">Takes the number of a source, when a period began, and its value.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The numbers of those of which not all has been said.</returns>
    public static async Task<IReadOnlySet<int>> ReadAsync(
        this IAmazonCloudWatch cloudWatch,
        IEnumerable<(int Number, MetricSource Source)> sources,
        DateTimeOffset from,
        DateTimeOffset until,
        Action<int, DateTimeOffset, double> found,
        CancellationToken cancellationToken)
    {
        var unfinished = new HashSet<int>();
        var request = new GetMetricDataRequest
        {
            StartTime = from.UtcDateTime,
            EndTime = until.UtcDateTime,
            ScanBy = ScanBy.TimestampAscending,
            MetricDataQueries = [.. sources.Select(static one => Query(one.Number, one.Source))],
        };
        do
        {
            var page = await cloudWatch.GetMetricDataAsync(request, cancellationToken);
            foreach (var result in page.MetricDataResults ?? [])
            {
                var (values, number) = (result.Values ?? [], int.Parse(result.Id.AsSpan(1), CultureInfo.InvariantCulture));

                // one that goes on with the next page is partial until its last one
                _ = result.StatusCode is null || result.StatusCode == StatusCode.Complete
                    ? unfinished.Remove(number)
                    : unfinished.Add(number);
                foreach (var (i, at) in (result.Timestamps ?? []).Index().Where(point => point.Index < values.Count))
                {
                    var utc = at.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : at.ToUniversalTime();
                    found(number, new DateTimeOffset(utc), values[i]);
                }
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return unfinished;
    }

    private static MetricDataQuery Query(int number, MetricSource source) => new()
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
