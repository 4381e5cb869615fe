using ContactCenter.Core.Contacts.Customers;

namespace ContactCenter.Simulation.Stores;

/// <summary>Histories of callers in memory.</summary>
public sealed class InMemoryCallers : ICallerHistory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> _contacts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (Ticket Ticket, DateTimeOffset At)> _tickets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<CallerMemory> ArriveAsync(
        string caller, string contactId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_contacts.TryGetValue(caller, out var known))
            {
                _contacts[caller] = known = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            }

            var isNoted = !known.TryAdd(contactId, now);
            known[contactId] = now;
            return ValueTask.FromResult(new CallerMemory(
                known.Count(contact => contact.Key != contactId && contact.Value > now - CallerKey.Remembered),
                _tickets.TryGetValue(caller, out var last) && last.At > now - CallerKey.Remembered ? last.Ticket : null)
            {
                IsNoted = isNoted,
            });
        }
    }

    /// <summary>Keeps the last ticket of a customer.</summary>
    public void Keep(string caller, Ticket ticket, DateTimeOffset now)
    {
        lock (_gate)
        {
            _tickets[caller] = (ticket, now);
        }
    }
}
