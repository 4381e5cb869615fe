using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>The thing that is wrong, read off an alarm's dimensions.</summary>
/// <param name="Kind">Word before the name: "Queue", "Table" …</param>
/// <param name="Name">Its name, as the correlation key has it.</param>
/// <param name="Group">The correlation group that fits, when the catalog gives none.</param>
/// <param name="Target">What a remediation acts on: like the name, but <c>table/index</c> for an index.</param>
internal sealed record AlarmSubject(string Kind, string Name, string Group, string Target)
{
    /// <summary>More attributes than these do not fit into a headline.</summary>
    private const int MaximumSeries = 3;

    /// <summary>Where it is, when that is not this deployment's place; else null.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>What tells its series from others of the same alarm, when the name does not: "Operation Query"; else null.</summary>
    public string? Series { get; init; }

    /// <summary>"Queue Billing", or just the name when there is no kind; with its series, and its place when that is not ours.</summary>
    public string Title
    {
        get
        {
            var name = Called;
            var series = Series is null ? name : $"{name} ({Series})";

            // which instance it is says the name of an instance already
            var place = Kind == "Instance" && Elsewhere is ['i', 'n', 's', ..] instance
                ? instance.Split(", ", 2) is [_, var rest] ? rest : null
                : Elsewhere;
            return place is null ? series : Sentences.SubjectElsewhere(series, place);
        }
    }

    private string Called => Kind switch
    {
        "Queue" => Sentences.QueueSubject(Name),
        "Flow" => Sentences.FlowSubject(Name),
        "Function" => Sentences.FunctionSubject(Name),
        "Table" => Sentences.TableSubject(Name),
        "Message queue" => Sentences.MessageQueueSubject(Name),
        "Bot" => Sentences.BotSubject(Name),
        "API" => Sentences.ApiSubject(Name),
        "Routing profile" => Sentences.RoutingProfileSubject(Name),
        "Topic" => Sentences.TopicSubject(Name),
        "Component" => Sentences.ComponentSubject(Name),
        "Instance" => Sentences.InstanceSubject(Name),
        _ => Name,
    };

    public static AlarmSubject Of(AlarmChange change)
    {
        var subject = ByDimensions(change);
        var others = change.ContributorAttributes
            .Where(attribute => attribute.Value != subject.Name && attribute.Name is not ("InstanceId" or "Instance ID" or "MetricGroup"))
            .Take(MaximumSeries)
            .Select(attribute => $"{attribute.Name} {attribute.Value}");
        return string.Join(", ", others) is { Length: > 0 } series ? subject with { Series = series } : subject;
    }

    private static AlarmSubject ByDimensions(AlarmChange change)
    {
        var dimensions = change.ContributorAttributes.Concat(change.Metrics.SelectMany(metric => metric.Dimensions)).ToArray();
        string? Find(string name) =>
            dimensions.FirstOrDefault(dimension => dimension.Name == name && dimension.Value.Length > 0).Value;

        return (Find("QueueName"), Find("ContactFlowName"), Find("FunctionName"), Find("TableName")) switch
        {
            ({ } queue, _, _, _) when IsConnect(change) => new("Queue", queue, AlarmGroups.Queue, queue),
            (_, { } flow, _, _) => new("Flow", flow, AlarmGroups.Flow, flow),
            (_, _, { } function, _) => new("Function", function, AlarmGroups.Function, function),
            (_, _, _, { } table) =>
                new("Table", table, AlarmGroups.Table, Find("GlobalSecondaryIndexName") is { } index ? $"{table}/{index}" : table),
            ({ } queue, _, _, _) => new("Message queue", queue, AlarmGroups.Messages, queue),
            _ => Others(change, Find),
        };
    }

    private static AlarmSubject Others(AlarmChange change, Func<string, string?> find)
    {
        if ((find("BotName") ?? find("BotId")) is { } bot)
        {
            return Named("Bot", bot, AlarmGroups.Ivr);
        }

        if ((find("Api") ?? find("ApiId") ?? find("ApiName")) is { } api)
        {
            return Named("API", api, AlarmGroups.Api);
        }

        if (find("RoutingProfile") is { } profile)
        {
            return Named("Routing profile", profile, AlarmGroups.Agents);
        }

        if (find("TopicName") is { } topic)
        {
            return Named("Topic", topic, AlarmGroups.Messages);
        }

        if (find("Component") is { } component)
        {
            return Named("Component", component, AlarmGroups.System);
        }

        return (find("InstanceId") ?? find("Instance ID")) is { } instance && IsConnect(change)
            ? Named("Instance", instance, AlarmGroups.Telephony)
            : new AlarmSubject("", change.AlarmName, change.AlarmName, change.AlarmName);
    }

    private static AlarmSubject Named(string kind, string name, string group) => new(kind, name, group, name);

    private static bool IsConnect(AlarmChange change) =>
        change.Metrics.Count == 0 || change.Metrics.Any(metric => metric.Namespace is "AWS/Connect" or OwnMetricNames.Namespace);
}
