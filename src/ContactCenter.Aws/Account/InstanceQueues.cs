using ContactCenter.Aws.Monitoring;

namespace ContactCenter.Aws.Account;

/// <summary>The queues of an instance, for whoever writes the first configuration.</summary>
public static class InstanceQueues
{
    /// <summary>Ids and names, by name; queues of agents are left out.</summary>
    /// <param name="clients">Clients of the instance's Region.</param>
    /// <param name="instanceId">Id of the instance, a UUID.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task<IReadOnlyList<(string Id, string Name)>> ListAsync(
        AccountClients clients, string instanceId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clients);
        return
        [
            .. (await ConnectLists.QueuesAsync(clients.Connect, instanceId, cancellationToken))
                .OrderBy(static queue => queue.Name, StringComparer.Ordinal),
        ];
    }
}
