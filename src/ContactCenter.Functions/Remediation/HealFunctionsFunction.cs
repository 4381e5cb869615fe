using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Functions.Remediation;

/// <summary>
/// Repairs Lambda functions: lifts the reserved concurrency of throttled ones and enables disabled event sources, when an incident asks or
/// an alarm comes straight from its topic. Every minute it looks after what is on lease, and tells how many event sources are disabled,
/// which no metric of Lambda does.
/// </summary>
public sealed class HealFunctionsFunction(
    RemediationDispatch dispatch,
    ConcurrencyRemediator concurrency,
    EventSourceRemediator sources,
    RemediationDesk desk,
    IRemediable<EventSourceMappingState, EventSourceMappingChange> mappings,
    ContactCenterConfiguration configuration,
    MetricLine metrics,
    TimeProvider clock)
{
    // name and dimension come from the alarm's own definition
    private static readonly MetricSource Disabled = AlarmCatalog.Default.Find(AlarmIds.EventSourceDisabled)!.Metrics[0];

    private readonly RunningRemediations _registry = new([desk.For(concurrency), desk.For(sources)]);

    /// <summary>Repairs what the event asks for; an event that asks for nothing is the schedule's.</summary>
    [LambdaFunction]
    public async Task<Stream> HealFunctions(Stream request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        await CountDisabledAsync(context.Logger, limit.Token);
        return await dispatch.RunAsync(request, _registry, context, limit.Token);
    }

    private async Task CountDisabledAsync(ILambdaLogger logger, CancellationToken cancellationToken)
    {
        foreach (var source in RemediableFunctions.EventSources(configuration))
        {
            try
            {
                var state = await mappings.ReadAsync(source.Function, clock.GetUtcNow(), cancellationToken);
                var disabled = state.Mappings.Count(mapping =>
                    mapping.State == EventSourceMapping.Disabled && (source.AskWhenPeopleDisabled || !mapping.IsDisabledByPeople));
                metrics.Tell(clock.GetUtcNow(), [(Disabled.Dimensions[0].Name, source.Function)], (Disabled.Name, "Count", disabled));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
            {
                // one that cannot be read must not keep the repairs of others waiting
                logger.LogError("The event sources of {Function} could not be read: {Problem}", source.Function, failure.Message);
            }
        }
    }
}
