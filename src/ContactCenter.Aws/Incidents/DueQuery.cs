using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents;

/// <summary>Asks the sparse index what is due, the longest overdue first. It is read eventually consistent, as indexes are.</summary>
internal sealed class DueQuery(IAmazonDynamoDB client, string table, string dueIn)
{
    /// <summary>Index entries that are due by a time; without a time, all entries.</summary>
    public IAsyncEnumerable<Dictionary<string, AttributeValue>> RunAsync(
        DateTimeOffset? by, int? limit, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            IndexName = TableLayout.DueIndex,
            KeyConditionExpression = by is null ? "dueIn = :in" : "dueIn = :in AND nextDueAt <= :by",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":in"] = new(dueIn) },
            ScanIndexForward = true,
            Limit = limit,
        };
        if (by is { } time)
        {
            request.ExpressionAttributeValues[":by"] = Milliseconds(time);
        }

        var due = client.ItemsAsync(request, cancellationToken);
        return limit is { } most ? due.Take(most) : due;
    }
}
