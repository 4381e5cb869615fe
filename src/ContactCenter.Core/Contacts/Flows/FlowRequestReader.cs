using System.Text.Json;
using ContactCenter.Core.Contacts.Messaging;
using ContactCenter.Language.Text;

namespace ContactCenter.Core.Contacts.Flows;

/// <summary>
/// Reads the event that a flow's "Invoke Lambda" block sends. It never throws: a member of an unexpected type is as good as absent, and
/// what is no such event at all is <see cref="FlowRequest.Empty"/>. Texts come composed (<see cref="LetterComposition"/>), so that "ü" is
/// one letter to all who read them, however a keyboard has sent it.
/// </summary>
public static class FlowRequestReader
{
    /// <summary>Characters of one value that are kept; Amazon Connect's own limit for all attributes together is 32 KB.</summary>
    public const int MaximumValue = 32 * 1024;

    private const int MaximumContactId = 256;

    /// <summary>Reads an event.</summary>
    public static FlowRequest Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var details = Member(document.RootElement, "Details");
            var contact = Member(details, "ContactData");
            return new FlowRequest
            {
                ContactId = ContactId(Text(Member(contact, "ContactId"))),
                InitialContactId = ContactId(Text(Member(contact, "InitialContactId"))),
                Channel = Text(Member(contact, "Channel")),
                Messaging = MessagingChannel.Find(
                    Text(Member(Member(Member(contact, "SegmentAttributes"), "connect:Subtype"), "ValueString"))),
                LanguageCode = Text(Member(contact, "LanguageCode")),
                Name = Text(Member(contact, "Name")),
                Description = Text(Member(contact, "Description")),
                CustomerId = Text(Member(contact, "CustomerId")),
                CustomerAddress = Text(Member(Member(contact, "CustomerEndpoint"), "Address")),
                SystemAddress = Text(Member(Member(contact, "SystemEndpoint"), "Address")),
                InitiationMethod = Text(Member(contact, "InitiationMethod")),
                Queue = Text(Member(Member(contact, "Queue"), "Name")) ?? Text(Member(Member(contact, "Queue"), "ARN")),
                Parameters = Map(Member(details, "Parameters")),
                Attributes = Map(Member(contact, "Attributes")),
            };
        }
        catch (JsonException)
        {
            return FlowRequest.Empty;
        }
    }

    /// <summary>The last member of this name in any letter case: documented samples differ in it.</summary>
    private static JsonElement? Member(JsonElement? parent, string name)
    {
        JsonElement? found = null;
        if (parent is { ValueKind: JsonValueKind.Object } element)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (string.Equals(LenientJson.Name(member), name, StringComparison.OrdinalIgnoreCase))
                {
                    found = member.Value;
                }
            }
        }

        return found;
    }

    private static Dictionary<string, string> Map(JsonElement? element)
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (element is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                if (LenientJson.Name(member) is { } name && Text(member.Value) is { } text)
                {
                    map[name] = text;
                }
            }
        }

        return map;
    }

    private static string? Text(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => LenientJson.Text(text) is { } value ? Cut(LetterComposition.Compose(value)) : null,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => Cut(other.GetRawText()),
        _ => null,
    };

    private static string? Cut(string? text) => text is { Length: > MaximumValue } ? text[..MaximumValue] : text;

    /// <summary>The text where it is an id of a contact, so that it can be logged and stored as it is; else null.</summary>
    internal static string? ContactId(string? text) =>
        text is { Length: > 0 and <= MaximumContactId } && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') ? text : null;
}
