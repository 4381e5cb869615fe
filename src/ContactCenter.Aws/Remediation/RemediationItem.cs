using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Deployment;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Remediation;

/// <summary>Items of repairs in the table of incidents, written under the version that was read.</summary>
internal sealed class RemediationItem(IAmazonDynamoDB client, string table)
{
    public const string LeaseKind = "lease";
    public const string CaseKind = "healingCase";
    public const string RepairKind = "repair";
    public const string PastLeaseKind = "pastLease";

    /// <summary>Value of <see cref="TableLayout.DueIn"/> for the leases of a remediation.</summary>
    public static string DueLeases(string remediation) => $"leases#{remediation}";

    public static ItemKey Lease(string remediation, string resource) => new($"lease#{remediation}#{resource}", "lease");

    /// <summary>
    /// The cases of a remediation share a partition: there are as many as resources in the configuration, and they are asked for together.
    /// </summary>
    public static ItemKey Case(string remediation, string resource) => new($"healing#{remediation}", resource);

    public static ItemKey Repair(string remediation, string resource, DateTimeOffset at, string? part) =>
        new($"repairs#{remediation}#{resource}", string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds():D15}#{part}"));

    /// <summary>What is remembered of a lease, in the month in which it was granted.</summary>
    public static ItemKey LeaseOfMonth(DateOnly month, string sort) =>
        new(string.Create(CultureInfo.InvariantCulture, $"pastLeases#{month:yyyy-MM}"), sort);

    /// <summary>The same, among those of its resource.</summary>
    public static ItemKey LeaseOfResource(string resource, string sort) => new($"pastLeasesOf#{ItemKey.Name(resource)}", sort);

    /// <summary>The item, read consistently, or null.</summary>
    public async Task<Dictionary<string, AttributeValue>?> FindAsync(ItemKey key, CancellationToken cancellationToken)
    {
        var response = await client.GetItemAsync(
            new GetItemRequest { TableName = table, Key = key.ToAttributes(), ConsistentRead = true }, cancellationToken);
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>Writes an item as the next version; false when somebody else has written since.</summary>
    public async Task<bool> TryPutAsync(Dictionary<string, AttributeValue> item, long version, CancellationToken cancellationToken)
    {
        item[TableSchema.Version] = Number(version + 1);
        var token = OwnWrite.NewToken();
        item[TableSchema.Writer] = token;
        var request = new PutItemRequest
        {
            TableName = table,
            Item = item,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        if (version == 0)
        {
            request.ConditionExpression = "attribute_not_exists(pk)";
        }
        else
        {
            request.ConditionExpression = "#version = :read";
            request.ExpressionAttributeNames = new Dictionary<string, string> { ["#version"] = TableSchema.Version };
            request.ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":read"] = Number(version) };
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

    public async Task PutAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken) =>
        await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellationToken);

    /// <summary>The items of a partition from a sort key on, in order, read consistently.</summary>
    public async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> QueryAsync(
        string partition, string from, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = "pk = :partition AND sk >= :from",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":partition"] = new(partition), [":from"] = new(from) },
        };
        return await client.ItemsAsync(request, cancellationToken).ToListAsync(cancellationToken);
    }

    public static long VersionOf(Dictionary<string, AttributeValue> item) =>
        long.Parse(item[TableSchema.Version].N, CultureInfo.InvariantCulture);
}
