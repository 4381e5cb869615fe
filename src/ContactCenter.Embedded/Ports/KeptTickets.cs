using System.Collections.Concurrent;
using System.Globalization;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Tickets;

namespace ContactCenter.Embedded.Ports;

/// <summary>Keeps the tickets that would be opened: of one key there is one, as the systems do it.</summary>
public sealed class KeptTickets : ITicketSystem
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Ticket> _tickets = new(StringComparer.Ordinal);
    private readonly List<(string Reference, TicketText Text)> _lines = [];

    /// <summary>What was written, in order: what opened a ticket, and what joined it.</summary>
    public IReadOnlyList<(string Reference, TicketText Text)> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<Ticket> OpenAsync(TicketContact contact, TicketText text, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        lock (_gate)
        {
            if (!_tickets.TryGetValue(key, out var ticket))
            {
                var reference = string.Create(CultureInfo.InvariantCulture, $"T-{_tickets.Count + 1}");
                _tickets[key] = ticket = new Ticket(reference, reference, null, contact.Topic);
                _lines.Add((reference, text));
            }

            return ValueTask.FromResult(ticket);
        }
    }

    /// <inheritdoc/>
    public ValueTask JoinAsync(Ticket ticket, TicketContact contact, TicketText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        lock (_gate)
        {
            _lines.Add((ticket.Reference, text));
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>Contacts that whoever runs the system has put here; of others nothing is known.</summary>
public sealed class KeptContacts : IContactRecords
{
    private readonly ConcurrentDictionary<string, FlowRequest> _contacts = new(StringComparer.Ordinal);

    /// <summary>Puts a contact.</summary>
    public void Put(FlowRequest contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        _contacts[contact.ContactId ?? throw new ArgumentException("a contact has an id", nameof(contact))] = contact;
    }

    /// <inheritdoc/>
    public ValueTask<FlowRequest?> FindAsync(string contactId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_contacts.GetValueOrDefault(contactId));

    /// <inheritdoc/>
    public ValueTask TellAsync(
        string contactId, IReadOnlyDictionary<string, string?> attributes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (_contacts.TryGetValue(contactId, out var contact))
        {
            var told = new Dictionary<string, string>(contact.Attributes, StringComparer.OrdinalIgnoreCase);
            foreach (var (name, value) in attributes)
            {
                told[name] = value ?? FlowValue.None;
            }

            _contacts[contactId] = contact with { Attributes = told };
        }

        return ValueTask.CompletedTask;
    }
}
