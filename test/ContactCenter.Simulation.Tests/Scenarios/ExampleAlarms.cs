using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation.Tests.Scenarios;

/// <summary>The whole catalog, bound to every resource of the example center.</summary>
internal static class ExampleAlarms
{
    public static IReadOnlyList<BoundAlarm> All { get; } = [.. Bind(CenterDescription.Example)];

    private static IEnumerable<BoundAlarm> Bind(CenterDescription center) =>
        from definition in AlarmCatalog.Default.Definitions
        from resource in Resources(definition, center)
        select BoundAlarm.Bind(
            definition,
            "cc-test",
            resource.Name,
            new Dictionary<string, string>(resource.Values.Select(value => KeyValuePair.Create(value.Key, value.Value)))
            {
                ["instance"] = center.InstanceId
            });

    private static IEnumerable<(string Name, (string Key, string Value)[] Values)> Resources(
        AlarmDefinition definition, CenterDescription center) =>
        definition.Scope switch
        {
            AlarmScope.Instance or AlarmScope.Account => [("example", [])],
            // how many agents were planned is a matter of the configuration, and this center has none
            AlarmScope.Queue when definition.NeedsPlan => [],
            AlarmScope.Queue => center.Queues.Select(queue => (queue.Name, new[] { ("queue", queue.Name) })),
            AlarmScope.ContactFlow => center.Flows.Select(flow => (flow.Name, new[] { ("flow", flow.Name) })),
            AlarmScope.Function => center.Functions.Select(function => (function.Name, new[] { ("function", function.Name) })),
            AlarmScope.Bot when center.Bot is { } bot =>
                [
                    (bot.Name,
                        [
                            ("botId", bot.BotId), ("botAliasId", bot.AliasId), ("locale", bot.Locale), ("operation", "StartConversation"),
                            ("timedInput", "Speech"), ("countedInput", "None"), ("failedInput", "Speech")
                        ])
                ],
            AlarmScope.Table => center.Tables.Select(table => (table.Name, new[] { ("table", table.Name) })),
            AlarmScope.Index => center.Tables.SelectMany(table =>
                table.Indexes.Select(index => ($"{table.Name}/{index}", new[] { ("table", table.Name), ("index", index) }))),
            AlarmScope.Api => center.Apis.Select(api => (api, new[] { ("api", api) })),
            AlarmScope.RoutingProfile =>
                center.RoutingProfiles.Select(profile => (profile.Name, new[] { ("routingProfile", profile.Name) })),
            _ => definition.Id == "heartbeat-missing" ? [("clock", [("component", "clock")])] : [],
        };
}
