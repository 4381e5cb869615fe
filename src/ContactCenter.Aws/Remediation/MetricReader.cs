using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace ContactCenter.Aws.Remediation;

/// <summary>Reads many series at once with <c>GetMetricData</c>.</summary>
internal sealed class MetricReader(IAmazonCloudWatch cloudWatch)
{
    /// <summary>Queries in one call (Amazon CloudWatch API reference, GetMetricData).</summary>
    private const int MaximumQueries = 500;

    /// <summary>The datapoints of each series by their start; where there is no datapoint there is no entry.</summary>
    public async Task<IReadOnlyDictionary<MetricSeries, IReadOnlyDictionary<DateTimeOffset, double>>> ReadAsync(
        IReadOnlyCollection<MetricSeries> series, TimeSpan period, DateTimeOffset from, DateTimeOffset to,
        CancellationToken cancellationToken)
    {
        var found = series.ToDictionary(one => one, _ => new Dictionary<DateTimeOffset, double>());
        foreach (var chunk in series.Chunk(MaximumQueries))
        {
            var request = new GetMetricDataRequest
            {
                StartTime = from.UtcDateTime,
                EndTime = to.UtcDateTime,
                ScanBy = ScanBy.TimestampAscending,
                MetricDataQueries = [.. chunk.Select((one, i) => one.Query(Id(i), (int)period.TotalSeconds))],
            };
            do
            {
                var page = await cloudWatch.GetMetricDataAsync(request, cancellationToken);
                foreach (var result in page.MetricDataResults ?? [])
                {
                    Add(found[chunk[Number(result.Id)]], result);
                }

                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }

        return found.ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<DateTimeOffset, double>)pair.Value);
    }

    private static void Add(Dictionary<DateTimeOffset, double> points, MetricDataResult result)
    {
        var values = result.Values ?? [];
        foreach (var (i, at) in (result.Timestamps ?? []).Index().Where(point => point.Index < values.Count))
        {
            var utc = at.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : at.ToUniversalTime();
            points[new DateTimeOffset(utc)] = values[i];
        }
    }

    // an id begins with a lower-case letter
    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"m{number}");

    private static int Number(string id) => int.Parse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
}
