using System.Text.Json;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>Makes <see cref="UnrecognisedMessage"/>s: bounded in size, with an id that a second delivery repeats.</summary>
internal static class Unrecognised
{
    /// <summary>SNS, SQS and EventBridge ids are UUIDs of 36 characters; some room for those of others.</summary>
    private const int MaximumId = 128;

    public static UnrecognisedMessage FreeText(string text, MessageOrigin origin) =>
        Of(string.IsNullOrWhiteSpace(text) ? "an empty message" : "free text", text, origin);

    public static UnrecognisedMessage Json(string what, JsonElement root, MessageOrigin origin) =>
        Of(what, root.GetRawText(), origin);

    private static UnrecognisedMessage Of(string what, string text, MessageOrigin origin) =>
        new(what, BoundedText.Of(text, UnrecognisedMessage.MaximumLength), origin.At, origin.Id is { Length: > 0 } id ? BoundedText.Of(id, MaximumId) : Fingerprint.Of(text));
}
