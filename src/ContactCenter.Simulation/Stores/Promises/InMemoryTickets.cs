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

            var isOwn = standing.Opener == place.ContactId;
            if (standing.Ticket is { } ticket)
            {
                return ValueTask.FromResult(new TicketClaim(isOwn ? standing.Opener : null, ticket));
            }

            if (standing.At > now - (isOwn ? ITicketBook.OwnPatience : ITicketBook.Patience))
            {
                return ValueTask.FromResult(TicketClaim.Busy);
            }

            _places[Shared(place)] = standing with { At = now };
            return ValueTask.FromResult(new TicketClaim(standing.Opener, null));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReplaceAsync(TicketPlace place, Ticket gone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(gone);
        lock (_gate)
        {
            var isThere = _places.TryGetValue(Shared(place), out var standing) && standing.Ticket?.Handle == gone.Handle;
            if (isThere)
            {
                _places[Shared(place)] = (place.ContactId, now, null);
            }

            return ValueTask.FromResult(isThere);
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
            callers.Keep(caller, ticket, now);
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
