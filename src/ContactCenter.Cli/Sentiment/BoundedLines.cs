using System.Text;

namespace ContactCenter.Cli.Sentiment;

/// <summary>Lines of an input of which nobody knows how long they are.</summary>
internal static class BoundedLines
{
    /// <summary>Reads lines, of each at most so many characters; the rest of a longer line is passed over.</summary>
    public static IEnumerable<string> Read(TextReader input, int most)
    {
        var buffer = new char[16 * 1024];
        var line = new StringBuilder();
        var hasLine = false;
        var wasReturn = false;
        while (input.Read(buffer) is var read and > 0)
        {
            var start = 0;
            for (var i = 0; i < read; i++)
            {
                var isEnd = buffer[i] is '\n' or '\r';
                if (isEnd)
                {
                    if (buffer[i] == '\r' || !wasReturn)
                    {
                        Take(line, buffer.AsSpan(start..i), most);
                        yield return line.ToString();
                        _ = line.Clear();
                    }

                    start = i + 1;
                    hasLine = false;
                }
                else
                {
                    hasLine = true;
                }

                wasReturn = buffer[i] == '\r';
            }

            Take(line, buffer.AsSpan(start, read - start), most);
        }

        if (hasLine)
        {
            yield return line.ToString();
        }
    }

    private static void Take(StringBuilder line, ReadOnlySpan<char> piece, int most) => line.Append(piece[..Math.Min(piece.Length, most - line.Length)]);
}
