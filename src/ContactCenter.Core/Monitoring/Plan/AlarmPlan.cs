using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>The alarms of a configuration: every definition of the catalog bound to every resource that it watches.</summary>
public static class AlarmPlan
{
    /// <summary>All alarms, in the order of the catalog.</summary>
    public static IEnumerable<BoundAlarm> For(ContactCenterConfiguration configuration) =>
        For(configuration, AlarmCatalog.Default.Definitions);

    /// <summary>The alarms of some definitions of the catalog, in their order.</summary>
    public static IEnumerable<BoundAlarm> For(ContactCenterConfiguration configuration, IEnumerable<AlarmDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var prefix = DeploymentNames.Of(configuration).Prefix;
        foreach (var definition in definitions)
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
            AlarmScope.Queue => configuration.Queues
                .Where(queue => definition.Waits is null or ContactChannel.Voice || queue.MaximumWaitOf(definition.Waits.Value) is not null)
                .Where(queue => !definition.NeedsPlan || queue.Plan.Count > 0)
                .Select(queue => (queue.Name, Values(("queue", queue.Name)))),
            AlarmScope.ContactFlow => DeploymentNames.ContactFlows(configuration).Select(name => (name, Values(("flow", name)))),
            AlarmScope.FlowLog =>
                instance.FlowLogs ? [(instance.Alias, Values(("deployment", DeploymentNames.Of(configuration).Prefix)))] : [],
            AlarmScope.Trail =>
                configuration.Audit.Trail ? [(instance.Alias, Values(("deployment", DeploymentNames.Of(configuration).Prefix)))] : [],
            AlarmScope.Function => DeploymentNames.FlowFunctions(configuration).Select(name => (name, Values(("function", name)))),
            AlarmScope.Bot => configuration.Bots.SelectMany(bot => BotSeries.Of(definition, bot, configuration))
                .Select(series => (series.Resource, Values(series.Values))),
            AlarmScope.Table => Tables(definition, configuration).Select(table => (table.Name, Values(("table", table.Name)))),
            AlarmScope.Index => Tables(definition, configuration).SelectMany(table =>
                table.Indexes.Select(index => ($"{table.Name}/{index}", Values(("table", table.Name), ("index", index))))),
            AlarmScope.Api => configuration.Apis.Select(api => (api.Name, Values(("api", api.Name)))),
            AlarmScope.RoutingProfile =>
                configuration.RoutingProfiles.Select(profile => (profile.Name, Values(("routingProfile", profile.Name)))),
            AlarmScope.System =>
                definition.Parts?.Invoke(configuration).Select(part => (part.Resource, Values((part.Placeholder, part.Value)))) ?? [],
            _ => throw new ArgumentException($"nothing says what {definition.Scope} is", nameof(definition)),
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

    /// <summary>A table on demand has no provisioned capacity that could run low: such an alarm would cost and say nothing.</summary>
    private static IEnumerable<TableSettings> Tables(AlarmDefinition definition, ContactCenterConfiguration configuration) =>
        definition.Id is AlarmIds.TableReadCapacity or AlarmIds.TableWriteCapacity
            or AlarmIds.IndexReadCapacity or AlarmIds.IndexWriteCapacity
            ? configuration.Tables.Where(static table => !table.OnDemand)
            : configuration.Tables;
}
