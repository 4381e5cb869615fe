using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Recorded;

/// <summary>
/// A metric with a dimension set under which it is published, as the outside says it: <c>test/Recorded/metrics</c>. No record is written
/// from the catalog.
/// </summary>
/// <param name="Namespace">Namespace; <c>*</c> at its end stands for the name of a deployment.</param>
/// <param name="Name">Name.</param>
/// <param name="Dimensions">Names of the dimensions, or <c>name=value</c> where the value is part of the metric, in order.</param>
/// <param name="Mark">How well it is known.</param>
/// <param name="Scale">What its numbers mean; null where the record does not say.</param>
/// <param name="Minutes">How often it is published; null where the record does not say.</param>
/// <param name="IsAlways">Published for as long as what it measures is in use, also when nothing is wrong.</param>
/// <param name="Source">Who says so.</param>
internal sealed record RecordedMetric(
    string Namespace, string Name, string Dimensions, RecordMark Mark, MetricScale? Scale, int? Minutes, bool IsAlways, string Source)
{
    /// <summary>Dimensions that name the thing that is measured; the values of all others belong to the metric.</summary>
    private static readonly HashSet<string> Things =
    [
        "InstanceId", "QueueName", "ContactFlowName", "FunctionName", "TableName", "GlobalSecondaryIndexName", "BotId", "BotAliasId",
        "LocaleId", "TopicName", "Component", "Api", "RoutingProfile", "Bot", "Hook", "SigningKeyId",
        "Channel",
    ];

    /// <summary>All records.</summary>
    public static IReadOnlyList<RecordedMetric> All { get; } =
    [
        .. Pasted("list-metrics-after-calls.json"), .. Listed("documented.json"), .. Listed("own.json"), .. Collected(),
    ];

    /// <summary>What is known of a metric that is read or published, the best first.</summary>
    public static IReadOnlyList<RecordedMetric> Find(string @namespace, string name, IEnumerable<(string Name, string Value)> dimensions)
    {
        var set = Set(dimensions);
        return
        [
            .. All.Where(record => record.Name == name && record.Dimensions == set && IsIn(record.Namespace, @namespace))
                .OrderBy(record => record.Mark)
        ];
    }

    /// <summary>What is known of a metric of a bound alarm.</summary>
    public static IReadOnlyList<RecordedMetric> Find(MetricSource metric) =>
        Find(metric.Namespace, metric.Name, metric.Dimensions.Select(dimension => (dimension.Name, dimension.Value)));

    /// <summary>A folder's file.</summary>
    public static string File(string name) => Repository.File("test", "Recorded", "metrics", name);

    /// <summary>A bot has two operations, which differ in what they count; those of a table are many and alike.</summary>
    private static string Set(IEnumerable<(string Name, string Value)> dimensions)
    {
        (string Name, string Value)[] all = [.. dimensions];
        var isTable = all.Any(static dimension => dimension.Name == "TableName");
        return Sorted(all.Select(dimension => Things.Contains(dimension.Name) || (isTable && dimension.Name == "Operation")
            ? dimension.Name
            : $"{dimension.Name}={dimension.Value}"));
    }

    private static string Sorted(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));

    private static bool IsIn(string recorded, string found) => recorded.EndsWith('*')
        ? found.StartsWith(recorded[..^1], StringComparison.Ordinal) && found.Length >= recorded.Length
        : recorded == found;

    /// <summary>An answer of <c>aws cloudwatch list-metrics</c>, whole.</summary>
    private static IEnumerable<RecordedMetric> Pasted(string file) =>
        JsonNode.Parse(System.IO.File.ReadAllText(File(file)))!["Metrics"]!.AsArray().Select(metric => new RecordedMetric(
            (string)metric!["Namespace"]!,
            (string)metric["MetricName"]!,
            Set(metric["Dimensions"]!.AsArray().Select(dimension => ((string)dimension!["Name"]!, (string)dimension["Value"]!))),
            (string)metric["Namespace"]! == "AWS/Lex" ? RecordMark.R : RecordMark.F,
            null,
            null,
            IsAlways: false,
            file));

    private static IEnumerable<RecordedMetric> Listed(string file) =>
        from entry in JsonNode.Parse(System.IO.File.ReadAllText(File(file)))!["entries"]!.AsArray()
        from set in entry["sets"]!.AsArray()
        from metric in set["metrics"]!.AsObject()
        let words = ((string)metric.Value!).Split(' ')
        select new RecordedMetric(
            (string)entry["namespace"]!,
            metric.Key,
            Sorted(((string)set["dimensions"]!).Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            Enum.Parse<RecordMark>((string)entry["mark"]!),
            Enum.Parse<MetricScale>(words[0]),
            int.Parse(words[1]),
            words.Contains("always"),
            (string)entry["source"]!);

    /// <summary>What the collector writes is listed in the code that writes it.</summary>
    private static IEnumerable<RecordedMetric> Collected() => OwnMetrics.All.Select(metric => new RecordedMetric(
        "ContactCenter",
        metric.Name,
        Sorted(metric.Dimensions),
        RecordMark.O,
        metric.Unit switch
        {
            "Percent" => MetricScale.Percent,
            "Seconds" => MetricScale.Seconds,
            "None" => MetricScale.Score,
            _ => MetricScale.Count,
        },
        1,
        metric.IsAlways,
        nameof(OwnMetrics)));
}

/// <summary>How well a record is known, best first.</summary>
internal enum RecordMark
{
    /// <summary>Seen in an account.</summary>
    R,

    /// <summary>Written by this system itself.</summary>
    O,

    /// <summary>A fixture, or what a tool exported from accounts.</summary>
    F,

    /// <summary>Documented by the service.</summary>
    V,

    /// <summary>Everything else: somebody says so, sources differ, or it is a guess.</summary>
    U,
}
