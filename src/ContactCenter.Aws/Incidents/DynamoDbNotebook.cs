using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents.Delivery;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents;

/// <summary>Notes in the table of incidents. Time to live removes them late, so their end is checked on reading too.</summary>
public sealed class DynamoDbNotebook(IAmazonDynamoDB client, string table, TimeProvider clock) : INotebook
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryAddAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var request = Put(name, text, expiresAt);
        var token = OwnWrite.NewToken();
        request.Item[TableSchema.Writer] = token;
        request.ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD;
        request.ConditionExpression = "attribute_not_exists(pk) OR expiresAt <= :now";
        request.ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":now"] = Seconds(clock.GetUtcNow()) };
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
    public async ValueTask SetAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        await client.PutItemAsync(Put(name, text, expiresAt), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var response = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = ItemKey.Note(name).ToAttributes(), ConsistentRead = true }, cancellationToken);
        return response.Item is { Count: > 0 } item
            && long.Parse(item[TableLayout.ExpiresAt].N, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
            ? item[TableSchema.Body].S
            : null;
    }

    private PutItemRequest Put(string name, string text, DateTimeOffset expiresAt)
    {
        var item = ItemKey.Note(name).ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(TableSchema.NoteKind);
        item[TableSchema.Body] = new AttributeValue(text);
        item[TableLayout.ExpiresAt] = Seconds(expiresAt);
        return new PutItemRequest { TableName = table, Item = item };
    }
}
