using System.Globalization;

namespace ContactCenter.Capacity.Traces;

/// <summary>A line of a trace: how many, and from when on.</summary>
/// <param name="At">When the bin begins; null where each line is a second.</param>
/// <param name="Count">How many in the bin.</param>
/// <param name="Number">The line.</param>
public readonly record struct TraceBin(DateTimeOffset? At, double Count, int Number)
{
    private const double MaximumCount = 1e7;
    private const int ShownCharacters = 40;

    // From here on a number of seconds would be in the year 5138, and one of milliseconds is in 1973.
    private const double Milliseconds = 1e11;
    private const double LatestSeconds = 4e9;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads a line; null when it is the header, which only the first can be.</summary>
    /// <exception cref="FormatException">Neither a count nor a time and a count.</exception>
    public static TraceBin? Read(string path, int number, string text, bool mayBeHeader)
    {
        var parts = text.Split(Separators, StringSplitOptions.TrimEntries);
        if (mayBeHeader && !double.TryParse(parts[^1], CultureInfo.InvariantCulture, out _) && parts.All(IsTitle))
        {
            return null;
        }

        return parts switch
        {
            [var count] => new TraceBin(null, Parse(path, number, count), number),
            [var at, var count] when Time(at.Trim('"')) is { } time => new TraceBin(time, Parse(path, number, count.Trim('"')), number),
            _ => throw new FormatException(
                $"{path}, line {number}: found \"{Shown(text)}\"; one count, or a time (ISO 8601, or seconds since 1970), a comma "
                    + "and a count would be right."),
        };
    }

    private static bool IsTitle(string part) => part.Any(char.IsLetter) && !part.Any(char.IsControl);

    private static double Parse(string path, int number, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count is >= 0 and <= MaximumCount
            ? count
            : throw new FormatException(
                $"{path}, line {number}: found \"{Shown(text)}\"; a count between 0 and 10,000,000 would be right.");

    // A number first: "20260105" would otherwise be taken for a date.
    private static DateTimeOffset? Time(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? Math.Abs(seconds) >= Milliseconds && Math.Abs(seconds / 1000) <= LatestSeconds
                ? DateTimeOffset.UnixEpoch.AddMilliseconds(seconds)
                : Math.Abs(seconds) <= LatestSeconds ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
                : null
            : DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
                ? at
                : null;

    private static string Shown(string text)
    {
        var shown = text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "...";
        return string.Concat(shown.Select(character => char.IsControl(character) ? '?' : character));
    }
}
