using System.Text;

namespace ContactCenter.Cli.Replay;

/// <summary>
/// The lists in what CloudWatch answers to <c>describe-alarm-history</c> and <c>describe-alarms</c>. The AWS CLI prints one answer for all
/// pages, far larger than a message may be, so their elements are read one by one.
/// </summary>
internal static class AnswerLists
{
    /// <summary>Changes of alarms.</summary>
    public const string History = "AlarmHistoryItems";

    /// <summary>Alarms, by kind.</summary>
    public static readonly string[] Alarms = ["MetricAlarms", "CompositeAlarms"];

    private static readonly (string Name, byte[] Utf8)[] Names =
        [.. Alarms.Prepend(History).Select(static name => (name, Encoding.UTF8.GetBytes($"\"{name}\"")))];

    /// <summary>The list that begins here, with its name; null when there is none.</summary>
    /// <param name="bytes">What begins with white space or a name.</param>
    /// <param name="length">How many bytes there are up to the bracket, the bracket included.</param>
    public static string? Open(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        var start = Blanks(bytes);
        foreach (var (name, utf8) in Names)
        {
            if (!bytes[start..].StartsWith(utf8))
            {
                continue;
            }

            var colon = start + utf8.Length;
            colon += Blanks(bytes[colon..]);
            if (colon == bytes.Length || bytes[colon] != ':')
            {
                return null;
            }

            var bracket = colon + 1 + Blanks(bytes[(colon + 1)..]);
            length = bracket + 1;
            return bracket < bytes.Length && bytes[bracket] == '[' ? name : null;
        }

        return null;
    }

    private static int Blanks(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(" \t\r\n"u8) is >= 0 and var first ? first : bytes.Length;
}
