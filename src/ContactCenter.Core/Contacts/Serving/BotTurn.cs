using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Language.Text;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>
/// What a customer said to the deployed bot, as Amazon Lex V2 tells its code hook, and what is answered: the intent is fulfilled, and what
/// was heard stands in session attributes, where the flow reads it.
/// </summary>
public sealed record BotTurn
{
    /// <summary>Characters that are kept: what Amazon Lex takes of a text.</summary>
    public const int MaximumWords = 1024;

    /// <summary>Bytes of session attributes of others that are handed on; Amazon Lex takes 12 KB of them.</summary>
    private const int MaximumAttributes = 8 * 1024;

    /// <summary>
    /// Below this, words are a guess of the speech recognition. They still are what there is, and count as not understood (assumption:
    /// half).
    /// </summary>
    private const double MinimumConfidence = 0.5;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is no event of Amazon Lex.</summary>
    private static readonly BotTurn Unreadable = new();

    /// <summary>The contact, as the flow has told the bot; null when it has not.</summary>
    public string? ContactId { get; private init; }

    /// <summary>Whether a hook has proved that this system has made the contact itself, as the flow has told the bot.</summary>
    public bool IsSynthetic { get; private init; }

    /// <summary>The bot, or null.</summary>
    public string? BotId { get; private init; }

    /// <summary>The intent; without a name it is that of all others.</summary>
    public string Intent { get; private init; } = DeployedBot.Fallback;

    /// <summary>How the customer said it, in the words of Amazon Lex: <c>Speech</c>, <c>Text</c> or <c>DTMF</c>.</summary>
    public string Mode { get; private init; } = "unknown";

    /// <summary>What the customer said, on one line; empty when that was nothing.</summary>
    public string Words { get; private init; } = "";

    /// <summary><c>words</c>, <c>keys</c>, <c>nothing</c>, or <c>unreadable</c> for what is no event of Amazon Lex.</summary>
    public string Status => !IsReadable ? "unreadable" : Words.Length == 0 ? "nothing" : Mode == "DTMF" ? "keys" : "words";

    /// <summary>Whether nothing was heard, or nothing that the speech recognition is sure of.</summary>
    public bool IsMissed => Words.Length == 0 || Confidence < MinimumConfidence;

    /// <summary>Whether it is an event of Amazon Lex at all.</summary>
    public bool IsReadable { get; private init; }

    private double? Confidence { get; init; }

    /// <summary>State of the intent where Lex asks before it is fulfilled, and so goes on by itself; else null.</summary>
    private string? Continues { get; init; }

    private IReadOnlyList<(string Name, string Value)> Attributes { get; init; } = [];

    /// <summary>Reads an event. It never throws: what is missing or of another type is as good as not said.</summary>
    public static BotTurn Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var session = Member(document.RootElement, "sessionState");
            var intent = Member(session, "intent");
            if (LenientJson.Text(Member(intent, "name")) is not { } name)
            {
                return Unreadable;
            }

            var attributes = Handed(Member(session, "sessionAttributes"));
            return new BotTurn
            {
                IsReadable = true,
                ContactId = Id(attributes.Find(static one => one.Name == DeployedBot.ContactAttribute).Value, 1, 256),
                IsSynthetic = attributes.Find(static one => one.Name == SyntheticMark.Attribute).Value == SyntheticMark.Proved,
                BotId = Id(LenientJson.Text(Member(Member(document.RootElement, "bot"), "id")), 10, 10),
                Intent = IsIntent(name) ? name : DeployedBot.Fallback,
                Mode = LenientJson.Text(Member(document.RootElement, "inputMode")) is ("Speech" or "Text" or "DTMF") and var mode
                    ? mode
                    : "unknown",
                Words = Heard(LenientJson.Text(Member(document.RootElement, "inputTranscript"))),
                Confidence = Sureness(Member(document.RootElement, "transcriptions")),
                Continues = LenientJson.Text(Member(document.RootElement, "invocationSource")) == "DialogCodeHook"
                    ? LenientJson.Text(Member(intent, "state")) is "ReadyForFulfillment" ? "ReadyForFulfillment" : "InProgress"
                    : null,
                Attributes = attributes,
            };
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    /// <summary>The answer to Amazon Lex. What was heard the turn before is gone from it.</summary>
    public byte[] Answer()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("sessionState");
            json.WriteStartObject("sessionAttributes");
            foreach (var (name, value) in Attributes)
            {
                json.WriteString(name, value);
            }

            if (Words.Length > 0)
            {
                json.WriteString(DeployedBot.WordsAttribute, Words);
            }

            json.WriteString(DeployedBot.StatusAttribute, IsReadable ? Status : "nothing");
            json.WriteString(DeployedBot.ModeAttribute, Mode);
            json.WriteEndObject();
            json.WriteStartObject("dialogAction");
            json.WriteString("type", Continues is null ? "Close" : "Delegate");
            json.WriteEndObject();
            json.WriteStartObject("intent");
            json.WriteString("name", Intent);
            json.WriteString("state", Continues ?? "Fulfilled");
            json.WriteString("confirmationState", "None");
            json.WriteStartObject("slots");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static JsonElement? Member(JsonElement? parent, string name) => parent?.Member(name);

    private static string Heard(string? text) =>
        text is null ? "" : BoundedText.Of(LetterComposition.Compose(BoundedText.Of(text, MaximumWords)), MaximumWords).Trim();

    /// <summary>How sure the best transcription is; null where nobody says.</summary>
    private static double? Sureness(JsonElement? transcriptions) =>
        transcriptions is { ValueKind: JsonValueKind.Array } list
            && list.GetArrayLength() > 0
            && Member(list[0], "transcriptionConfidence") is { ValueKind: JsonValueKind.Number } number
            && number.TryGetDouble(out var share)
            ? share
            : null;

    /// <summary>Attributes of others are handed on: Amazon Lex forgets what an answer does not have.</summary>
    private static List<(string Name, string Value)> Handed(JsonElement? attributes)
    {
        var handed = new List<(string, string)>();
        var size = 0;
        if (attributes is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                if (LenientJson.Name(member) is not { } name || LenientJson.Text(member.Value) is not { } value || IsOurs(name))
                {
                    continue;
                }

                size += System.Text.Encoding.UTF8.GetByteCount(name) + System.Text.Encoding.UTF8.GetByteCount(value);
                if (size > MaximumAttributes)
                {
                    break;
                }

                handed.Add((name, value));
            }
        }

        return handed;
    }

    private static bool IsOurs(string name) =>
        name is DeployedBot.WordsAttribute or DeployedBot.StatusAttribute or DeployedBot.ModeAttribute;

    private static string? Id(string? text, int minimum, int maximum) =>
        text is not null
            && text.Length >= minimum
            && text.Length <= maximum
            && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? text
            : null;

    private static bool IsIntent(string name) => name is DeployedBot.Agent or DeployedBot.Yes or DeployedBot.No or DeployedBot.Repeat
        or DeployedBot.Menu or DeployedBot.Fallback;
}
