using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents.Exercises;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Exercises in the table of incidents, in one partition: the newest under a key of its own, with a version, and those that are over under
/// their ids.
/// </summary>
/// <param name="client">The client; it lives as long as the process.</param>
/// <param name="table">Name of the table.</param>
/// <param name="retentionDays">How long those that are over are kept, in days.</param>
public sealed class DynamoDbExercises(IAmazonDynamoDB client, string table, int retentionDays) : IExerciseStore
{
    /// <inheritdoc/>
    public ValueTask<Exercise?> NewestAsync(CancellationToken cancellationToken) => ReadAsync(ItemKey.NewestExercise, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> SaveAsync(Exercise exercise, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        var request = Put(ItemKey.NewestExercise, exercise);
        var token = OwnWrite.NewToken();
        request.Item[TableSchema.Version] = Number(exercise.Version);
        request.Item[TableSchema.Writer] = token;
        request.ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD;
        if (exercise.Version == 1)
        {
            request.ConditionExpression = "attribute_not_exists(pk)";
        }
        else
        {
            request.ConditionExpression = "#version = :read";
            request.ExpressionAttributeNames = new Dictionary<string, string> { ["#version"] = TableSchema.Version };
            request.ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":read"] = Number(exercise.Version - 1) };
        }

        try
        {
            await client.PutItemAsync(request, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException refused)
        {
            return OwnWrite.Is(refused, token);
        }
    }

    /// <inheritdoc/>
    public async ValueTask KeepAsync(Exercise exercise, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        var request = Put(ItemKey.EndedExercise(exercise.Id), exercise);
        request.Item[TableLayout.ExpiresAt] = Seconds(exercise.StartedAt + TimeSpan.FromDays(retentionDays));
        await client.PutItemAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Exercise>> EndedAsync(string? before, int limit, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :exercises AND sk BETWEEN :first AND :last",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":exercises"] = new(ItemKey.Exercises),
                [":first"] = new(ItemKey.EndedExercises),
                [":last"] = new(before is null ? $"{ItemKey.EndedExercises}~" : ItemKey.EndedExercise(before).Sort),
            },
            ScanIndexForward = false,

            // the one before which they are is found too
            Limit = limit + 1,
        };
        return await client.ItemsAsync(request, cancellationToken)
            .Select(static item => ItemBody.Read(item, StoredJson.Default.Exercise))
            .Where(exercise => exercise.Id != before)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Exercise?> FindEndedAsync(string id, CancellationToken cancellationToken) =>
        ReadAsync(ItemKey.EndedExercise(id), cancellationToken);

    private async ValueTask<Exercise?> ReadAsync(ItemKey key, CancellationToken cancellationToken)
    {
        var response = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = key.ToAttributes(), ConsistentRead = true }, cancellationToken);
        return response.Item is { Count: > 0 } item ? ItemBody.Read(item, StoredJson.Default.Exercise) : null;
    }

    private PutItemRequest Put(ItemKey key, Exercise exercise)
    {
        var item = key.ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(TableSchema.ExerciseKind);
        item[TableSchema.Body] = ItemBody.Write(exercise, StoredJson.Default.Exercise);
        return new PutItemRequest { TableName = table, Item = item };
    }
}
