using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Contacts.Tickets;

/// <summary>The system that keeps tickets.</summary>
public interface ITicketSystem
{
    /// <summary>Opens a ticket.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="text">What people read.</param>
    /// <param name="key">The same for the same ticket, however often it is asked for: of one key there is one ticket.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask<Ticket> OpenAsync(TicketContact contact, TicketText text, string key, CancellationToken cancellationToken);

    /// <summary>Tells in a ticket that the customer was in touch again.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="text">What people read.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="TicketGoneException">Somebody has deleted or locked it.</exception>
    ValueTask JoinAsync(Ticket ticket, TicketContact contact, TicketText text, CancellationToken cancellationToken);
}

/// <summary>What Amazon Connect keeps of contacts.</summary>
public interface IContactRecords
{
    /// <summary>A contact with its attributes, or null: there is none.</summary>
    ValueTask<FlowRequest?> FindAsync(string contactId, CancellationToken cancellationToken);

    /// <summary>Sets attributes of a contact, for flows and guides of agents; what is null is none from then on.</summary>
    ValueTask TellAsync(string contactId, IReadOnlyDictionary<string, string?> attributes, CancellationToken cancellationToken);
}

/// <summary>Who gets a ticket of a customer about a topic.</summary>
/// <param name="Caller">The customer's key; null: each contact is for itself.</param>
/// <param name="Topic">The topic, or null.</param>
/// <param name="ContactId">The contact.</param>
public sealed record TicketPlace(string? Caller, string? Topic, string ContactId);

/// <summary>Whether a contact opens a ticket.</summary>
/// <param name="Key">The contact whose ticket is to be opened, by this one or in the place of one that was given up; or null.</param>
/// <param name="Ticket">
/// The ticket that is there, or null. With a key too it is the contact's own: it was opened, and only not noted yet.
/// </param>
public sealed record TicketClaim(string? Key, Ticket? Ticket)
{
    /// <summary>Somebody else opens it at the moment.</summary>
    public static TicketClaim Busy { get; } = new(null, null);
}

/// <summary>Remembers which contact has which ticket, and that two at once open one.</summary>
public interface ITicketBook
{
    /// <summary>So long whoever has begun to open a ticket is waited for by others.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// So long a contact waits for its own attempt: a transfer, or an event that is told twice, comes while that still runs, and what
    /// Lambda tries again comes later.
    /// </summary>
    static TimeSpan OwnPatience => SystemFunctions.OpenTickets.Timeout;

    /// <summary>The ticket of a contact, or null.</summary>
    ValueTask<Ticket?> OfContactAsync(string contactId, CancellationToken cancellationToken);

    /// <summary>Takes the opening of a ticket, unless there is one that is young enough or somebody else opens it.</summary>
    /// <param name="place">Whose ticket.</param>
    /// <param name="joinWithin">How old a ticket may be that is joined.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask<TicketClaim> ClaimAsync(
        TicketPlace place, TimeSpan joinWithin, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Writes down the ticket that was opened.</summary>
    ValueTask OpenedAsync(TicketPlace place, Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes the opening of another ticket in the place of one that is there no more.</summary>
    /// <param name="place">Whose ticket.</param>
    /// <param name="gone">The ticket that is there no more.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False: somebody else was faster.</returns>
    ValueTask<bool> ReplaceAsync(TicketPlace place, Ticket gone, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Writes down that a contact has a ticket, and that it is its customer's last one.</summary>
    /// <returns>True when that is new.</returns>
    ValueTask<bool> NoteAsync(TicketPlace place, Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes that back, because the ticket could not be told.</summary>
    ValueTask ForgetAsync(string contactId, CancellationToken cancellationToken);
}
