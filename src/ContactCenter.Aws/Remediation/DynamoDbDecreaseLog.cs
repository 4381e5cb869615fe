using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Remediation;

namespace ContactCenter.Aws.Remediation;

/// <summary>Our own decreases in the table of incidents, for as long as the service counts them: until midnight UTC, kept two days.</summary>
public sealed class DynamoDbDecreaseLog(IAmazonDynamoDB client, string table) : IDecreaseLog
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(2);

    private readonly RemediationItem _items = new(client, table);

    /// <inheritdoc/>
    public Task AddAsync(string table, string? index, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var item = RemediationItem.Decrease(table, at, index).ToAttributes();
        item[TableSchema.Kind] = new AttributeValue(RemediationItem.DecreaseKind);
        item[TableSchema.ExpiresAt] = RemediationItem.Number((at + Keep).ToUnixTimeSeconds());
        return _items.PutAsync(item, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string? Index, DateTimeOffset At)>> SinceAsync(string table, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var first = RemediationItem.Decrease(table, from, null);
        var items = await _items.QueryAsync(first.Partition, first.Sort, cancellationToken);
        return [.. items.Select(item => item[TableSchema.SortKey].S.Split('#', 2)).Select(parts =>
            (parts[1].Length == 0 ? null : parts[1], DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture))))];
    }
}
