using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>
/// Reads metrics: from an SNS trigger (PascalCase, dimensions as a list) and from an event's configuration (camelCase, as a map).
/// </summary>
internal static class MetricReader
{
    /// <summary>CloudWatch allows 30 dimensions on a metric and 10 metrics and expressions in an alarm; twice that is read.</summary>
    private const int MaximumDimensions = 60;
    private const int MaximumMetrics = 20;
    private const int MaximumName = 255;

    /// <summary>The one metric of a plain metric alarm's trigger, or null.</summary>
    public static MetricSource? Single(JsonElement trigger) =>
        trigger.Text("MetricName") is { Length: > 0 } name
            ? new MetricSource
            {
                Namespace = BoundedText.Of(trigger.Text("Namespace") ?? "", MaximumName),
                Name = BoundedText.Of(name, MaximumName),
                Dimensions = trigger.Member("Dimensions") is { } dimensions ? Dimensions(dimensions) : [],
                Statistic = AlarmTexts.Statistic(trigger.Text("ExtendedStatistic") ?? trigger.Text("Statistic")),
                Period = Period(trigger.Number("Period")),
            }
            : null;

    /// <summary>
    /// The metrics of a math alarm or of an event's configuration. A query names its metric, whose series the contributor's attributes
    /// tell; other expressions name none and are left out.
    /// </summary>
    public static IReadOnlyList<MetricSource> List(JsonElement list, IReadOnlyList<MetricDimension> contributor)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var metrics = new List<MetricSource>();
        foreach (var item in list.EnumerateArray().Take(MaximumMetrics))
        {
            if (item.Member("MetricStat") is { } stat && stat.Member("Metric") is { } metric)
            {
                var name = metric.Text("MetricName") ?? metric.Text("name");
                if (string.IsNullOrEmpty(name))
                {
                    continue;
                }

                metrics.Add(new MetricSource
                {
                    Id = BoundedText.Of(item.Text("Id") ?? "m1", MaximumName),
                    AccountId = Account(item),
                    Namespace = BoundedText.Of(metric.Text("Namespace") ?? "", MaximumName),
                    Name = BoundedText.Of(name, MaximumName),
                    Dimensions = metric.Member("Dimensions") is { } dimensions ? Dimensions(dimensions) : [],
                    Statistic = AlarmTexts.Statistic(stat.Text("Stat")),
                    Period = Period(stat.Number("Period")),
                });
            }
            else if (item.Text("Expression") is { } expression && InsightsQuery.Read(expression) is { } query)
            {
                metrics.Add(new MetricSource
                {
                    Id = BoundedText.Of(item.Text("Id") ?? "q1", MaximumName),
                    AccountId = Account(item),
                    Namespace = BoundedText.Of(query.Namespace, MaximumName),
                    Name = BoundedText.Of(query.Name, MaximumName),
                    Dimensions =
                    [
                        .. contributor,
                        .. query.Fixed
                            .Where(known => contributor.All(attribute => attribute.Name != known.Name))
                            .DistinctBy(known => known.Name)
                            .Take(MaximumDimensions)
                            .Select(known => Dimension(known.Name, known.Value)),
                    ],
                    Statistic = query.Statistic,
                    Period = Period(item.Number("Period")),
                });
            }
        }

        return metrics;
    }

    /// <summary>Whether a query groups: then each series of it is compared for itself.</summary>
    public static bool HasSeries(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().Take(MaximumMetrics).Any(static item =>
            item.Text("Expression") is { } expression && InsightsQuery.Is(expression) && InsightsQuery.Groups(expression));

    /// <summary>
    /// The label of the math expression that is compared, or null: a query is named by its metric, and a label with a placeholder says
    /// nothing.
    /// </summary>
    public static string? Label(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        return list.EnumerateArray()
            .Take(MaximumMetrics)
            .Where(item =>
                item.Text("Expression") is { } expression
                    && !InsightsQuery.Is(expression)
                    && item.Member("ReturnData") is not { ValueKind: JsonValueKind.False })
            .Select(item => item.Text("Label"))
            .FirstOrDefault(label => !string.IsNullOrWhiteSpace(label) && !label.Contains("${", StringComparison.Ordinal)) is { } told
            ? BoundedText.Of(told, MaximumName)
            : null;
    }

    /// <summary>Dimensions as a map of name to value.</summary>
    public static IReadOnlyList<MetricDimension> DimensionMap(JsonElement map)
    {
        if (map.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var dimensions = new List<MetricDimension>();
        foreach (var property in map.EnumerateObject().Take(MaximumDimensions))
        {
            if (property.Value.AsText() is { } value)
            {
                dimensions.Add(Dimension(property.SafeName(), value));
            }
        }

        return dimensions;
    }

    private static IReadOnlyList<MetricDimension> Dimensions(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return DimensionMap(element);
        }

        var dimensions = new List<MetricDimension>();
        foreach (var item in element.EnumerateArray().Take(MaximumDimensions))
        {
            if (item.Text("name") is { } name && item.Text("value") is { } value)
            {
                dimensions.Add(Dimension(name, value));
            }
        }

        return dimensions;
    }

    private static string? Account(JsonElement item) =>
        item.Text("AccountId") is { Length: > 0 } account ? BoundedText.Of(account, AlarmIdentity.MaximumAccount) : null;

    private static MetricDimension Dimension(string name, string value) =>
        new(BoundedText.Of(name, MaximumName), BoundedText.Of(value, 1024));

    /// <summary>Periods beyond a day do not exist in alarms.</summary>
    private static TimeSpan Period(double? seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds ?? 60, 1, 86_400));
}
