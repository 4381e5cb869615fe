using System.Globalization;

namespace ContactCenter.Routing;

/// <summary>Calls by five minutes.</summary>
/// <param name="Bins">Start and count of each, in order of time; nights are missing.</param>
internal sealed record CallTrace(IReadOnlyList<(DateTimeOffset Start, double Calls)> Bins)
{
    public const int BinSeconds = 300;

    /// <summary>Reads the first days of a CSV of time and count.</summary>
    /// <exception cref="FormatException">A line is neither of both.</exception>
    public static CallTrace Read(string path, int days)
    {
        var bins = new List<(DateTimeOffset Start, double Calls)>();
        foreach (var (i, line) in File.ReadLines(path).Index().Skip(1).Where(static entry => entry.Item.Length > 0))
        {
            var parts = line.Split(',');
            if (parts.Length != 2
                || !DateTimeOffset.TryParse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
                || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var calls)
                || calls is not (>= 0 and <= 1e6))
            {
                throw new FormatException($"{path}, line {i + 1}: expected a time such as 2003-03-03T07:00:00Z, a comma, and a count");
            }

            if (bins.Count > 0 && start >= bins[0].Start.AddDays(days))
            {
                break;
            }

            bins.Add((start, calls));
        }

        return bins.Count > 0
            ? new CallTrace(bins)
            : throw new FormatException($"{path} has no lines of data; expected a heading and lines such as 2003-03-03T07:00:00Z,111");
    }
}
