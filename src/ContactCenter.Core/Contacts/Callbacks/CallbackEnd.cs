using System.Text.Json;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Callbacks;

/// <summary>
/// Reads from contact events that a callback is over for those who count how long it waits: an agent has it, or it ended without one. The
/// contact that calls back is another one than that in which the wish was said, and names it.
/// </summary>
public static class CallbackEnd
{
    /// <summary>
    /// What ways of initiation begin with that call back, also those by which the customer is dialled before an agent has it.
    /// </summary>
    public const string Initiation = "CALLBACK";

    /// <summary>Events after which nobody waits for an agent any more.</summary>
    public static IReadOnlyList<string> Events { get; } = ["CONNECTED_TO_AGENT", "DISCONNECTED"];

    /// <summary>Not its own id: who is called back may wish it again, and then this contact is the one of the new wish.</summary>
    private static readonly string[] Names = ["initialContactId", "previousContactId", "relatedContactId"];

    /// <summary>Contacts whose wish is over, the likeliest first; none when the event says nothing of the kind.</summary>
    public static IReadOnlyList<string> Contacts(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return LenientJson.Find(document.RootElement, "detail") is { } detail
                && Text(detail, "eventType") is { } type
                && Events.Contains(type)
                && Text(detail, "initiationMethod")?.StartsWith(Initiation, StringComparison.Ordinal) == true
                ?
                [
                    .. Names.Select(name => FlowRequestReader.ContactId(Text(detail, name))).OfType<string>()
                        .Distinct(StringComparer.Ordinal)
                ]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Text(JsonElement json, string name) => LenientJson.Text(LenientJson.Find(json, name));
}
