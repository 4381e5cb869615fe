using System.Text;

namespace ContactCenter.Cli.Sentiment;

/// <summary>Lines of an input of which nobody knows how long they are.</summary>
internal static class BoundedLines
{
    /// <summary>
    /// Reads lines, of each at most so many characters; the rest of a longer line is passed over. A line is given as soon as it ends.
    /// </summary>
    public static IEnumerable<string> Read(TextReader input, int maximum)
    {
        var line = new StringBuilder();
        var hasLine = false;
        var wasReturn = false;

        // one by one: a terminal asked for more than a line waits until as much is typed
        while (input.Read() is var read and >= 0)
        {
            if (read is not ('\n' or '\r'))
            {
                hasLine = true;
                _ = line.Length < maximum ? line.Append((char)read) : line;
            }
            else if (read == '\r' || !wasReturn)
            {
                yield return line.ToString();
                _ = line.Clear();
                hasLine = false;
            }

            wasReturn = read == '\r';
        }

        if (hasLine)
        {
            yield return line.ToString();
        }
    }
}
