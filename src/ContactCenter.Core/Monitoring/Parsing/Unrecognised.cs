using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>Makes <see cref="UnrecognisedMessage"/>s: bounded in size, with an id that a second delivery repeats.</summary>
internal static class Unrecognised
{
    /// <summary>SNS, SQS and EventBridge ids are UUIDs of 36 characters; some room for those of others.</summary>
    private const int MaximumId = 128;

    /// <summary>SNS API reference, Publish: a subject has fewer than 100 characters.</summary>
    private const int MaximumSubject = 100;

    public static UnrecognisedMessage FreeText(string text, MessageOrigin origin) =>
        Of(string.IsNullOrWhiteSpace(text) ? Sentences.GotEmpty : Sentences.GotFreeText, text, origin);

    public static UnrecognisedMessage Json(string what, JsonElement root, MessageOrigin origin) =>
        Of(what, root.GetRawText(), origin);

    /// <summary>
    /// Without the token and the link: whoever reads the message could confirm a subscription that somebody else asked for.
    /// </summary>
    public static UnrecognisedMessage Confirmation(JsonElement notification, MessageOrigin origin)
    {
        var shown = JsonObject.Create(notification)!;
        foreach (var name in shown.Select(member => member.Key).Where(IsSecret).ToArray())
        {
            shown.Remove(name);
        }

        return Of(Sentences.GotConfirmation, shown.ToJsonString(), origin);
    }

    private static bool IsSecret(string member) =>
        member.Equals("Token", StringComparison.OrdinalIgnoreCase) || member.EndsWith("URL", StringComparison.OrdinalIgnoreCase);

    private static UnrecognisedMessage Of(string what, string text, MessageOrigin origin) =>
        new(
            what,
            BoundedText.Of(text, UnrecognisedMessage.MaximumLength),
            origin.At,
            origin.Id is { Length: > 0 } id ? BoundedText.Of(id, MaximumId) : Fingerprint.Of(text))
        {
            Subject = string.IsNullOrWhiteSpace(origin.Subject) ? null : BoundedText.Of(origin.Subject, MaximumSubject),
        };
}
