using Amazon.CloudWatch;
using ContactCenter.Core.Monitoring.Growth;

namespace ContactCenter.Aws.Monitoring;

/// <summary>Values by the day from CloudWatch, which keeps them for fifteen months.</summary>
public sealed class CloudWatchDays(IAmazonCloudWatch cloudWatch) : IDailyMetrics
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>> ReadAsync(
        IReadOnlyList<GrowthSeries> series, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var found = series.Select(static _ => new SortedDictionary<DateOnly, double>()).ToArray();
        var sources = series.Select(static (one, number) => (number, one.Source
            ?? throw new ArgumentException($"{one.Key} is counted, and no metric", nameof(series))));
        foreach (var some in sources.Chunk(MetricValues.MaximumQueries))
        {
            var unfinished = await cloudWatch.ReadAsync(
                some, Begin(from), Begin(until), (number, at, value) => found[number][DateOnly.FromDateTime(at.UtcDateTime)] = value,
                cancellationToken);

            // days that are missing would end what grows, and tell it again tomorrow
            if (unfinished.Count > 0)
            {
                throw new InvalidDataException($"CloudWatch has not said all of {unfinished.Count} of {some.Length} series.");
            }
        }

        return [.. found.Select(static days => days.Select(static day => (day.Key, day.Value)).ToArray())];
    }

    private static DateTimeOffset Begin(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
