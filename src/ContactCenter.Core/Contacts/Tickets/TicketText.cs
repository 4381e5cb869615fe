using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Tickets;

/// <summary>What people read in a ticket.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">Some lines.</param>
public sealed record TicketText(string Title, string Body)
{
    /// <summary>Of a ticket that is opened.</summary>
    public static TicketText Opened(TicketContact contact, Translation words)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(words);
        return new TicketText(
            words.Of(Sentences.TicketTitle(contact.Topic ?? "-", contact.Queue ?? "-")), string.Join('\n', Lines(contact, words)));
    }

    /// <summary>Of a contact of the same customer about the same topic, which joins it.</summary>
    public static TicketText Joined(TicketContact contact, Translation words)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(words);
        var again = words.Of(Sentences.TicketAgain);
        return new TicketText(again, string.Join('\n', Lines(contact, words).Prepend(again)));
    }

    private static IEnumerable<string> Lines(TicketContact contact, Translation words)
    {
        yield return words.Of(Sentences.ContactIs(
            contact.Id, contact.Channel, contact.Queue ?? "-", contact.Topic ?? "-", contact.Segment ?? "-"));
        if ((contact.CustomerId ?? contact.Address) is { } customer)
        {
            yield return words.Of(Sentences.TicketCustomer(customer));
        }

        if (contact.Said is { } said)
        {
            yield return $"{words.Of(Sentences.ContactSays)} {said}";
        }
    }
}
