using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>The alarms of a configuration: every definition of the catalog bound to every resource that it watches.</summary>
public static class AlarmPlan
{
    /// <summary>Name of the component whose heartbeat is watched: the clock that moves escalations on.</summary>
    public const string Clock = "escalation-clock";

    /// <summary>Name of the component whose heartbeat is a made-up alarm that walked the whole pipeline: <see cref="PipelineProbe"/>.</summary>
    public const string Pipeline = "pipeline";

    /// <summary>Components that report heartbeats; silence of one of them is an alarm.</summary>
    private static readonly string[] Components = [Clock, Pipeline];

    /// <summary>All alarms, in the order of the catalog.</summary>
    public static IEnumerable<BoundAlarm> For(ContactCenterConfiguration configuration, AlarmCatalog catalog)
    {
        var prefix = DeploymentNames.Of(configuration).Prefix;
        foreach (var definition in catalog.Definitions)
        {
            if (configuration.Alarms.GetValueOrDefault(definition.Id) is { Enabled: false })
            {
                continue;
            }

            foreach (var (resource, values) in Resources(definition, configuration))
            {
                yield return BoundAlarm.Bind(CatalogOverrides.ForResource(definition, resource, configuration), prefix, resource, values);
            }
        }
    }

    private static IEnumerable<(string Resource, Dictionary<string, string> Values)> Resources(
        AlarmDefinition definition, ContactCenterConfiguration configuration)
    {
        var instance = configuration.Instance;
        return definition.Scope switch
        {
            AlarmScope.Instance or AlarmScope.Account => [(instance.Alias, Values())],
            AlarmScope.Queue => configuration.Queues.Select(queue => (queue.Name, Values(("queue", queue.Name)))),
            AlarmScope.ContactFlow => DeploymentNames.ContactFlows(configuration).Select(name => (name, Values(("flow", name)))),
            AlarmScope.FlowLog => instance.FlowLogs ? [(instance.Alias, Values(("deployment", DeploymentNames.Of(configuration).Prefix)))] : [],
            AlarmScope.Trail => configuration.Audit.Trail ? [(instance.Alias, Values(("deployment", DeploymentNames.Of(configuration).Prefix)))] : [],
            AlarmScope.Function => DeploymentNames.FlowFunctions(configuration).Select(name => (name, Values(("function", name)))),
            AlarmScope.Bot => configuration.Bots.Select(bot => (bot.Name, Values(("botId", bot.BotId), ("botAliasId", bot.AliasId), ("locale", bot.Locale)))),
            AlarmScope.Table => configuration.Tables.Select(table => (table.Name, Values(("table", table.Name)))),
            AlarmScope.Index => configuration.Tables.SelectMany(table =>
                table.Indexes.Select(index => ($"{table.Name}/{index}", Values(("table", table.Name), ("index", index))))),
            AlarmScope.Api => configuration.Apis.Select(api => (api.Name, Values(("api", api.Name)))),
            AlarmScope.RoutingProfile => configuration.RoutingProfiles.Select(profile => (profile.Name, Values(("routingProfile", profile.Name)))),
            _ => OwnResources(definition, configuration),
        };

        Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> pairs)
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["instance"] = instance.Id };
            foreach (var (name, value) in pairs)
            {
                values[name] = value;
            }

            return values;
        }
    }

    /// <summary>What this system is made of. Hooks are watched as functions that contact flows call, so not twice.</summary>
    private static IEnumerable<(string Resource, Dictionary<string, string> Values)> OwnResources(
        AlarmDefinition definition, ContactCenterConfiguration configuration)
    {
        var names = DeploymentNames.Of(configuration);
        return definition.Id switch
        {
            "heartbeat-missing" => Components.Select(component => (component, Value("component", component))),
            "own-function-errors" => Functions(function => !function.IsHook),
            "delivery-behind" => Functions(function => function.Kind == SystemFunctionKind.Stream),
            "event-source-disabled" => RemediableFunctions.EventSources(configuration).Select(source => (names.WithoutPrefix(source.Function), Value("component", source.Function))),
            "dead-letters" => names.DeadLetterQueues().Select(queue => (names.WithoutPrefix(queue), Value("component", queue))),
            "topic-delivery-failed" => names.Topics(configuration).Select(topic => (names.WithoutPrefix(topic), Value("component", topic))),
            "schedule-dropped" => [("schedules", Value("component", ""))],
            _ => throw new ArgumentException($"nothing says what {definition.Id} watches", nameof(definition)),
        };

        IEnumerable<(string Resource, Dictionary<string, string> Values)> Functions(Func<SystemFunction, bool> chosen) =>
            SystemFunctions.For(configuration).Where(chosen).Select(function => (function.Name, Value("function", names.Function(function))));

        static Dictionary<string, string> Value(string name, string value) => new(StringComparer.Ordinal) { [name] = value };
    }
}
