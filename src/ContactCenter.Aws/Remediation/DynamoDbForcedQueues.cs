using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Failover;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// Queues that are forced to their standby: the index of what becomes due has each lease with its queue, so hooks need no more than the
/// query of that index, which they make for incidents too.
/// </summary>
public sealed class DynamoDbForcedQueues(IAmazonDynamoDB client, string table) : IForcedQueues
{
    private readonly DueQuery _due = new(client, table, RemediationItem.DueLeases(FailoverActs.Queue.Entry.Name));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var entry in _due.RunAsync(by: null, limit: null, cancellationToken))
        {
            names.Add(entry[TableLayout.Id].S);
        }

        return names;
    }
}
