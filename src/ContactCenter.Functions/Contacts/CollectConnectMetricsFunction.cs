using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Every minute: asks Amazon Connect what CloudWatch does not know, publishes it, and leaves the states of the queues for the hooks.
/// </summary>
public sealed class CollectConnectMetricsFunction(
    ICenterMetrics center, IQueueStateStore states, ICallbackStore callbacks, AnomalyDesk anomalies, MetricLine metrics,
    FunctionEnvironment environment, TimeProvider clock)
{
    private readonly BusinessCalendar _calendar = new(environment.Configuration);

    /// <summary>Collects once; what the schedule sends does not matter, so it is not read.</summary>
    /// <exception cref="InvalidOperationException">
    /// Nothing could be read at all, or of no queue who waits there: alarms about callers are blind then, and this must be seen.
    /// </exception>
    [LambdaFunction]
    public async Task<CollectReply> CollectConnectMetrics(ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var figures = await center.ReadAsync(clock.GetUtcNow(), limit.Token);
        var problems = figures.Problems.ToList();
        try
        {
            figures = figures with { Callbacks = await callbacks.AllAsync(limit.Token) };
        }
#pragma warning disable CA1031 // one metric is missing, and those of Amazon Connect are there
        catch (Exception failure)
#pragma warning restore CA1031
        {
            problems.Add($"the wishes to be called back cannot be read: {failure.Message}");
        }

        var groups = CenterMetrics.Of(figures, _calendar);
        foreach (var group in groups)
        {
            Tell(figures.At, group);
        }

        var queues = CenterMetrics.States(figures);
        if (queues.Queues.Count > 0)
        {
            try
            {
                await states.WriteAsync(queues, limit.Token);
            }
#pragma warning disable CA1031 // the metrics are published; the hooks have the states of a minute ago
            catch (Exception failure)
#pragma warning restore CA1031
            {
                problems.Add($"the states of the queues cannot be written: {failure.Message}");
            }
        }

        problems.AddRange(await LookAsync(figures, context, limit.Token));
        foreach (var problem in problems)
        {
            context.Logger.LogError("Not collected: {Problem}", problem);
        }

        var values = groups.Sum(static group => group.Values.Count);
        context.Logger.LogInformation("{Metrics} values of {Queues} queues collected", values, queues.Queues.Count);
        var isBlind = values == 0 || (figures.Queues.Count > 0 && figures.Queues.Values.All(static queue => queue.Voice?.Waiting is null));
        return problems.Count == 0 || !isBlind
            ? new CollectReply(values, queues.Queues.Count, problems)
            : throw new InvalidOperationException(
                $"{(values == 0 ? "nothing could be collected" : "who waits in the queues is not known")}: {string.Join("; ", problems)}");
    }

    /// <summary>What is unusual, after everything else: it may fail, and takes nothing from the rest.</summary>
    private async Task<IReadOnlyList<string>> LookAsync(CenterFigures figures, ILambdaContext context, CancellationToken cancellationToken)
    {
        var look = await anomalies.LookAsync(figures, _calendar, cancellationToken);
        foreach (var (place, channel, score) in look.Scores)
        {
            Tell(figures.At, new MetricGroup(place.Resource, [(OwnMetrics.AnomalyScore, score)], channel));
        }

        foreach (var change in look.Changes)
        {
            context.Logger.LogInformation(
                "{Place} {Change}", $"{change.Place.Group}/{change.Place.Resource}", change.IsBegun ? "is unusual" : "is usual again");
        }

        return look.Problems;
    }

    private void Tell(DateTimeOffset at, MetricGroup group)
    {
        // one group may hold metrics of one dimension only, so that a line is one set of dimensions
        foreach (var together in group.Values.GroupBy(static value => value.Metric.Dimension))
        {
            metrics.Tell(
                at,
                [
                    ("InstanceId", environment.Configuration.Instance.Id),
                    .. together.Key is { } dimension ? [(dimension, group.Resource!)] : Array.Empty<(string, string)>(),
                    .. group.Channel is { } channel ? [(OwnMetrics.Channel, channel.Name())] : Array.Empty<(string, string)>(),
                ],
                [.. together.Select(static value => (value.Metric.Name, value.Metric.Unit, value.Value))]);
        }
    }
}

/// <summary>What one collection has done.</summary>
/// <param name="Metrics">Values that were published.</param>
/// <param name="Queues">Queues whose state was left for the hooks.</param>
/// <param name="Problems">What could not be read or written.</param>
public sealed record CollectReply(int Metrics, int Queues, IReadOnlyList<string> Problems);
