using System.Text.Json;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Cli.Replay;

/// <summary>
/// Cuts a recording into JSON values without holding more than one of them: one value a line, values one after another, or one array of
/// values, each written compactly or over several lines. A line that is not JSON spoils itself only.
/// </summary>
internal sealed class JsonPieceReader(Stream stream)
{
    /// <summary>What a value may take before it is known to be too large; it leaves room for the white space of pretty printing.</summary>
    private const int MaximumPiece = 4 * AlarmParser.MaximumBytes;

    private readonly List<byte> _piece = [];
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _length;
    private int _position;
    private long _line = 1;

    /// <summary>The values, in the order of the file.</summary>
    public IEnumerable<JsonPiece> Read()
    {
        SkipByteOrderMark();
        var inArray = false;
        while (SkipBetween(ref inArray))
        {
            var line = _line;
            var next = Peek();
            var isComplete = next is (byte)'{' or (byte)'[' ? ReadNested() : ReadScalar(inArray);
            if (_piece.Count > MaximumPiece)
            {
                yield return new JsonPiece(default, line, IsTooLarge: true);
            }
            else if (isComplete || !_piece.Contains((byte)'\n'))
            {
                yield return new JsonPiece(_piece.ToArray(), line, IsTooLarge: false);
            }
            else
            {
                foreach (var single in SplitLines(_piece.ToArray(), line))
                {
                    yield return single;
                }
            }
        }
    }

    /// <summary>A value that was never closed has swallowed what follows it: its lines are looked at one by one.</summary>
    private static List<JsonPiece> SplitLines(byte[] bytes, long line)
    {
        var start = 0;
        var wholeLines = new List<JsonPiece>();
        for (var i = 0; i <= bytes.Length; i++)
        {
            if (i < bytes.Length && bytes[i] != '\n')
            {
                continue;
            }

            var piece = bytes.AsMemory(start, i - start);
            if (piece.Span.ContainsAnyExcept(" \t\r"u8))
            {
                wholeLines.Add(new JsonPiece(piece, line, IsTooLarge: false));
            }

            start = i + 1;
            line++;
        }

        return wholeLines.Skip(1).Any(piece => IsJson(piece.Utf8)) ? wholeLines : [new JsonPiece(bytes, wholeLines[0].Line, IsTooLarge: false)];
    }

    private static bool IsJson(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void SkipByteOrderMark()
    {
        if (Peek() == 0xEF && _length >= 3 && _buffer[1] == 0xBB && _buffer[2] == 0xBF)
        {
            _position = 3;
        }
    }

    /// <summary>Skips white space, the commas and brackets of an outermost array; false at the end.</summary>
    private bool SkipBetween(ref bool inArray)
    {
        while (Peek() is { } next)
        {
            if (next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' || next == ',' || (inArray && next == ']'))
            {
                inArray &= next != ']';
                _ = Take();
            }
            else if (next == '[' && !inArray)
            {
                inArray = true;
                _ = Take();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads until the brackets are closed; false when the file ends before.</summary>
    private bool ReadNested()
    {
        _piece.Clear();
        var depth = 0;
        var inText = false;
        var isEscaped = false;
        while (Peek() is not null)
        {
            // a buffer at a time: this loop sees every byte of a recording
            var rest = _buffer.AsSpan(_position.._length);
            for (var i = 0; i < rest.Length; i++)
            {
                var next = rest[i];
                if (inText)
                {
                    inText = isEscaped || next != '"';
                    isEscaped = !isEscaped && next == '\\';
                }
                else if (next == '"')
                {
                    inText = true;
                }
                else if (next is (byte)'{' or (byte)'[')
                {
                    depth++;
                }
                else if (next is (byte)'}' or (byte)']' && --depth == 0)
                {
                    Take(rest[..(i + 1)]);
                    return true;
                }
                else if (next == '\n' && _piece.Count + i >= MaximumPiece)
                {
                    Take(rest[..(i + 1)]);
                    return false;
                }
            }

            Take(rest);
        }

        return false;
    }

    /// <summary>Reads a text, a number, or whatever it is: to the end of the line, or of the array's element.</summary>
    private bool ReadScalar(bool inArray)
    {
        _piece.Clear();
        var inText = false;
        var isEscaped = false;
        while (Peek() is { } next && next != '\n' && (inText || !inArray || next is not ((byte)',' or (byte)']')))
        {
            Keep(Take());
            inText = next == '"' && !isEscaped ? !inText : inText;
            isEscaped = inText && !isEscaped && next == '\\';
        }

        return true;
    }

    /// <summary>Bytes beyond the limit are counted by one and let go.</summary>
    private void Keep(byte value)
    {
        if (_piece.Count <= MaximumPiece)
        {
            _piece.Add(value);
        }
    }

    /// <summary>Takes and keeps bytes; those beyond the limit are counted by one and let go.</summary>
    private void Take(ReadOnlySpan<byte> bytes)
    {
        _piece.AddRange(bytes[..Math.Min(bytes.Length, MaximumPiece + 1 - _piece.Count)]);
        _line += bytes.Count((byte)'\n');
        _position += bytes.Length;
    }

    private byte? Peek()
    {
        if (_position == _length)
        {
            _length = stream.Read(_buffer);
            _position = 0;
            if (_length == 0)
            {
                return null;
            }
        }

        return _buffer[_position];
    }

    private byte Take()
    {
        var value = _buffer[_position++];
        _line += value == '\n' ? 1 : 0;
        return value;
    }
}
