using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Functions.Remediation;

/// <summary>
/// Fails over what a person has agreed to: flows to the emergency flow, queues to their standby, calls to the Region that stands by. An
/// incident asks by the remediation topic; every minute what is failed over is looked at, and brought back when its time is over.
/// </summary>
public sealed class FailOverFunction(
    RemediationDispatch dispatch, FailoverPorts ports, RemediationDesk desk, LeaseBook book, FunctionEnvironment environment)
{
    private readonly RunningRemediations _registry = new(
    [
        .. FailoverActs.Of(environment.Configuration, ports, environment.Region).Select(act => desk.For(new FailoverRemediator(
            act, (environment.Configuration.Failover ?? new()).Lease, book)))
    ]);

    /// <summary>Fails over what the event asks for; an event that asks for nothing is the schedule's.</summary>
    [LambdaFunction]
    public async Task<Stream> FailOver(Stream request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        return await dispatch.RunAsync(request, _registry, context, limit.Token);
    }
}
