using System.Globalization;
using System.Text;
using ContactCenter.Core.Monitoring.Alarms;
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

    /// <summary>Stands for a time that nothing has told.</summary>
    private static readonly DateTimeOffset Unknown = DateTimeOffset.UnixEpoch;

    /// <summary>The inputs in order of time. A large file that is in order is streamed, so memory does not grow with it.</summary>
    public IEnumerable<ReplayItem> InOrder() =>
        new FileInfo(path).Length <= SmallFile || !IsInOrder() ? AsRecorded().OrderBy(item => item.At) : AsRecorded();

    private bool IsInOrder()
    {
        using var stream = File.OpenRead(path);
        var latest = DateTimeOffset.MinValue;
        foreach (var piece in new JsonPieceReader(stream).Read().Where(piece => !piece.IsTooLarge))
        {
            foreach (var at in TimesOf(piece))
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
    private static IEnumerable<DateTimeOffset> TimesOf(JsonPiece piece) =>
        OnlyTime(piece.Utf8.Span) is { } at ? [at] : Parse(piece).Select(TimeOf).OfType<DateTimeOffset>().Where(told => told != Unknown);

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
    /// What tells no time of its own happened when the input before it did, or at the file's first known time when there is none before.
    /// </summary>
    private IEnumerable<ReplayItem> AsRecorded()
    {
        using var stream = File.OpenRead(path);
        var number = 0;
        var latest = Unknown;
        var waiting = new List<ReplayItem>();
        foreach (var piece in new JsonPieceReader(stream).Read())
        {
            foreach (var input in Parse(piece))
            {
                latest = TimeOf(input) is { } told && told != Unknown ? told : latest;
                waiting.Add(At(new ReplayItem($"{name}#{number++}", latest, input), latest));
                if (latest == Unknown && waiting.Count < MaximumWaiting)
                {
                    continue;
                }

                foreach (var item in waiting)
                {
                    yield return At(item, item.At == Unknown ? latest : item.At);
                }

                waiting.Clear();
            }
        }

        foreach (var item in waiting)
        {
            yield return item;
        }

        if (number == 0)
        {
            yield return new ReplayItem($"{name}#0", Unknown, new RefusedMessage("the file is empty; expected JSON"));
        }
    }

    private static ReplayItem At(ReplayItem item, DateTimeOffset at) => item with
    {
        At = at,
        Input = item.Input switch
        {
            UnrecognisedMessage message when message.At == Unknown => message with { At = at },
            ChangedAlarm changed when changed.Change.At == Unknown => new ChangedAlarm(changed.Change with { At = at }),
            _ => item.Input,
        },
    };

    private static IReadOnlyList<AlarmInput> Parse(JsonPiece piece)
    {
        if (piece.IsTooLarge)
        {
            return
            [
                new RefusedMessage(
                    $"the value that begins on line {piece.Line} is larger than the {AlarmParser.MaximumBytes} bytes of the "
                        + "largest message")
            ];
        }

        var inputs = AlarmParser.Parse(piece.Utf8, Unknown);
        return inputs is [RefusedMessage refused]
            ?
            [
                refused with
                {
                    Problem =
                        $"in the value that begins on line {piece.Line}: "
                            + $"{refused.Problem.Replace(" at line ", " at its line ", StringComparison.Ordinal)}"
                }
            ]
            : inputs;
    }

    private static DateTimeOffset? TimeOf(AlarmInput input) => input switch
    {
        ChangedAlarm changed => changed.Change.At,
        UnrecognisedMessage message => message.At,
        _ => null,
    };
}
