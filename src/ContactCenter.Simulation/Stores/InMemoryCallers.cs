using ContactCenter.Core.Contacts.Customers;

namespace ContactCenter.Simulation.Stores;

/// <summary>Histories for the embedded system and for tests.</summary>
public sealed class InMemoryCallers : ICallerHistory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> _contacts = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(string caller, string contactId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_contacts.TryGetValue(caller, out var known))
            {
                _contacts[caller] = known = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            }

            known[contactId] = now;
            return ValueTask.FromResult(known.Count(contact => contact.Key != contactId && contact.Value > now - CallerKey.Remembered));
        }
    }
}
