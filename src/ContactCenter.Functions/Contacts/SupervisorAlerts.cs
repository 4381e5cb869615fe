using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Gives supervisors the task of a call that got worse. The task's token comes from the contact and the contact knows that it was told, so
/// that attempts, copies of a record and shards beside each other start one. What could not be started is tried again with the next turn
/// of the call: a call must not hold up the others of its shard.
/// </summary>
public sealed class SupervisorAlerts(
    ISentimentStore store, ISupervisorTasks tasks, MetricLine metrics, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Starts the task of a contact if it is to be started.</summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="known">What a signal has left of it; null when that was known before, and may have ended before the task.</param>
    /// <param name="logger">Is told contacts and reasons.</param>
    /// <param name="stop">Ends the attempt.</param>
    public async Task TellAsync(string contactId, RecordedSentiment? known, ILambdaLogger logger, CancellationToken stop)
    {
        var (configuration, now) = (environment.Configuration, clock.GetUtcNow());
        if (configuration.Sentiment is not { IsLive: true, Live: { } settings }
            || (known?.Contact ?? await store.FindAsync(contactId, stop)) is not { } contact)
        {
            return;
        }

        if (known is { HasTurnedWorse: true })
        {
            Count(OwnMetricNames.CallsGettingWorse, now);
        }

        if (SupervisorTask.For(contactId, contact, settings, now, Reader.OfCenter(configuration).Words) is not { } task)
        {
            return;
        }

        try
        {
            await tasks.StartAsync(task, contactId, stop);
        }
        catch (Exception refused) when (!stop.IsCancellationRequested && refused is not OutOfMemoryException)
        {
            logger.LogError(refused, "The task of contact {Contact} could not be started", contactId);
            Count(OwnMetricNames.SupervisorTaskFailures, now);
            return;
        }

        await store.ToldAsync(contactId, now, stop);
        logger.LogInformation("Contact {Contact} got worse: task {Task}", contactId, task.ClientToken);
    }

    private void Count(string metric, DateTimeOffset now) =>
        metrics.Tell(now, [("InstanceId", environment.Configuration.Instance.Id)], (metric, "Count", 1));
}
