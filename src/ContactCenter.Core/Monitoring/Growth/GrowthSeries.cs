using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Growth;

/// <summary>A series of which it is looked at once a day whether it grows slowly.</summary>
/// <param name="Name">The name of a metric, or of what is counted (<see cref="CountedThings"/>).</param>
/// <param name="Of">Of what: a queue, a function, a table; empty for what an instance or an account has once.</param>
/// <param name="Limit">What it must not reach, a quota; null: there is none.</param>
public sealed record GrowthSeries(string Name, string Of, double? Limit)
{
    /// <summary>So many days are looked at: twelve of each weekday, and not the season before.</summary>
    public const int Days = 84;

    /// <summary>A share of a quota, where CloudWatch has it as such.</summary>
    private const double Whole = 1;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>
    /// What alarms of the catalog read, by what is worth a look over weeks: volume, errors, times, and shares of quotas. Of queues the time
    /// that a call takes.
    /// </summary>
    private static readonly Dictionary<string, (string Statistic, double? Limit, bool IsOnce)> Looked = new(StringComparer.Ordinal)
    {
        ["CallsPerInterval"] = ("Average", null, true),
        ["ConcurrentCallsPercentage"] = ("Maximum", Whole, true),
        ["ContactFlowFatalErrors"] = ("Sum", null, false),
        ["Errors"] = ("Sum", null, false),
        ["Duration"] = ("Average", null, false),
        ["RuntimeSystemErrors"] = ("Sum", null, false),
        ["RuntimeSucessfulRequestLatency"] = ("Average", null, false),
        [OwnMetricNames.ApiFailures] = ("Sum", null, false),
        [OwnMetricNames.ApiLatency] = ("Average", null, false),
    };

    /// <summary>Where CloudWatch has it, by the day; null: it is counted.</summary>
    public MetricSource? Source { get; init; }

    /// <summary>Whether a day without a value is one on which it was nothing: CloudWatch has no errors of days without any.</summary>
    public bool IsCount => Source?.Statistic == "Sum";

    /// <summary>Tells it from the others, also in what is stored.</summary>
    public string Key => $"{Name}/{Of}";

    /// <summary>What it is, for people.</summary>
    public string Label => SeriesLabels.Of(Name, Of);

    /// <summary>The series of a center that CloudWatch has.</summary>
    public static IReadOnlyList<GrowthSeries> Measured(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var read = AlarmPlan.For(configuration).Where(static alarm => alarm.Definition.Scope is not AlarmScope.System)
            .SelectMany(static alarm => alarm.Metrics.Select(metric => (alarm.Resource, Metric: metric)))
            .Where(static one => Looked.ContainsKey(one.Metric.Name))
            .DistinctBy(static one => (one.Metric.Namespace, one.Metric.Name, Dimensions: string.Join('\n', Values(one.Metric))));
        GrowthSeries[] all =
        [
            .. read.GroupBy(static one => (one.Metric.Name, Resource: Looked[one.Metric.Name].IsOnce ? "" : one.Resource))
                .SelectMany(static same => Named(same.Key.Name, same.Key.Resource, [.. same.Select(static one => one.Metric)])),
            .. configuration.Queues.Select(queue => new GrowthSeries(OwnMetricNames.AverageHandleTime, queue.Name, null)
            {
                Source = new MetricSource
                {
                    Namespace = OwnMetricNames.Namespace,
                    Name = OwnMetricNames.AverageHandleTime,
                    Dimensions =
                    [
                        new("InstanceId", configuration.Instance.Id), new("QueueName", queue.Name),
                        new(OwnMetricNames.Channel, ContactChannel.Voice.Name()),
                    ],
                    Statistic = "Average",
                    Period = Day,
                },
            }),
            new("ConcurrentExecutions", "", configuration.Account.LambdaConcurrency)
            {
                Source = new MetricSource
                {
                    Namespace = "AWS/Lambda", Name = "ConcurrentExecutions", Dimensions = [], Statistic = "Maximum", Period = Day,
                },
            },
        ];
        return [.. all.DistinctBy(static series => series.Key)];
    }

    /// <summary>The series of one metric of one thing; of several each has the dimensions that tell it from the others.</summary>
    private static IEnumerable<GrowthSeries> Named(string name, string resource, MetricSource[] metrics)
    {
        var (statistic, limit, _) = Looked[name];
        string[] common = [.. Values(metrics[0]).Where(value => Array.TrueForAll(metrics, one => Values(one).Contains(value)))];
        return metrics.Select(metric =>
        {
            var own = string.Join(' ', Values(metric).Except(common));
            return new GrowthSeries(name, own.Length == 0 ? resource : resource.Length == 0 ? own : $"{resource} ({own})", limit)
            {
                Source = metric with { Id = "m1", Statistic = statistic, Period = Day },
            };
        });
    }

    private static IEnumerable<string> Values(MetricSource metric) => metric.Dimensions.Select(static dimension => dimension.Value);
}

/// <summary>Values of metrics by the day.</summary>
public interface IDailyMetrics
{
    /// <summary>Reads the days from one until before another (UTC).</summary>
    /// <param name="series">The series, each with its source.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>For each series, in the same order, the days of which there is a value.</returns>
    Task<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>> ReadAsync(
        IReadOnlyList<GrowthSeries> series, DateOnly from, DateOnly until, CancellationToken cancellationToken);
}
