using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Cli.Replay;

/// <summary>
/// Cuts a recording into JSON values without holding more than one of them: one value a line, values one after another, or one array of
/// values, each written compactly or over several lines; and the lists of answers of CloudWatch, whose elements count as values. A line
/// that is not JSON spoils itself only, and so does a value that is cut off: reading goes on at the next line that begins a value no
/// further in than the broken one began.
/// </summary>
internal sealed class JsonPieceReader(Stream stream)
{
    /// <summary>What a value may take before it is known to be too large; it leaves room for the white space of pretty printing.</summary>
    private const int MaximumPiece = 4 * AlarmParser.MaximumBytes;

    private const int BufferSize = 64 * 1024;

    /// <summary>So far ahead is looked for the name of a list: it is the first that the AWS CLI prints.</summary>
    private const int MaximumOpening = 128;

    /// <summary>
    /// Bytes beyond this are let go; the line in which a value becomes too large is kept, because what is in it may be read anew.
    /// </summary>
    private const int MaximumKept = MaximumPiece + BufferSize;

    private readonly List<byte> _piece = [];
    private byte[] _buffer = new byte[BufferSize];
    private int _length;
    private int _position;
    private long _line = 1;
    private int _column;
    private bool _inArray;

    /// <summary>Whether an answer of CloudWatch is open, and whether the array around it is to be gone on with behind it.</summary>
    private bool _inAnswer;
    private bool _isAnswerInArray;
    private string? _list;

    /// <summary>True once something was read: a value, or a list of an answer, which may be empty.</summary>
    public bool HasRead { get; private set; }

    /// <summary>The values, in the order of the file.</summary>
    public IEnumerable<JsonPiece> Read()
    {
        SkipByteOrderMark();
        while (SkipBetween())
        {
            HasRead = true;
            var line = _line;
            var list = _list;
            var column = _column;
            var next = Peek();
            var isComplete = next is (byte)'{' or (byte)'[' ? ReadNested() : ReadScalar();
            var bytes = _piece.ToArray();
            var isTooLarge = bytes.Length > MaximumPiece;
            if (!bytes.Contains((byte)'\n') || (isComplete && (isTooLarge || !BrokenPiece.IsBroken(bytes, column))))
            {
                yield return new JsonPiece(isTooLarge ? default(ReadOnlyMemory<byte>) : bytes, line, isTooLarge) { List = list };
                continue;
            }

            foreach (var piece in Resynchronise(bytes, line, column))
            {
                yield return piece with { List = list };
            }
        }
    }

    /// <summary>
    /// A value that was never closed has swallowed what follows it. What begins a later line no further in than the value itself is a value
    /// of its own; the last of those may go on behind what was read, and is read anew.
    /// </summary>
    private List<JsonPiece> Resynchronise(ReadOnlyMemory<byte> bytes, long line, int column)
    {
        var isTooLarge = bytes.Length > MaximumPiece;
        var starts = BrokenPiece.Starts(bytes.Span, column);
        var pieces = new List<JsonPiece>();
        for (var i = 0; i < starts.Count; i++)
        {
            var isLast = i == starts.Count - 1;
            var part = bytes[starts[i]..(isLast ? bytes.Length : starts[i + 1])];
            if (isTooLarge && bytes.Length < MaximumKept && isLast && i > 0)
            {
                Unread(part.Span, line);
                break;
            }

            pieces.AddRange(isTooLarge && isLast
                ? [new JsonPiece(default, line, IsTooLarge: true)]
                : BrokenPiece.Read(part, line, _inArray));
            line += part.Span.Count((byte)'\n');
        }

        return pieces;
    }

    private void SkipByteOrderMark()
    {
        if (Peek() == 0xEF && _length >= 3 && _buffer[1] == 0xBB && _buffer[2] == 0xBF)
        {
            _position = 3;
        }
    }

    /// <summary>
    /// Skips white space, the commas and brackets of an outermost array, and what of an answer is no list; false at the end.
    /// </summary>
    private bool SkipBetween()
    {
        while (Peek() is { } next)
        {
            if (next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' || next == ',' || (_inArray && next == ']'))
            {
                _inArray &= next != ']';
                _list = _inArray ? _list : null;
                _ = Take();
            }
            else if (next == '[' && !_inArray && !_inAnswer)
            {
                _inArray = true;
                _ = Take();
            }
            else if (next == '{' && AnswerLists.Open(Ahead(MaximumOpening)[1..], out var length) is { } list)
            {
                // an answer within an answer: the one before was cut off
                _isAnswerInArray = _inAnswer ? _isAnswerInArray : _inArray;
                Begin(list, length + 1);
            }
            else if (_inAnswer && next == '}')
            {
                (_inAnswer, _inArray, _list) = (false, _isAnswerInArray, null);
                _ = Take();
            }
            else if (_inAnswer && !_inArray && AnswerLists.Open(Ahead(MaximumOpening), out length) is { } another)
            {
                Begin(another, length);
            }
            else if (_inAnswer && !_inArray)
            {
                SkipMember();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes behind the bracket that opens a list.</summary>
    private void Begin(string list, int length)
    {
        (_inAnswer, _inArray, _list, HasRead) = (true, true, list, true);
        for (var i = 0; i < length; i++)
        {
            _ = Take();
        }
    }

    /// <summary>Skips a name or a value of an answer that is no list, such as where its next page begins.</summary>
    private void SkipMember()
    {
        if (Peek() is (byte)'{' or (byte)'[')
        {
            _ = ReadNested();
            return;
        }

        var inText = false;
        var isEscaped = false;
        while (Peek() is { } next && (inText || next is not ((byte)',' or (byte)'}' or (byte)'{' or (byte)'[')))
        {
            _ = Take();
            inText = next == '"' && !isEscaped ? !inText : inText;
            isEscaped = inText && !isEscaped && next == '\\';
        }
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
    private bool ReadScalar()
    {
        _piece.Clear();
        var inText = false;
        var isEscaped = false;
        while (Peek() is { } next && next != '\n' && (inText || !_inArray || next is not ((byte)',' or (byte)']')))
        {
            Keep(Take());
            inText = next == '"' && !isEscaped ? !inText : inText;
            isEscaped = inText && !isEscaped && next == '\\';
        }

        return true;
    }

    /// <summary>Bytes beyond the limit are let go.</summary>
    private void Keep(byte value)
    {
        if (_piece.Count < MaximumKept)
        {
            _piece.Add(value);
        }
    }

    /// <summary>Takes and keeps bytes; those beyond the limit are let go.</summary>
    private void Take(ReadOnlySpan<byte> bytes)
    {
        _piece.AddRange(bytes[..Math.Min(bytes.Length, MaximumKept - _piece.Count)]);
        _line += bytes.Count((byte)'\n');
        _position += bytes.Length;
    }

    /// <summary>Puts bytes back, to be read again.</summary>
    private void Unread(ReadOnlySpan<byte> bytes, long line)
    {
        _buffer = [.. bytes, .. _buffer.AsSpan(_position.._length)];
        _position = 0;
        _length = _buffer.Length;
        _line = line;
    }

    /// <summary>The next bytes, without taking them; fewer at the end.</summary>
    private ReadOnlySpan<byte> Ahead(int count)
    {
        if (_length - _position < count)
        {
            var buffer = new byte[BufferSize];
            var kept = _length - _position;
            _buffer.AsSpan(_position, kept).CopyTo(buffer);
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), count - kept, throwOnEndOfStream: false);
            (_buffer, _position, _length) = (buffer, 0, kept + read);
        }

        return _buffer.AsSpan(_position, Math.Min(count, _length - _position));
    }

    private byte? Peek()
    {
        if (_position == _length)
        {
            _buffer = _buffer.Length == BufferSize ? _buffer : new byte[BufferSize];
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
        _column = value == '\n' ? 0 : _column + 1;
        return value;
    }
}
