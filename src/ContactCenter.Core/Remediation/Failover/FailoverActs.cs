using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Failover;

/// <summary>Every kind of failing over that a configuration allows, over the ports of a deployment or of a drill.</summary>
public static class FailoverActs
{
    private static readonly TimeSpan VerifyWithin = TimeSpan.FromMinutes(10);

    /// <summary>Puts the emergency flow in the place of one that contacts come in by.</summary>
    public static FailoverRemediation Flow { get; } = new(
        new RemediationEntry(RemediationNames.EmergencyFlow, VerifyWithin), Sentences.WordFlow);

    /// <summary>Sends who is routed into a queue to its standby.</summary>
    public static FailoverRemediation Queue { get; } = new(
        new RemediationEntry(RemediationNames.QueueFallback, VerifyWithin), Sentences.WordQueue);

    /// <summary>Shifts calls and agents to the Region that stands by.</summary>
    public static FailoverRemediation Traffic { get; } = new(
        new RemediationEntry(RemediationNames.ShiftTraffic, VerifyWithin), Sentences.WordInstance);

    /// <summary>
    /// The kinds with their resources. In the Region that stands by only traffic is shifted: flows and queues of the instance are out of
    /// reach from there, and what stands by is an instance of its own.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="ports">Reads and changes.</param>
    /// <param name="region">Where it runs; null: at home.</param>
    public static IReadOnlyList<FailoverAct> Of(ContactCenterConfiguration configuration, FailoverPorts ports, string? region)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(ports);
        var traffic = Act(Traffic, RemediableFailovers.Traffic(configuration), ports.Traffic, ports);
        return region is not null && region == configuration.StandbyRegion
            ? [traffic]
            :
            [
                Act(Flow, RemediableFailovers.Flows(configuration), ports.Flows, ports),
                Act(Queue, RemediableFailovers.Queues(configuration), ports.Queues, ports),
                traffic,
            ];
    }

    private static FailoverAct Act(
        FailoverRemediation remediation, IReadOnlyList<string> names, IRemediable<FailoverState, FailoverChange> resources,
        FailoverPorts ports) => new(remediation, names, resources, ports.Leases(remediation.Entry.Name));
}

/// <summary>Where failing over ends.</summary>
/// <param name="Flows">Contact flows of the instance.</param>
/// <param name="Queues">Queues with their standby.</param>
/// <param name="Traffic">Shares of the two Regions.</param>
/// <param name="Leases">What is failed over, by the name of the remediation.</param>
public sealed record FailoverPorts(
    IRemediable<FailoverState, FailoverChange> Flows,
    IRemediable<FailoverState, FailoverChange> Queues,
    IRemediable<FailoverState, FailoverChange> Traffic,
    Func<string, IRemediationLeases<FailoverChange>> Leases);
