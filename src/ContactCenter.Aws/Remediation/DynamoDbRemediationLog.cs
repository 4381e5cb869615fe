using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Remediation;

/// <summary>Our own changes of one remediation in the table of incidents, kept for the two days within which they are counted.</summary>
/// <param name="client">DynamoDB.</param>
/// <param name="table">The table of incidents.</param>
/// <param name="remediation">Whose changes: a table and a function may share a name.</param>
public sealed class DynamoDbRemediationLog(IAmazonDynamoDB client, string table, string remediation) : IRemediationLog
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(2);

    private readonly RemediationItem _items = new(client, table);

    /// <inheritdoc/>
    public Task AddAsync(string resource, string? part, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var item = RemediationItem.Repair(remediation, resource, at, part).ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(RemediationItem.RepairKind);
        item[TableLayout.ExpiresAt] = AttributeNumber.Seconds(at + Keep);
        return _items.PutAsync(item, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string? Part, DateTimeOffset At)>> SinceAsync(
        string resource, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var first = RemediationItem.Repair(remediation, resource, from, null);
        var items = await _items.QueryAsync(first.Partition, first.Sort, cancellationToken);
        return [.. items.Select(item => item[TableLayout.SortKey].S.Split('#', 2)).Select(parts =>
            (parts[1].Length == 0 ? null : parts[1],
                DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture))))];
    }
}
