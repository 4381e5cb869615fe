using Amazon.CloudWatch;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Aws.Monitoring;

/// <summary>Values by the minute from CloudWatch, five hundred series in one call.</summary>
public sealed class CloudWatchMinutes(IAmazonCloudWatch cloudWatch) : IMinuteMetrics
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MinuteValue>> ReadAsync(
        IReadOnlyList<WatchedSeries> series, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var values = new List<MinuteValue>();
        foreach (var some in series.Chunk(MetricValues.MaximumQueries))
        {
            var found = new Dictionary<(int Series, DateTimeOffset Begin), double>();
            var unfinished = await cloudWatch.ReadAsync(
                some.Select(static (one, number) => (number, one.Source! with { Period = Minute })), from, until,
                (number, at, value) => found[(number, at)] = value, cancellationToken);
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
                        // where not all was said, what is missing is not nothing
                        values.Add(new(one, begin + Minute, 0));
                    }
                }
            }
        }

        return values;
    }
}
