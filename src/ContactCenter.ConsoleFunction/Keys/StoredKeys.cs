using System.Globalization;
using System.Xml.Linq;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ContactCenter.WebFunction.Keys;

/// <summary>
/// Keys of cookies and forms in the table of incidents, one item each, sealed. Every copy of the function reads the same: a cookie or a
/// form of one counts with all, and after a cold start.
/// </summary>
/// <param name="client">Makes the client when it is needed.</param>
/// <param name="table">The table.</param>
/// <param name="clock">Says what time it is.</param>
internal sealed class StoredKeys(Func<IAmazonDynamoDB> client, string table, TimeProvider clock) : IXmlRepository
{
    private const string Body = "body";
    private const string Kind = "consoleKey";

    /// <summary>A key makes cookies for 90 days, and none of them counts for a day after that.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(100);

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var response = client().QueryAsync(new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = $"{TableLayout.PartitionKey} = :keys",
            ExpressionAttributeValues = new() { [":keys"] = new AttributeValue(TableLayout.ConsoleKeysPartition) },
        }).GetAwaiter().GetResult();
        return [.. response.Items.Select(static item => XElement.Parse(item[Body].S))];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        client().PutItemAsync(new PutItemRequest
        {
            TableName = table,
            Item = new()
            {
                [TableLayout.PartitionKey] = new(TableLayout.ConsoleKeysPartition),
                [TableLayout.SortKey] = new(friendlyName),
                [TableLayout.Kind] = new(Kind),
                [Body] = new(element.ToString(SaveOptions.DisableFormatting)),
                [TableLayout.ExpiresAt] = new()
                {
                    N = (clock.GetUtcNow() + Kept).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                },
            },
        }).GetAwaiter().GetResult();
    }
}
