using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Corrections in one partition: agents make a few a minute at most, and a retraining reads all of them with one query. Time to live
/// removes them late, so their end is checked on reading too.
/// </summary>
public sealed class DynamoDbCorrections(IAmazonDynamoDB client, string table, TimeProvider clock) : ICorrectionStore
{
    /// <inheritdoc/>
    public async ValueTask PutAsync(Correction correction, CancellationToken cancellationToken) =>
        await client.PutItemAsync(
            new PutItemRequest
            {
                TableName = table,
                Item = new Dictionary<string, AttributeValue>
                {
                    [TableLayout.PartitionKey] = new(ContactSchema.Corrections),
                    [TableLayout.SortKey] = new(correction.ContactId),
                    [ContactSchema.Text] = new(correction.Text),
                    [ContactSchema.Topic] = new(correction.Topic),
                    [ContactSchema.At] = AttributeNumber.Milliseconds(correction.At),
                    [TableLayout.ExpiresAt] = AttributeNumber.Seconds(correction.At + Correction.Kept),
                },
            },
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Correction>> AllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :corrections",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":corrections"] = new(ContactSchema.Corrections) },
        };
        return await client.ItemsAsync(request, cancellationToken)
            .Select(item => Read(item, now))
            .OfType<Correction>()
            .OrderByDescending(static correction => correction.At)
            .ThenBy(static correction => correction.ContactId, StringComparer.Ordinal)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Null when it has expired, or lacks what makes a correction: one less to learn from.</summary>
    private static Correction? Read(Dictionary<string, AttributeValue> item, long now) =>
        AttributeNumber.Whole(item, TableLayout.ExpiresAt) > now
        && item.GetValueOrDefault(ContactSchema.Text)?.S is { } text
        && item.GetValueOrDefault(ContactSchema.Topic)?.S is { } topic
        && ContactSchema.Time(item) is { } at
            ? new Correction(item[TableLayout.SortKey].S, text, topic, at)
            : null;
}
