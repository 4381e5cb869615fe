using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Simulation.Center.Description;

/// <summary>What a simulated center has of a configured one.</summary>
public static class NamesOfCenter
{
    /// <summary>Its names.</summary>
    public static CenterNames Of(ContactCenterConfiguration configuration) => new()
    {
        InstanceId = configuration.Instance.Id,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone),
        Calendar = new BusinessCalendar(configuration),
        Queues = [.. configuration.Queues.Select(queue => queue.Name)],
        Flows = [.. configuration.ContactFlows.Select(flow => flow.Name)],
        Functions = [.. DeploymentNames.FlowFunctions(configuration)],
        Hooks = SystemFunctions.For(configuration).Where(static function => function.IsHook).ToDictionary(
            DeploymentNames.Of(configuration).Function,
            function => new HookName(function.Handler, function == SystemFunctions.LookUpCustomer ? configuration.Crm?.Api : null),
            StringComparer.Ordinal),
        HookBudgetMilliseconds = configuration.Crm?.BudgetMilliseconds ?? CrmSettings.UsualBudgetMilliseconds,
        FlowLogs = configuration.Instance.FlowLogs
            ? $"{OwnMetricNames.FlowLogNamespace}/{DeploymentNames.Of(configuration).Prefix}"
            : null,
        OwnFlows = SystemFlows.Of(configuration).Contains(SystemFlows.Inbound)
            ? [DeploymentNames.Of(configuration).Flow(SystemFlows.Inbound)]
            : [],
        Bots = [.. configuration.Bots.Select(bot => new BotDescription(bot.Name, bot.BotId, bot.AliasId, bot.Locale))],
        Tables = [.. configuration.Tables.Select(table => (table.Name, table.Indexes))],
        Apis = [.. configuration.Apis.Select(api => api.Name)],
        RoutingProfiles = [.. configuration.RoutingProfiles.Select(profile => profile.Name)],
    };
}
