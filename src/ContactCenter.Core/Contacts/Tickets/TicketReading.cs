using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Tickets;

/// <summary>Reads what a webhook answers that opens tickets.</summary>
public static class TicketReading
{
    /// <summary>The ticket: <c>reference</c>, and <c>link</c> where it is one; null: there is no reference in it.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="topic">Topic of the contact, or null.</param>
    public static Ticket? Of(string json, string? topic)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var told = LenientJson.Text(LenientJson.Find(document.RootElement, "reference"));
            var text = CleanText.Line(told?.Trim(), Ticket.MaximumReference);
            return text.Length == 0
                ? null
                : new Ticket(
                    text,
                    text,
                    WebAddress.Https(LenientJson.Text(LenientJson.Find(document.RootElement, "link")), Ticket.MaximumLink),
                    topic);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
