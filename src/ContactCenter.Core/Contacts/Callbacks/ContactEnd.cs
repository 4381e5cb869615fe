using System.Text.Json;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Callbacks;

/// <summary>Reads from contact events which contact has ended, whatever it was.</summary>
public static class ContactEnd
{
    /// <summary>The event that tells it.</summary>
    public const string Event = "DISCONNECTED";

    /// <summary>What calls begin with that are placed through the API.</summary>
    public const string Initiation = "API";

    /// <summary>Id of the contact; null when the event says nothing of the kind.</summary>
    public static string? Contact(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return LenientJson.Find(document.RootElement, "detail") is { } detail
                && LenientJson.Text(LenientJson.Find(detail, "eventType")) == Event
                    ? FlowRequestReader.ContactId(LenientJson.Text(LenientJson.Find(detail, "contactId")))
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
