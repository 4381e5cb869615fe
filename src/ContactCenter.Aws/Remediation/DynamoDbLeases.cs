using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// Leases of one remediation in the table of incidents, in the same sparse index as everything else that becomes due. The record of a lease
/// that has ended stays for a while, so that its version goes on counting.
/// </summary>
public sealed class DynamoDbLeases<TChange> : IRemediationLeases<TChange>
    where TChange : class
{
    /// <summary>Far longer than any run that may still hold the version of an ended lease.</summary>
    private static readonly TimeSpan KeepEnded = TimeSpan.FromDays(30);

    private readonly TimeProvider _clock;
    private readonly string _remediation;
    private readonly JsonTypeInfo<RemediationLease<TChange>> _json;
    private readonly RemediationItem _items;
    private readonly DueQuery _due;

    internal DynamoDbLeases(
        IAmazonDynamoDB client, string table, TimeProvider clock, string remediation, JsonTypeInfo<RemediationLease<TChange>> json)
    {
        _clock = clock;
        _remediation = remediation;
        _json = json;
        _items = new RemediationItem(client, table);
        _due = new DueQuery(client, table, RemediationItem.DueLeases(remediation));
    }

    /// <inheritdoc/>
    public async Task<(RemediationLease<TChange>? Lease, long Version)> ReadAsync(string resource, CancellationToken cancellationToken) =>
        await _items.FindAsync(RemediationItem.Lease(_remediation, resource), cancellationToken) is { } item
            ? (LeaseOf(item), RemediationItem.VersionOf(item))
            : (null, 0);

    /// <inheritdoc/>
    public async Task<bool> WriteAsync(string resource, RemediationLease<TChange>? lease, long version, CancellationToken cancellationToken)
    {
        var item = RemediationItem.Lease(_remediation, resource).ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(RemediationItem.LeaseKind);
        item[TableLayout.Id] = new AttributeValue(resource);
        if (lease is null)
        {
            item[TableLayout.ExpiresAt] = AttributeNumber.Seconds(_clock.GetUtcNow() + KeepEnded);
        }
        else
        {
            // an unconfirmed lease is due from the beginning: a crash may have left it
            item[TableLayout.DueIn] = new AttributeValue(RemediationItem.DueLeases(_remediation));
            item[TableLayout.NextDueAt] = AttributeNumber.Number(lease.State is LeaseState.Intended
                ? 0
                : lease.Until.ToUnixTimeMilliseconds());
            item[TableSchema.Body] = ItemBody.Write(lease, _json);
        }

        return await _items.TryPutAsync(item, version, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> DueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in _due.RunAsync(now, limit: null, cancellationToken))
        {
            var resource = entry[TableLayout.Id].S;
            if (await IsDueAsync(resource, now, cancellationToken))
            {
                yield return resource;
            }
        }
    }

    /// <summary>The index may be behind the item.</summary>
    private async Task<bool> IsDueAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var (lease, _) = await ReadAsync(resource, cancellationToken);
            return lease is not null && (lease.Until <= now || lease.State is LeaseState.Intended);
        }
        catch (UnreadableItemException)
        {
            return true;
        }
    }

    private RemediationLease<TChange>? LeaseOf(Dictionary<string, AttributeValue> item) =>
        item.ContainsKey(TableSchema.Body) ? ItemBody.Read(item, _json) : null;
}
