using System.Collections.Concurrent;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// Carries out effects as the table's stream brings them. An effect that fails is put back with a time for its next attempt, which the
/// clock makes; so only a table that cannot be written holds up the stream, and never one effect the others.
/// </summary>
public sealed class DeliverEffectsFunction(EffectDelivery delivery, DeliveryMetric metric, TimeProvider clock)
{
    /// <summary>How many addresses are written to at once: enough for a storm, few enough for the channels' own limits.</summary>
    private const int Parallel = 8;

    /// <summary>Delivers a batch and says which records must come again.</summary>
    [LambdaFunction]
    public async Task<StreamsEventResponse> DeliverEffects(DynamoDBEvent batch, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var failures = new ConcurrentBag<string>();
        var lanes = (batch.Records ?? [])
            .Where(IsToDeliver)
            .Select(record => (Id: record.Dynamodb.NewImage[TableLayout.Id].S, Lane: LaneOf(record), record.Dynamodb.SequenceNumber))
            .GroupBy(effect => effect.Lane, StringComparer.Ordinal);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            lanes,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (lane, _) =>
        {
            foreach (var (id, _, sequenceNumber) in lane)
            {
                if (!await TryDeliverAsync(id, context, limit.Token))
                {
                    failures.Add(sequenceNumber);
                }
            }
        });
        return new StreamsEventResponse
        {
            BatchItemFailures = [.. failures.Select(number => new StreamsEventResponse.BatchItemFailure { ItemIdentifier = number })],
        };
    }

    /// <summary>
    /// An effect that is new, or whose outcome is known (<see cref="IOutbox.HastenAsync"/>), and nothing else that the stream brings,
    /// should its filter let it through: leases, time to live, incidents.
    /// </summary>
    private static bool IsToDeliver(DynamoDBEvent.DynamodbStreamRecord record) =>
        record.Dynamodb?.NewImage is { } image
        && (record.EventName == "INSERT" || image.ContainsKey(TableLayout.HastenedAt))
        && image.GetValueOrDefault(TableLayout.Kind)?.S == TableLayout.EffectKind
        && image.GetValueOrDefault(TableLayout.Id)?.S is not null;

    /// <summary>Effects for one address of one incident stay in order, so that "raised" does not overtake "opened".</summary>
    private static string LaneOf(DynamoDBEvent.DynamodbStreamRecord record)
    {
        var image = record.Dynamodb.NewImage;
        return $"{image[TableLayout.PartitionKey].S} {image.GetValueOrDefault(TableSchema.Lane)?.S}";
    }

    private async Task<bool> TryDeliverAsync(string id, ILambdaContext context, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await delivery.DeliverAsync(id, cancellationToken);
            context.Logger.Report(outcome);
            metric.Tell(clock.GetUtcNow(), outcome);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            context.Logger.LogError(exception, "Effect {Effect} must come again", id);
            return false;
        }
    }
}
