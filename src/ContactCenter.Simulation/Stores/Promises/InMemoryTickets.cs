using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Tickets;

namespace ContactCenter.Simulation.Stores.Promises;

/// <summary>Which contact has which ticket, in memory.</summary>
/// <param name="callers">The histories, which tell the last ticket of a customer.</param>
public sealed class InMemoryTickets(InMemoryCallers callers) : ITicketBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Ticket> _contacts = new(StringComparer.Ordinal);
    private readonly Dictionary<TicketPlace, (string Opener, DateTimeOffset At, Ticket? Ticket)> _places = [];

    /// <inheritdoc/>
    public ValueTask<Ticket?> OfContactAsync(string contactId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_contacts.GetValueOrDefault(contactId));
        }
    }

    /// <inheritdoc/>
    public ValueTask<TicketClaim> ClaimAsync(
        TicketPlace place, TimeSpan joinWithin, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        lock (_gate)
        {
            if (!_places.TryGetValue(Shared(place), out var standing) || standing.At < now - joinWithin)
            {
                _places[Shared(place)] = (place.ContactId, now, null);
                return ValueTask.FromResult(new TicketClaim(place.ContactId, null));
            }

            var isGivenUp = standing.Ticket is null && standing.At < now - ITicketBook.Patience;
            return ValueTask.FromResult(
                standing.Opener == place.ContactId || isGivenUp ? new TicketClaim(standing.Opener, null)
                : standing.Ticket is { } ticket ? new TicketClaim(null, ticket)
                : TicketClaim.Busy);
        }
    }

    /// <inheritdoc/>
    public ValueTask OpenedAsync(TicketPlace place, Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        lock (_gate)
        {
            _places[Shared(place)] = _places.TryGetValue(Shared(place), out var standing)
                ? standing with { Ticket = ticket }
                : (place.ContactId, now, ticket);
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> NoteAsync(TicketPlace place, Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Caller is { } caller)
        {
            callers.Keep(caller, ticket);
        }

        lock (_gate)
        {
            return ValueTask.FromResult(_contacts.TryAdd(place.ContactId, ticket));
        }
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(string contactId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _ = _contacts.Remove(contactId);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Of a customer who is known all contacts about a topic have one.</summary>
    private static TicketPlace Shared(TicketPlace place) => place.Caller is null ? place : place with { ContactId = "" };
}
