using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Incidents.History;

/// <summary>One item for each day of the center, beside the numbers of its queues and under their rights.</summary>
/// <param name="client">The client.</param>
/// <param name="table">Name of the table of incidents.</param>
/// <param name="name">What is kept of a day.</param>
/// <param name="retentionDays">How long a day is kept, in days.</param>
/// <param name="type">How it is written.</param>
internal sealed class DayItems<T>(IAmazonDynamoDB client, string table, string name, int retentionDays, JsonTypeInfo<T> type)
{
    private const string Of = "center";

    /// <summary>Writes a day, in the place of what was there.</summary>
    public Task KeepAsync(DateOnly day, T kept, CancellationToken cancellationToken) => client.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = table,
            Key = ItemKey.Numbers(Of, name, day).ToAttributes(),
            UpdateExpression = $"SET kind = :kind, {TableLayout.ExpiresAt} = :end, {TableSchema.Body} = :body",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":kind"] = new(TableSchema.NumbersKind),
                [":end"] = AttributeNumber.Seconds(
                    new DateTimeOffset(day.AddDays(retentionDays + 1), TimeOnly.MinValue, TimeSpan.Zero)),
                [":body"] = ItemBody.Write(kept, type),
            },
        },
        cancellationToken);

    /// <summary>Days in order; the last one is not among them.</summary>
    public async IAsyncEnumerable<(DateOnly Day, T Kept)> BetweenAsync(
        DateOnly from, DateOnly until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :of AND sk BETWEEN :first AND :last",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":of"] = new(ItemKey.Numbers(Of, name, default).Partition),
                [":first"] = new(ItemKey.Numbers(Of, name, from).Sort),
                [":last"] = new(ItemKey.Numbers(Of, name, until.AddDays(-1)).Sort),
            },
        };
        await foreach (var item in client.ItemsAsync(request, cancellationToken))
        {
            yield return (
                DateOnly.ParseExact(ItemKey.Of(item).Sort, ItemKey.DayFormat, CultureInfo.InvariantCulture), ItemBody.Read(item, type));
        }
    }
}
