using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Monitoring;

/// <summary>The alarms of a configuration: every definition of the catalog bound to every resource that it watches.</summary>
public static class AlarmPlan
{
    /// <summary>Name of the component whose heartbeat is watched: the clock that moves escalations on.</summary>
    public const string Clock = "escalation-clock";

    /// <summary>All alarms, in the order of the catalog. Alarms on this system's own functions, queues and topics come with those.</summary>
    public static IEnumerable<BoundAlarm> For(ContactCenterConfiguration configuration, AlarmCatalog catalog)
    {
        var prefix = DeploymentNames.Of(configuration).Prefix;
        foreach (var definition in catalog.Definitions)
        {
            var change = configuration.Alarms.GetValueOrDefault(definition.Id);
            if (change is { Enabled: false })
            {
                continue;
            }

            var changed = CatalogOverrides.Apply(definition, change);
            foreach (var (resource, values) in Resources(definition, configuration))
            {
                var own = CatalogOverrides.ForResource(changed, resource, change, configuration);
                yield return BoundAlarm.Bind(own, prefix, resource, values);
            }
        }
    }

    private static IEnumerable<(string Resource, Dictionary<string, string> Values)> Resources(
        AlarmDefinition definition, ContactCenterConfiguration configuration)
    {
        var alias = configuration.Instance.Alias;
        return definition.Scope switch
        {
            AlarmScope.Instance or AlarmScope.Account => [(alias, Values())],
            AlarmScope.Queue => configuration.Queues.Select(queue => (queue.Name, Values(("queue", queue.Name)))),
            AlarmScope.ContactFlow => configuration.ContactFlows.Select(flow => (flow.Name, Values(("flow", flow.Name)))),
            AlarmScope.Function => configuration.Functions.Select(function => (function.Name, Values(("function", function.Name)))),
            AlarmScope.Bot => configuration.Bots.Select(bot => (bot.Name, Values(("botId", bot.BotId), ("botAliasId", bot.AliasId), ("locale", bot.Locale)))),
            AlarmScope.Table => configuration.Tables.Select(table => (table.Name, Values(("table", table.Name)))),
            AlarmScope.Index => configuration.Tables.SelectMany(table =>
                table.Indexes.Select(index => ($"{table.Name}/{index}", Values(("table", table.Name), ("index", index))))),
            AlarmScope.Api => configuration.Apis.Select(api => (api.Name, Values(("api", api.Name)))),
            AlarmScope.RoutingProfile => configuration.RoutingProfiles.Select(profile => (profile.Name, Values(("routingProfile", profile.Name)))),
            _ => definition.Id == "heartbeat-missing" ? [(Clock, Values(("component", Clock)))] : [],
        };

        Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> pairs)
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["instance"] = configuration.Instance.Id };
            foreach (var (name, value) in pairs)
            {
                values[name] = value;
            }

            return values;
        }
    }
}
