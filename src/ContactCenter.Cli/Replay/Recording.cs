using System.Globalization;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.History;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Cli.Replay;

/// <summary>A file of recorded events, given in order of time.</summary>
internal sealed class Recording(string name, string path)
{
    /// <summary>
    /// Files up to this size are read once and sorted; of larger ones it is first seen whether they are in order already.
    /// </summary>
    private const long SmallFile = 4 * 1024 * 1024;

    /// <summary>So many inputs are held back at most while none has told a time yet.</summary>
    private const int MaximumWaiting = 10_000;

    /// <summary>Clocks of services differ by less.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    /// <summary>Stands for a time that nothing has told.</summary>
    private static readonly DateTimeOffset Unknown = DateTimeOffset.UnixEpoch;

    /// <summary>The inputs in order of time. A large file that is in order is streamed, so memory does not grow with it.</summary>
    /// <param name="history">Makes messages of the history of alarms.</param>
    public IEnumerable<ReplayItem> InOrder(AlarmHistoryReader history) => new FileInfo(path).Length <= SmallFile || !IsInOrder(history)
        ? AsRecorded(history).OrderBy(item => item.At)
        : AsRecorded(history);

    /// <summary>The alarms that it describes.</summary>
    public IEnumerable<DescribedAlarm> Alarms()
    {
        using var stream = InputFile.OpenUtf8(path);
        foreach (var (list, element) in new JsonPieceReader(stream).Read().SelectMany(static piece => CloudWatchAnswer.Read(piece) ?? []))
        {
            if (list != AnswerLists.History && DescribedAlarm.Read(element, out _) is { } alarm)
            {
                yield return alarm;
            }
        }
    }

    private bool IsInOrder(AlarmHistoryReader history)
    {
        using var stream = InputFile.OpenUtf8(path);
        var latest = DateTimeOffset.MinValue;
        foreach (var piece in new JsonPieceReader(stream).Read().Where(piece => !piece.IsTooLarge))
        {
            foreach (var at in TimesOf(piece, history))
            {
                if (at < latest)
                {
                    return false;
                }

                latest = at;
            }
        }

        return true;
    }

    /// <summary>
    /// The times of a value; the one of a single alarm message is found without reading the message, because each large file is looked
    /// through.
    /// </summary>
    private static IEnumerable<DateTimeOffset> TimesOf(JsonPiece piece, AlarmHistoryReader history) => OnlyTime(piece.Utf8.Span) is { } at
        ? [at]
        : Messages(piece, history).Select(static message => message.At).Where(static at => at != Unknown);

    private static DateTimeOffset? OnlyTime(ReadOnlySpan<byte> utf8)
    {
        var name = "StateChangeTime"u8;
        var first = utf8.IndexOf(name);
        if (first < 0 || utf8[(first + name.Length)..].IndexOf(name) >= 0)
        {
            return null;
        }

        var rest = utf8[(first + name.Length)..];
        var start = rest.IndexOfAnyInRange((byte)'0', (byte)'9');
        var length = start < 0 ? -1 : rest[start..].IndexOfAny((byte)'"', (byte)'\\');
        return length > 0
            && DateTimeOffset.TryParse(
                Encoding.UTF8.GetString(rest.Slice(start, length)),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at)
            ? at
            : null;
    }

    /// <summary>
    /// What tells no time of its own happened when the message before it did, at the file's first known time when there is none before, or
    /// when the file was written when no message tells any.
    /// </summary>
    private IEnumerable<ReplayItem> AsRecorded(AlarmHistoryReader history)
    {
        using var stream = InputFile.OpenUtf8(path);
        var number = 0;
        var latest = Unknown;
        var waiting = new List<ReplayItem>();
        var pieces = new JsonPieceReader(stream);
        foreach (var message in pieces.Read().SelectMany(piece => Messages(piece, history)))
        {
            latest = message.At == Unknown ? latest : message.At;
            waiting.Add(message with { Name = $"{name}#{number++}", At = latest });
            if (latest == Unknown && waiting.Count < MaximumWaiting)
            {
                continue;
            }

            foreach (var item in waiting)
            {
                yield return item.At == Unknown ? item with { At = latest } : item;
            }

            waiting.Clear();
        }

        foreach (var item in waiting)
        {
            yield return item.At == Unknown ? item with { At = File.GetLastWriteTimeUtc(path) } : item;
        }

        if (!pieces.HasRead)
        {
            yield return new ReplayItem($"{name}#0", Unknown, default, Say.EmptyRecording);
        }
    }

    /// <summary>
    /// The messages in a value, without names: each record of an event is one of its own, so that records of several files mix in order.
    /// </summary>
    private static IEnumerable<ReplayItem> Messages(JsonPiece piece, AlarmHistoryReader history)
    {
        if (piece.IsTooLarge)
        {
            var limit = AlarmParser.MaximumBytes;
            return [Refused(Say.ValueTooLarge($"{piece.Line}", $"{limit}"))];
        }

        if (CloudWatchAnswer.Read(piece) is { } elements)
        {
            return elements.Select(Recorded).OfType<ReplayItem>();
        }

        return AlarmParser.Parse(piece.Utf8, Unknown) switch
        {
            [RefusedMessage refused] =>
            [
                Refused(Say.InValue(
                    $"{piece.Line}", Spoken.Now.Of(refused.Problem.Replace(" at line ", " at its line ", StringComparison.Ordinal)))),
            ],
            [_, _, ..] => Records(piece.Utf8).Select(static record => Heard(record, AlarmParser.Parse(record, Unknown))),
            var inputs => [Heard(piece.Utf8, inputs)],
        };

        // an alarm that is described is no message: it says what the messages of its history say
        ReplayItem? Recorded((string List, JsonElement Element) part) => part.List == AnswerLists.History
            ? history.Read(part.Element) switch
            {
                RecordedState state => new ReplayItem("", state.At, state.Message),
                OtherItem other => new ReplayItem("", Unknown, default) { PassedOver = other.Kind },
                BrokenItem broken => Refused(Say.InList(part.List, $"{piece.Line}", broken.Problem)),
                _ => throw new InvalidOperationException("a history has no other items"),
            }
            : DescribedAlarm.Read(part.Element, out var problem) is null
                ? Refused(Say.InList(part.List, $"{piece.Line}", problem ?? ""))
                : null;

        static ReplayItem Refused(string problem) => new("", Unknown, default, problem);

        static ReplayItem Heard(ReadOnlyMemory<byte> message, IReadOnlyList<AlarmInput> inputs) => new("", TimeOf(inputs), message);
    }

    /// <summary>The records of an event, each as an event of its own; what else holds several alarms stays one message.</summary>
    private static List<ReadOnlyMemory<byte>> Records(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, AlarmParser.Options);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("Records", out var records)
            && records.ValueKind == JsonValueKind.Array
            ? [.. records.EnumerateArray().Select(static record => Alone(record))]
            : [utf8];

        static ReadOnlyMemory<byte> Alone(JsonElement record) =>
            Encoding.UTF8.GetBytes($$"""{"Records":[{{record.GetRawText()}}]}""");
    }

    /// <summary>
    /// When a change was heard of, as far as that is known: a state that is dated far from its envelope did not happen then.
    /// </summary>
    private static DateTimeOffset Believed(AlarmChange change) =>
        change.SentAt is { } sent && sent != Unknown && (sent - change.At).Duration() > ClocksDiffer ? sent : change.At;

    /// <summary>When a message happened: when the last of its alarms did.</summary>
    private static DateTimeOffset TimeOf(IEnumerable<AlarmInput> inputs) => inputs.Max(static input => input switch
    {
        ChangedAlarm changed => Believed(changed.Change),
        ForeignAlarm foreign => foreign.At,
        UnrecognisedMessage message => message.At,
        _ => Unknown,
    });
}
