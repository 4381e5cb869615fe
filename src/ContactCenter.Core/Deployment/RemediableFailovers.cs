using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>What a configuration lets people fail over, by the names that alarms know it by. None without its section.</summary>
public static class RemediableFailovers
{
    /// <summary>
    /// The flows that contacts come in by and that the emergency flow can take the place of: the deployed ones, and those of one's own that
    /// the section names.
    /// </summary>
    public static IReadOnlyList<string> Flows(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var names = DeploymentNames.Of(configuration);
        return configuration.Failover is not null && SystemFlows.Of(configuration).Contains(SystemFlows.Emergency)
            ? [names.Flow(SystemFlows.Inbound), names.Flow(SystemFlows.Chat), .. Own(configuration).Select(static flow => flow.Name)]
            : [];
    }

    /// <summary>Those of one's own.</summary>
    public static IReadOnlyList<NamedResource> Own(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            .. configuration.ContactFlows.Where(flow => flow.Id is not null && configuration.Failover?.Flows.Contains(flow.Name) == true)
                .DistinctBy(static flow => flow.Name)
        ];
    }

    /// <summary>The queues that have a standby.</summary>
    public static IReadOnlyList<string> Queues(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Failover is null
            ? []
            : [.. configuration.Queues.Where(static queue => queue.Standby is not null).Select(static queue => queue.Name)];
    }

    /// <summary>The instance whose calls can be shifted, by its alias, where there is a group to shift them with.</summary>
    public static IReadOnlyList<string> Traffic(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration is { Failover.TrafficDistributionGroup: not null, StandbyRegion: not null }
            ? [configuration.Instance.Alias]
            : [];
    }
}
