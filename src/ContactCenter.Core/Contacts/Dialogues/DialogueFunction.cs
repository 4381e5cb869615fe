using System.Buffers;
using System.Text.Json;
using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>The functions of the customer that dialogues call.</summary>
public interface IDialogueFunctions
{
    /// <summary>Calls a function once, and waits for its answer at most so long.</summary>
    /// <param name="function">Its ARN.</param>
    /// <param name="request">What it is told, as JSON.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<FunctionResult> CallAsync(string function, ReadOnlyMemory<byte> request, TimeSpan limit, CancellationToken cancellationToken);
}

/// <summary>What came of a call.</summary>
/// <param name="Outcome">Whether there is an answer.</param>
/// <param name="Answer">The answer as it came; empty without one.</param>
public sealed record FunctionResult(FunctionOutcome Outcome, ReadOnlyMemory<byte> Answer)
{
    /// <summary>Not in time: it may still do it.</summary>
    public static FunctionResult Late { get; } = new(FunctionOutcome.Late, default);

    /// <summary>It failed, or may not be called.</summary>
    public static FunctionResult Failed { get; } = new(FunctionOutcome.Failed, default);
}

/// <summary>Whether a function has answered.</summary>
public enum FunctionOutcome
{
    /// <summary>It has.</summary>
    Answered,

    /// <summary>Not in time.</summary>
    Late,

    /// <summary>It failed.</summary>
    Failed,
}

/// <summary>What a function is told.</summary>
public static class DialogueRequest
{
    /// <summary>Version of the contract.</summary>
    public const int Version = 1;

    /// <summary>
    /// The key of a call. It is the same for the same values of the same contact, however often the step or the call is repeated: a
    /// function that knows it does nothing twice.
    /// </summary>
    public static string KeyOf(FlowRequest request, DialogueState state)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        return $"{request.InitialContactId ?? request.ContactId}/{state.Dialogue}/{state.Submission}";
    }

    /// <summary>What a function is told, as JSON.</summary>
    public static byte[] Write(DialogueSettings dialogue, DialogueState state, FlowRequest request, string language)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(request);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("dialogue", dialogue.Name);
            json.WriteString("callKey", KeyOf(request, state));
            json.WriteNumber("attempt", state.Calls);
            json.WriteString("contactId", request.ContactId);
            json.WriteString("channel", request.Channel);
            json.WriteString("language", language);
            json.WriteStartObject("customer");
            json.WriteString("id", request.CustomerId);
            json.WriteString("address", request.CustomerAddress);
            json.WriteEndObject();
            json.WriteStartObject("fields");
            foreach (var (field, value) in dialogue.Fields.Zip(state.Values))
            {
                json.WriteString(field.Name, value);
            }

            json.WriteEndObject();
            json.WriteStartObject("attributes");
            foreach (var name in dialogue.Passes)
            {
                if (request.Attributes.GetValueOrDefault(name) is { Length: > 0 } value && value != FlowValue.None)
                {
                    json.WriteString(name, value.Length <= FlowSpeech.MaximumLength ? value : value[..FlowSpeech.MaximumLength]);
                }
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>What a function answered, after it was checked.</summary>
/// <param name="Kind">What it means.</param>
public sealed record DialogueReply(ReplyKind Kind)
{
    /// <summary>An answer is a few values.</summary>
    public const int MaximumBytes = 16 * 1024;

    /// <summary>The longest value.</summary>
    public const int MaximumValue = 100;

    private const int MaximumDepth = 8;

    /// <summary>The values that the configuration names.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The field that the function does not take, counted from 0.</summary>
    public int Field { get; init; }

    /// <summary>Reads what came of a call. It never throws.</summary>
    /// <param name="result">What came.</param>
    /// <param name="dialogue">The dialogue, which says what must be in it.</param>
    public static DialogueReply Of(FunctionResult result, DialogueSettings dialogue)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(dialogue);
        if (result.Outcome != FunctionOutcome.Answered)
        {
            return new(result.Outcome == FunctionOutcome.Late ? ReplyKind.Late : ReplyKind.Failed);
        }

        if (result.Answer.Length > MaximumBytes)
        {
            return new(ReplyKind.Unusable);
        }

        try
        {
            using var json = JsonDocument.Parse(result.Answer, new JsonDocumentOptions { MaxDepth = MaximumDepth });
            return Read(json.RootElement, dialogue);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return new(ReplyKind.Unusable);
        }
    }

    private static DialogueReply Read(JsonElement json, DialogueSettings dialogue)
    {
        switch (LenientJson.Text(LenientJson.Find(json, "status")))
        {
            case "done":
                var values = new Dictionary<string, string>(StringComparer.Ordinal);
                var given = LenientJson.Find(json, "values");
                foreach (var name in dialogue.Answers)
                {
                    if (given is not { } all || Text(LenientJson.Find(all, name)) is not { } value)
                    {
                        return new(ReplyKind.Unusable);
                    }

                    values[name] = value;
                }

                return new(ReplyKind.Done) { Values = values };
            case "ask":
                var field = LenientJson.Text(LenientJson.Find(json, "field"));
                return dialogue.Fields.Index().FirstOrDefault(one => one.Item.Name == field) is { Item: not null } asked
                    ? new(ReplyKind.Ask) { Field = asked.Index }
                    : new(ReplyKind.Unusable);
            case "agent":
                return new(ReplyKind.Agent);
            default:
                return new(ReplyKind.Unusable);
        }
    }

    private static string? Text(JsonElement? value) =>
        (value is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : LenientJson.Text(value)) is { } text
            && !string.IsNullOrWhiteSpace(text) && text.Length <= MaximumValue
            ? text.Trim()
            : null;
}

/// <summary>What an answer of a function means.</summary>
public enum ReplyKind
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>A field is to be asked again.</summary>
    Ask,

    /// <summary>It is for an agent.</summary>
    Agent,

    /// <summary>It is not what was agreed.</summary>
    Unusable,

    /// <summary>There was none in time.</summary>
    Late,

    /// <summary>The function failed.</summary>
    Failed,
}
