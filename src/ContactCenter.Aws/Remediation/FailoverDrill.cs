using System.Runtime.CompilerServices;
using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// Rehearses every failing over that a configuration allows, with the planners and the adapters that are deployed. What one part is refused
/// is told and stops none of the others.
/// </summary>
/// <param name="configuration">The configuration.</param>
/// <param name="clients">Clients of a Region.</param>
/// <param name="leases">Where the drill keeps what it has failed over, by the name of the remediation.</param>
/// <param name="clock">The time.</param>
public sealed class FailoverDrill(
    ContactCenterConfiguration configuration,
    Func<string, AccountClients> clients,
    Func<string, IRemediationLeases<FailoverChange>> leases,
    TimeProvider clock)
{
    private readonly ConnectInstance _instance = configuration.Instance;
    private IReadOnlyDictionary<string, string>? _flows;

    /// <summary>The steps, as they are taken.</summary>
    /// <param name="isActing">False: everything is only read, and said what would be done.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    public async IAsyncEnumerable<DrillStep> RunAsync(bool isActing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (configuration.Failover is not { } failover)
        {
            yield return new("approval", "nothing", "may be failed over", "Add \"failover\": {} to the file, and deploy");
            yield break;
        }

        yield return DrillPreconditions.Approval(configuration);
        var limits = new FailoverLimits { LeaseFor = failover.Lease };
        foreach (var act in FailoverActs.Of(configuration, Ports(), region: null))
        {
            var rehearsal = new FailoverRehearsal(act, limits);
            foreach (var name in act.Names)
            {
                var what = $"{act.Remediation.Word} {name}";
                await foreach (var step in Guarded(
                    act.Remediation.Entry.Name, what, rehearsal.RunAsync(name, isActing, clock.GetUtcNow(), cancellationToken)))
                {
                    yield return step;
                }
            }
        }

        if (failover.TrafficDistributionGroup is not null && configuration.StandbyRegion is { } standby)
        {
            await foreach (var step in Guarded("standby", $"Region {standby}", StandbyAsync(standby, cancellationToken)))
            {
                yield return step;
            }
        }
    }

    private FailoverPorts Ports() => new(
        new EmergencyFlows(
            clients(_instance.Region).Connect,
            _instance.Id,
            DeploymentNames.Of(configuration).Flow(SystemFlows.Emergency),
            FlowsAsync,
            leases(FailoverActs.Flow.Entry.Name)),
        new QueueFallbacks(configuration, leases(FailoverActs.Queue.Entry.Name)),
        new TrafficDistributions(
            region => clients(region).Connect,
            _instance.Region,
            configuration.Failover?.TrafficDistributionGroup,
            configuration.StandbyRegion),
        leases);

    private async Task<IReadOnlyDictionary<string, string>> FlowsAsync(CancellationToken cancellationToken) => _flows ??=
        (await ConnectLists.ContactFlowsAsync(clients(_instance.Region).Connect, _instance.Id, cancellationToken))
            .DistinctBy(static flow => flow.Name, StringComparer.Ordinal)
            .ToDictionary(static flow => flow.Name, static flow => flow.Id, StringComparer.Ordinal);

    /// <summary>What flows that are replicated need where they run then.</summary>
    private async IAsyncEnumerable<DrillStep> StandbyAsync(string standby, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var flows = Ports().Flows;
        foreach (var name in RemediableFailovers.Flows(configuration))
        {
            if (await flows.ReadAsync(name, clock.GetUtcNow(), cancellationToken) is { Missing: null } flow)
            {
                yield return DrillPreconditions.References(name, flow.Now, _instance.Region);
            }
        }

        var unread = new Unread();
        var there = await new ResourceReader(clients(standby), unread).ReadAsync(
            new AccountReading(), configuration with { Tables = [] }, cancellationToken);
        foreach (var name in DeploymentNames.FlowFunctions(configuration).Where(there.Functions.ContainsKey))
        {
            yield return DrillPreconditions.Standby($"function {name}", there.Functions[name], standby);
        }

        foreach (var (name, alias) in there.Bots)
        {
            yield return DrillPreconditions.Standby($"bot {name}", alias is not null, standby);
        }

        foreach (var part in unread.Parts)
        {
            yield return new("standby", $"{part.What} in {standby}", $"cannot be read: {part.Why}", part.Right);
        }
    }

    private static async IAsyncEnumerable<DrillStep> Guarded(string act, string what, IAsyncEnumerable<DrillStep> steps)
    {
        await using var each = steps.GetAsyncEnumerator();
        while (true)
        {
            DrillStep? refused = null;
            try
            {
                if (!await each.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (AmazonServiceException failure)
            {
                refused = new DrillStep(
                    act,
                    what,
                    $"cannot be rehearsed: {AwsRefusal.Text(failure)}",
                    AwsRefusal.IsMissingRight(failure) ? "Give whoever rehearses the right" : "Mend that, and rehearse again");
            }

            if (refused is not null)
            {
                yield return refused;
                yield break;
            }

            yield return each.Current;
        }
    }
}
