using System.Globalization;
using System.IO.Compression;

namespace ContactCenter.Capacity.Traces;

/// <summary>
/// Reads a trace: one count per line and second, or CSV of time and count (the counts are spread over the time to the next line);
/// plain or gzip.
/// </summary>
public static class TraceFiles
{
    // Longer gaps between two lines of a CSV are times without data (a closed night), not one long bin.
    private const int LongestBin = 3600;
    private const int MostSeconds = 400 * 24 * 3600;

    /// <summary>Calls of a bank by five minutes: each call costs some reads and writes.</summary>
    public static Trace Bank(string folder, int scale, int days, int seed) =>
        FromBins(Path.Combine(folder, "bank-calls-5min.csv"), $"bank-x{scale}", scale, readsPerCount: 6, writesPerCount: 4, days, seed);

    /// <summary>Requests per second to a web server: each request costs <paramref name="scale"/> reads, each fourth as many writes.</summary>
    public static Trace Nasa(string folder, int scale, int days)
    {
        var counts = Lines(Path.Combine(folder, "nasa-1995-requests-per-second.txt.gz")).Take(days * 86_400)
            .Select(l => int.Parse(l, CultureInfo.InvariantCulture)).ToArray();
        return new Trace($"nasa-x{scale}", [.. counts.Select(c => c * scale)], [.. counts.Select((c, i) => i % 4 == 0 ? c * scale : 0)]);
    }

    /// <summary>Any other file.</summary>
    /// <exception cref="FormatException">A line that is neither a count nor "time,count".</exception>
    public static Trace Any(string path, int seed)
    {
        var name = Path.GetFileName(path).Split('.')[0];
        if (Lines(path).Skip(1).FirstOrDefault()?.Contains(',', StringComparison.Ordinal) ?? false)
        {
            return FromBins(path, name, 1, 1, 1, int.MaxValue, seed);
        }

        var counts = Lines(path).Select((line, i) => Count(line, i + 1, path)).Take(MostSeconds).ToArray();
        return counts.Length > 0
            ? new Trace(name, [.. counts.Select(c => (int)c)], [.. counts.Select(c => (int)c)])
            : throw new FormatException($"{path} is empty; one count per line, or time,count, would be right.");
    }

    private static Trace FromBins(string path, string name, int scale, int readsPerCount, int writesPerCount, int days, int seed)
    {
        var bins = Lines(path).Skip(1).Select((line, i) => Bin(line, i + 2, path)).ToList();
        if (bins.Count < 2)
        {
            throw new FormatException($"{path} has {bins.Count} lines of data; at least two would be right.");
        }

        var start = new DateTimeOffset(bins[0].At.UtcDateTime.Date, TimeSpan.Zero);
        var end = days == int.MaxValue ? bins[^1].At.AddSeconds(300) : start.AddDays(days);
        var seconds = (int)Math.Min(MostSeconds, Math.Min((end - start).TotalSeconds, (bins[^1].At - start).TotalSeconds + 300));
        var calls = new int[seconds];
        var random = new Random(seed);
        var length = 300;
        for (var i = 0; i < bins.Count; i++)
        {
            var from = (int)(bins[i].At - start).TotalSeconds;
            if (i + 1 < bins.Count)
            {
                var gap = (int)(bins[i + 1].At - bins[i].At).TotalSeconds;
                length = gap is > 0 and <= LongestBin ? gap : length;
            }

            for (var second = from; second < Math.Min(from + length, seconds); second++)
            {
                calls[second] = Arrivals.Poisson(random, bins[i].Count * scale / length);
            }
        }

        return new Trace(name, [.. calls.Select(c => c * readsPerCount)], [.. calls.Select(c => c * writesPerCount)]) { Start = start };
    }

    private static (DateTimeOffset At, double Count) Bin(string line, int number, string path)
    {
        var parts = line.Split(',');
        if (parts.Length == 2)
        {
            if (DateTimeOffset.TryParse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                return (at, Count(parts[1], number, path));
            }

            if (double.TryParse(parts[0], CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) && Math.Abs(seconds) < 4e9)
            {
                return (DateTimeOffset.UnixEpoch.AddSeconds(seconds), Count(parts[1], number, path));
            }
        }

        throw new FormatException($"{path}, line {number}: found \"{Short(line)}\"; an ISO 8601 time (or seconds), a comma and a count would be right.");
    }

    private static double Count(string text, int number, string path) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var count) && count is >= 0 and <= 1e7
            ? count
            : throw new FormatException($"{path}, line {number}: found \"{Short(text)}\"; a count between 0 and 10,000,000 would be right.");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
