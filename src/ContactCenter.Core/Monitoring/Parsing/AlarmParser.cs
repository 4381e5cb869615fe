using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>
/// Reads every shape in which a CloudWatch alarm reaches a function: the SNS event of Lambda, the SNS message alone, the SNS HTTP
/// notification, the EventBridge event and the direct alarm action; and alarms of other systems in them. Unknown members are ignored,
/// missing optional ones tolerated.
/// </summary>
public static class AlarmParser
{
    /// <summary>Largest message in bytes: what SNS and EventBridge carry at most.</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <summary>
    /// Most inputs of one message: each is a decision with a transaction of its own, and there are never so many in what AWS sends.
    /// </summary>
    public const int MaximumInputs = 100;

    /// <summary>
    /// How JSON is read: commas too many and comments do no harm; deeper JSON is not an alarm, which bounds the work on hostile input.
    /// </summary>
    public static JsonDocumentOptions Options { get; } = new()
    {
        MaxDepth = 32,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads one message; an SNS event with several records gives several inputs, in order.</summary>
    /// <param name="utf8">The message as it arrived.</param>
    /// <param name="receivedAt">Used as the time of messages that tell none.</param>
    /// <param name="mappings">How alarms of other systems are read; null: only those that are documented are.</param>
    /// <returns>At least one input. This method never throws for any bytes.</returns>
    public static IReadOnlyList<AlarmInput> Parse(
        ReadOnlyMemory<byte> utf8, DateTimeOffset receivedAt, IReadOnlyList<ForeignAlarmSettings>? mappings = null)
    {
        if (utf8.Length > MaximumBytes)
        {
            return [new RefusedMessage($"the message has {utf8.Length} bytes; at most {MaximumBytes} are read")];
        }

        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        var invalid = FirstInvalidByte(utf8.Span);
        if (invalid >= 0)
        {
            return [new RefusedMessage($"not UTF-8 at byte {invalid + 1}")];
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException exception)
        {
            return [new RefusedMessage(Explain(exception))];
        }

        using (document)
        {
            var inputs = new List<AlarmInput>(1);
            ShapeReader.Read(document.RootElement, new MessageOrigin(receivedAt, null, mappings ?? []), inputs, envelopes: 0);
            return inputs.Count <= MaximumInputs ? inputs : Bounded(inputs, utf8.Span, receivedAt);
        }
    }

    /// <summary>The first inputs, and one that says that there were more, so that somebody looks at them.</summary>
    private static IReadOnlyList<AlarmInput> Bounded(List<AlarmInput> inputs, ReadOnlySpan<byte> utf8, DateTimeOffset receivedAt)
    {
        var beginning = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, UnrecognisedMessage.MaximumLength)]);
        var rest = Unrecognised.FreeText(beginning, new MessageOrigin(receivedAt, null, [])) with
        {
            What = Sentences.GotTooMany($"{inputs.Count}", $"{MaximumInputs - 1}"),
        };
        return [.. inputs.Take(MaximumInputs - 1), rest];
    }

    /// <summary>Reads the text of one SNS message, which may be JSON or free text.</summary>
    /// <param name="text">The message text.</param>
    /// <param name="origin">When and as what it was received.</param>
    /// <param name="inputs">Where the inputs are added.</param>
    /// <param name="envelopes">How many envelopes were opened to get at the text.</param>
    internal static void ParseText(string text, MessageOrigin origin, List<AlarmInput> inputs, int envelopes)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            inputs.Add(Unrecognised.FreeText(text, origin));
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(text, Options);
            ShapeReader.Read(document.RootElement, origin, inputs, envelopes);
        }
        catch (JsonException)
        {
            inputs.Add(Unrecognised.FreeText(text, origin));
        }
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
        {
            return -1;
        }

        var read = 0;
        while (Rune.DecodeFromUtf8(utf8[read..], out _, out var consumed) == OperationStatus.Done)
        {
            read += consumed;
        }

        return read;
    }

    private static string Explain(JsonException exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = end < 0 ? message : message[..end];
        return $"not JSON at line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}: {reason}";
    }
}
