using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents;

/// <summary>The effects in the table of incidents, each taken and ended with a conditional write.</summary>
public sealed class DynamoDbOutbox(IAmazonDynamoDB client, string table) : IOutbox
{
    private const string NotDueAnyMore = "REMOVE dueIn, nextDueAt, restsUntil";

    private readonly DueQuery _due = new(client, table, TableSchema.DueEffects);

    /// <inheritdoc/>
    public async ValueTask<EffectLease?> ClaimAsync(
        string effectId, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (!ItemKey.TryParseEffect(effectId, out var key))
        {
            return null;
        }

        var token = OwnWrite.NewToken();
        try
        {
            var response = await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = key.ToAttributes(),
                    ConditionExpression = "attribute_exists(dueIn) AND (attribute_not_exists(restsUntil) OR restsUntil <= :now)",
                    UpdateExpression = "SET attempts = attempts + :one, restsUntil = :until, nextDueAt = :until, writer = :token REMOVE underway, hastenedAt",
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                    {
                        [":now"] = Milliseconds(now),
                        [":until"] = Milliseconds(until),
                        [":one"] = Number(1),
                        [":token"] = token,
                    },
                    ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                    ReturnValues = ReturnValue.ALL_NEW,
                },
                cancellationToken);
            return await LeaseOfAsync(response.Attributes, now, cancellationToken);
        }
        catch (ConditionalCheckFailedException refused)
        {
            return OwnWrite.Is(refused, token) ? await LeaseOfAsync(refused.Item, now, cancellationToken) : null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CompleteAsync(
        EffectLease lease, DeliveryResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = ItemKey.Effect(lease.Effect.Id).ToAttributes(),
            ConditionExpression = "attribute_exists(dueIn) AND attempts = :attempt",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":attempt"] = Number(lease.Attempt) },
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        switch (result)
        {
            case RetryLater again:
                request.UpdateExpression = again.IsUnderway
                    ? "SET restsUntil = :at, nextDueAt = :at, underway = :attempt"
                    : "SET restsUntil = :at, nextDueAt = :at";
                request.ExpressionAttributeValues[":at"] = Milliseconds(again.At);
                break;
            case DeliveryFailed failed:
                request.UpdateExpression = $"SET doneAt = :now, failure = :failure {NotDueAnyMore}";
                request.ExpressionAttributeValues[":now"] = Milliseconds(now);
                request.ExpressionAttributeValues[":failure"] = new AttributeValue(failed.Reason);
                break;
            default:
                request.UpdateExpression = $"SET doneAt = :now {NotDueAnyMore}";
                request.ExpressionAttributeValues[":now"] = Milliseconds(now);
                break;
        }

        try
        {
            await client.UpdateItemAsync(request, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException refused)
        {
            // nobody else has this attempt, so it was ended by this very request, whose answer was lost
            return refused.Item?.GetValueOrDefault(TableSchema.Attempts) is { } attempts && AttemptOf(attempts) == lease.Attempt;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> HastenAsync(string effectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!ItemKey.TryParseEffect(effectId, out var key))
        {
            return false;
        }

        try
        {
            await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = key.ToAttributes(),
                    ConditionExpression = "attribute_exists(underway)",
                    UpdateExpression = "SET restsUntil = :now, nextDueAt = :now, hastenedAt = :now REMOVE underway",
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":now"] = Milliseconds(now) },
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Packs that are due are unpacked on the way; their effects then come by the stream.</remarks>
    public async ValueTask<IReadOnlyList<string>> DueAsync(
        DateTimeOffset now, int limit, Action<UnreadableItemException> unreadable, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var entry in _due.RunAsync(now, limit, cancellationToken))
        {
            var key = ItemKey.Of(entry);
            if (key.Sort == ItemKey.EffectPack(entry[TableLayout.Id].S).Sort)
            {
                try
                {
                    await UnpackAsync(key, now, cancellationToken);
                }
                catch (UnreadableItemException problem)
                {
                    // it stays due: what is in it is many messages, and people must hear of it until they have looked
                    unreadable(problem);
                }
            }
            else
            {
                ids.Add(entry[TableLayout.Id].S);
            }
        }

        return ids;
    }

    private async ValueTask UnpackAsync(ItemKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var response = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = key.ToAttributes(), ConsistentRead = true }, cancellationToken);
        if (response.Item is not { Count: > 0 } item)
        {
            return;
        }

        var delete = new Delete { TableName = table, Key = key.ToAttributes(), ConditionExpression = "attribute_exists(pk)" };
        var actions = new List<TransactWriteItem> { new() { Delete = delete } };
        actions.AddRange(EffectItem.ReadPack(item).Select(effect => new TransactWriteItem
        {
            Put = new Put { TableName = table, Item = EffectItem.Write(effect, now + EffectDelivery.Grace) },
        }));
        try
        {
            await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = actions }, cancellationToken);
        }
        catch (TransactionCanceledException canceled) when (canceled.CancellationReasons?.Exists(reason =>
            reason.Code == "ConditionalCheckFailed") == true)
        {
            // somebody else has unpacked it
        }
    }

    /// <summary>An effect that cannot be read now cannot be read later: it is given up, and does not come again.</summary>
    private async ValueTask<EffectLease> LeaseOfAsync(
        Dictionary<string, AttributeValue> item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return new EffectLease(EffectItem.Read(item), AttemptOf(item[TableSchema.Attempts]));
        }
        catch (UnreadableItemException)
        {
            await client.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = table,
                    Key = ItemKey.Of(item).ToAttributes(),
                    UpdateExpression = $"SET doneAt = :now, failure = :failure {NotDueAnyMore}",
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue>
                    {
                        [":now"] = Milliseconds(now),
                        [":failure"] = new("it cannot be read"),
                    },
                },
                cancellationToken);
            throw;
        }
    }

    private static int AttemptOf(AttributeValue attempts) => int.Parse(attempts.N, CultureInfo.InvariantCulture);
}
