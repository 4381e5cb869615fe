using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Growth;

/// <summary>A series of which it is looked at once a day whether it grows slowly.</summary>
/// <param name="Label">What it is, for people.</param>
/// <param name="Source">Where CloudWatch has it, by the day.</param>
/// <param name="Limit">What it must not reach, a quota; null: there is none.</param>
public sealed record GrowthSeries(string Label, MetricSource Source, double? Limit)
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
    private static readonly Dictionary<string, (string Statistic, double? Limit)> Looked = new(StringComparer.Ordinal)
    {
        ["CallsPerInterval"] = ("Average", null),
        ["ConcurrentCallsPercentage"] = ("Maximum", Whole),
        ["ContactFlowFatalErrors"] = ("Sum", null),
        ["Errors"] = ("Sum", null),
        ["Duration"] = ("Average", null),
        ["RuntimeSystemErrors"] = ("Sum", null),
        ["RuntimeSucessfulRequestLatency"] = ("Average", null),
        [OwnMetricNames.ApiFailures] = ("Sum", null),
        [OwnMetricNames.ApiLatency] = ("Average", null),
    };

    /// <summary>Tells it from the others.</summary>
    public string Key { get; } =
        $"{Source.Namespace}\n{Source.Name}\n{string.Join('\n', Source.Dimensions.Select(static dimension => dimension.Value))}";

    /// <summary>The series of a center.</summary>
    public static IReadOnlyList<GrowthSeries> Of(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            .. AlarmPlan.For(configuration).Where(static alarm => alarm.Definition.Scope is not AlarmScope.System)
                .SelectMany(static alarm => alarm.Metrics.Select(metric => (alarm.Resource, Metric: metric)))
                .Where(static one => Looked.ContainsKey(one.Metric.Name))
                .Select(static one => Series(one.Resource, one.Metric))
                .DistinctBy(static series => series.Key),
            .. configuration.Queues.Select(queue => new GrowthSeries(
                $"{OwnMetricNames.AverageHandleTime} of {queue.Name}",
                new MetricSource
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
                null)),
            new(
                "concurrent Lambda executions",
                new MetricSource
                {
                    Namespace = "AWS/Lambda", Name = "ConcurrentExecutions", Dimensions = [], Statistic = "Maximum", Period = Day,
                },
                configuration.Account.LambdaConcurrency),
        ];
    }

    private static GrowthSeries Series(string resource, MetricSource metric)
    {
        var (statistic, limit) = Looked[metric.Name];
        return new($"{metric.Name} of {resource}", metric with { Id = "m1", Statistic = statistic, Period = Day }, limit);
    }
}

/// <summary>Values of metrics by the day.</summary>
public interface IDailyMetrics
{
    /// <summary>Reads the days from one until before another (UTC).</summary>
    /// <returns>For each series, in the same order, the days of which there is a value.</returns>
    Task<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>> ReadAsync(
        IReadOnlyList<GrowthSeries> series, DateOnly from, DateOnly until, CancellationToken cancellationToken);
}
