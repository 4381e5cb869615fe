using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Remediation;

/// <summary>The resources that one remediation looks after, in the table of incidents.</summary>
public sealed class DynamoDbRemediationCases(IAmazonDynamoDB client, string table, string remediation) : IRemediationCases
{
    /// <summary>Longer than any lease: a case is read as long as something of its resource is leased.</summary>
    private static readonly TimeSpan KeepEnded = TimeSpan.FromDays(30);

    private readonly RemediationItem _items = new(client, table);

    /// <inheritdoc/>
    public async Task<RemediationCase?> FindAsync(string resource, CancellationToken cancellationToken) =>
        await _items.FindAsync(RemediationItem.Case(remediation, resource), cancellationToken) is { } item ? CaseOf(item) : null;

    /// <inheritdoc/>
    public async Task<bool> WriteAsync(RemediationCase remediationCase, CancellationToken cancellationToken)
    {
        var item = RemediationItem.Case(remediation, remediationCase.Resource).ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(RemediationItem.CaseKind);
        item[TableSchema.Body] = ItemBody.Write(remediationCase, RemediationJson.Default.RemediationCase);
        item[TableLayout.ExpiresAt] = AttributeNumber.Seconds(remediationCase.Until + KeepEnded);
        return await _items.TryPutAsync(item, remediationCase.Version, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
    [
        .. (await _items.QueryAsync(RemediationItem.Case(remediation, "").Partition, " ", cancellationToken))
            .Where(item => IsOpen(item, now))
            .Select(static item => item[TableLayout.SortKey].S),
    ];

    private static bool IsOpen(Dictionary<string, AttributeValue> item, DateTimeOffset now)
    {
        try
        {
            return CaseOf(item).Until > now;
        }
        catch (UnreadableItemException)
        {
            return true;
        }
    }

    private static RemediationCase CaseOf(Dictionary<string, AttributeValue> item)
    {
        var remediationCase = ItemBody.Read(item, RemediationJson.Default.RemediationCase);
        return remediationCase with
        {
            Version = RemediationItem.VersionOf(item),
            Incidents = remediationCase.Incidents.IsDefault ? ImmutableArray<string>.Empty : remediationCase.Incidents,
        };
    }
}
