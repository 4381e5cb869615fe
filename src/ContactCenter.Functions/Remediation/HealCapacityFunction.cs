using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Functions.Remediation;

/// <summary>
/// Repairs the capacity of tables: when an incident asks by the remediation topic, when a capacity alarm comes straight from its topic, and
/// every minute those that follow their demand, were asked for lately or have capacity on lease.
/// </summary>
public sealed class HealCapacityFunction(RemediationDispatch dispatch, TableRemediator remediator, RemediationDesk desk)
{
    private readonly RunningRemediations _registry = new([desk.For(remediator)]);

    /// <summary>Repairs what the event asks for; an event that asks for nothing is the schedule's.</summary>
    [LambdaFunction]
    public async Task<Stream> HealCapacity(Stream request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        return await dispatch.RunAsync(request, _registry, context, limit.Token);
    }
}
