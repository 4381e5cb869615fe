using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Tickets;

/// <summary>What became of a contact that might get a ticket.</summary>
public enum TicketOutcome
{
    /// <summary>It gets none.</summary>
    NotWanted,

    /// <summary>It had one.</summary>
    Known,

    /// <summary>One was opened.</summary>
    Opened,

    /// <summary>It joined the one that its customer has.</summary>
    Joined,

    /// <summary>One of the same customer is opened at the moment; it is to come again.</summary>
    Busy,
}

/// <summary>
/// Gives a contact its ticket, once. It is beside the contact: whatever fails here is tried again, and no customer waits for it.
/// </summary>
/// <param name="system">Keeps tickets.</param>
/// <param name="book">Which contact has which.</param>
/// <param name="records">What is known of contacts.</param>
/// <param name="configuration">Which contacts get one.</param>
public sealed class TicketDesk(
    ITicketSystem system, ITicketBook book, IContactRecords records, ContactCenterConfiguration configuration)
{
    /// <summary>Gives a contact its ticket.</summary>
    /// <param name="contactId">The contact that it began as.</param>
    /// <param name="callerKey">The key of customers, or null: nobody is remembered.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<(TicketOutcome Outcome, Ticket? Ticket)> ServeAsync(
        string contactId, byte[]? callerKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (configuration.Contacts.Tickets is not { } settings)
        {
            return (TicketOutcome.NotWanted, null);
        }

        if (await book.OfContactAsync(contactId, cancellationToken) is { } had)
        {
            return (TicketOutcome.Known, had);
        }

        if (await records.FindAsync(contactId, cancellationToken) is not { } record
            || TicketContact.Of(record, settings, callerKey is null ? null : CallerKey.Of(record, callerKey)) is not { } contact)
        {
            return (TicketOutcome.NotWanted, null);
        }

        var place = new TicketPlace(contact.Caller, contact.Topic, contact.Id);
        var claim = await book.ClaimAsync(place, settings.JoinWithin, now, cancellationToken);
        var words = Reader.OfCenter(configuration).Words;
        if (claim.Key is { } key)
        {
            return await OpenAsync(contact, place, key, claim.Ticket, words, now, cancellationToken);
        }

        return claim.Ticket is { } known
            ? await JoinAsync(known, contact, place, words, now, cancellationToken)
            : (TicketOutcome.Busy, null);
    }

    private async Task<(TicketOutcome Outcome, Ticket? Ticket)> OpenAsync(
        TicketContact contact, TicketPlace place, string key, Ticket? opened, Translation words, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (opened is not { } ticket)
        {
            ticket = await system.OpenAsync(contact, TicketText.Opened(contact, words), key, cancellationToken);
            await book.OpenedAsync(place, ticket, now, cancellationToken);
        }

        // who died over it may have opened it, and then nothing of this contact stands in it
        return key != contact.Id ? await JoinAsync(ticket, contact, place, words, now, cancellationToken)
            : await book.NoteAsync(place, ticket, now, cancellationToken) ? (TicketOutcome.Opened, ticket)
            : (TicketOutcome.Known, ticket);
    }

    /// <summary>Noted before it is told: a line that comes twice is worse than one that is missing after a crash.</summary>
    private async Task<(TicketOutcome Outcome, Ticket? Ticket)> JoinAsync(
        Ticket ticket, TicketContact contact, TicketPlace place, Translation words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await book.NoteAsync(place, ticket, now, cancellationToken))
        {
            return (TicketOutcome.Known, ticket);
        }

        try
        {
            await system.JoinAsync(ticket, contact, TicketText.Joined(contact, words), cancellationToken);
            return (TicketOutcome.Joined, ticket);
        }
        catch (TicketGoneException)
        {
            // nothing can be written there any more, and the customer's contacts need one that takes them
            await book.ForgetAsync(contact.Id, CancellationToken.None);
            return await book.ReplaceAsync(place, ticket, now, cancellationToken)
                ? await OpenAsync(contact, place, contact.Id, null, words, now, cancellationToken)
                : (TicketOutcome.Busy, null);
        }
        catch
        {
            await book.ForgetAsync(contact.Id, CancellationToken.None);
            throw;
        }
    }
}
