using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>A series that is watched for what is unusual.</summary>
/// <param name="Group">Correlation group of what it is about.</param>
/// <param name="Resource">The queue, table, function … that it is about.</param>
/// <param name="Channel">The channel of a queue; else null.</param>
/// <param name="Name">Name of the metric.</param>
/// <param name="Side">On which side it is bad news.</param>
public sealed record WatchedSeries(string Group, string Resource, ContactChannel? Channel, string Name, AnomalySide Side)
{
    /// <summary>
    /// CloudWatch is asked every so many minutes: each series costs money with each look. Tables and external systems are asked every
    /// minute, because they break at once.
    /// </summary>
    public const int MinutesOfLook = 2;

    /// <summary>CloudWatch has the values of a minute about so many minutes after its end.</summary>
    public const int MinutesLate = 1;

    /// <summary>Less than this share of what a threshold calls too much is too little to matter.</summary>
    private const double FloorShare = 0.25;

    /// <summary>Where CloudWatch has it; null: the collector reads it itself.</summary>
    public MetricSource? Source { get; init; }

    /// <summary>True for a count, which is 0 where CloudWatch has no value.</summary>
    public bool IsCount { get; init; }

    /// <summary>A value that is less is too little to matter.</summary>
    public double Floor { get; init; } = double.NegativeInfinity;

    /// <summary>True where CloudWatch is asked every minute.</summary>
    public bool IsEachMinute => Group is AlarmGroups.Table or AlarmGroups.Api;

    /// <summary>When its values are bad news.</summary>
    public SeriesKind Kind => new(Side, Floor, IsCount);

    /// <summary>
    /// What it says: two that say the same do not agree, they repeat each other, as a table and its index.
    /// </summary>
    public string Voice => Name switch
    {
        OwnMetricNames.ContactsInQueue => $"who waits\n{Channel?.Name()}",
        OwnMetricNames.AgentsAvailable or OwnMetricNames.AgentsOnline => "agents",
        _ => Name.Split(' ')[0],
    };

    /// <summary>What it is about, with others.</summary>
    public AnomalyPlace Place => new(Group, Resource);

    /// <summary>Its name for people, with the channel where it has one.</summary>
    public string Label => Channel is { } channel ? $"{Name} ({channel.Name()})" : Name;

    /// <summary>Tells it from the others.</summary>
    public string Key { get; } = $"{Group}\n{Resource}\n{Channel?.Name()}\n{Name}";

    /// <summary>
    /// What alarms of the catalog read of flows, hooks, APIs, bots and tables, and of all calls together, by the minute. Each costs money
    /// with each look: what only repeats another, or is told by a threshold at once, is left out.
    /// </summary>
    public static IReadOnlyList<WatchedSeries> Of(ContactCenterConfiguration configuration) =>
    [
        .. AlarmPlan.For(configuration)
            .Where(static alarm => alarm.Definition.Scope is not AlarmScope.System)
            .SelectMany(static alarm => alarm.Metrics.Select(metric => (alarm, metric)))
            .Where(static one => Watched.ContainsKey(one.metric.Name))
            .Select(static one => Series(one.alarm, one.metric))
            .DistinctBy(static series => series.Key),
    ];

    /// <summary>What may wait longer is not seen by the minute.</summary>
    private static readonly TimeSpan MaximumWait = TimeSpan.FromHours(1);

    /// <summary>
    /// What the collector itself reads of a queue, of calls and of whatever is promised within the hour: how many wait and who could take
    /// them, as they are at the minute. How long the oldest has waited says the same again, and grows by itself with each minute.
    /// </summary>
    public static IEnumerable<WatchedSeries> Of(QueueSettings queue, ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(queue);
        var crowd = CatalogOverrides.ForResource(AlarmCatalog.Default.Find(AlarmIds.QueueSize)!, queue.Name, configuration).Threshold;
        foreach (var channel in Enum.GetValues<ContactChannel>())
        {
            if (channel != ContactChannel.Voice && !(queue.MaximumWaitOf(channel) <= MaximumWait))
            {
                continue;
            }

            yield return Series(channel, OwnMetricNames.ContactsInQueue, AnomalySide.Above) with { Floor = crowd * FloorShare };
            yield return Series(channel, OwnMetricNames.AgentsAvailable, AnomalySide.Below);
            if (channel == ContactChannel.Voice)
            {
                yield return Series(channel, OwnMetricNames.AgentsOnline, AnomalySide.Below);
            }
        }

        WatchedSeries Series(ContactChannel channel, string name, AnomalySide side) =>
            new(AlarmGroups.Queue, queue.Name, channel, name, side);
    }

    private static readonly Dictionary<string, (AnomalySide Side, string Statistic, bool IsCount)> Watched = new(StringComparer.Ordinal)
    {
        ["CallsPerInterval"] = (AnomalySide.Either, "Average", true),
        ["ConcurrentCalls"] = (AnomalySide.Above, "Maximum", false),
        ["ContactFlowFatalErrors"] = (AnomalySide.Above, "Sum", true),
        ["Errors"] = (AnomalySide.Above, "Sum", true),
        ["Duration"] = (AnomalySide.Above, "Average", false),
        ["RuntimeSystemErrors"] = (AnomalySide.Above, "Sum", true),
        ["RuntimeSucessfulRequestLatency"] = (AnomalySide.Above, "Average", false),
        [OwnMetricNames.BotUtterancesMissed] = (AnomalySide.Above, "Sum", true),
        ["ConsumedReadCapacityUnits"] = (AnomalySide.Above, "Sum", true),
        ["ConsumedWriteCapacityUnits"] = (AnomalySide.Above, "Sum", true),
        [OwnMetricNames.ApiFailures] = (AnomalySide.Above, "Sum", true),
        [OwnMetricNames.ApiLatency] = (AnomalySide.Above, "Average", false),
    };

    private static WatchedSeries Series(BoundAlarm alarm, MetricSource metric)
    {
        var (side, statistic, isCount) = Watched[metric.Name];
        var isPart = alarm.Definition.Scope is AlarmScope.Index or AlarmScope.Bot;
        var resource = isPart ? alarm.Resource.Split('/')[0] : alarm.Resource;
        var name = isPart && resource != alarm.Resource ? $"{metric.Name} {alarm.Resource[(resource.Length + 1)..]}" : metric.Name;
        return new WatchedSeries(alarm.Definition.Group, resource, null, name, side)
        {
            Source = metric with { Id = "m1", Statistic = statistic, Period = Minute },
            IsCount = isCount,
        };
    }

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
}

/// <summary>What several series are about: a queue, a table, a function …</summary>
/// <param name="Group">Correlation group.</param>
/// <param name="Resource">Its name.</param>
public readonly record struct AnomalyPlace(string Group, string Resource);
