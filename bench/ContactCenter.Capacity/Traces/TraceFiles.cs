namespace ContactCenter.Capacity.Traces;

/// <summary>Reads traces: one count per line and second, or CSV of time and count; plain or gzip.</summary>
public static class TraceFiles
{
    // Longer steps between two lines of a CSV are times without data (a closed night), not one long bin.
    private const int MaximumBin = 3600;
    private const int UsualBin = 300;
    private const int MaximumSeconds = 400 * 24 * 3600;
    private const int MinimumSeconds = 60;

    /// <summary>Calls of a bank by five minutes: each call costs some reads and writes. Second 0 is midnight.</summary>
    public static Trace Bank(string folder, int scale, int days, int seed)
    {
        var path = Path.Combine(folder, "bank-calls-5min.csv");
        var bins = Bins(path);
        var start = new DateTimeOffset(bins[0].At!.Value.UtcDateTime.Date, TimeSpan.Zero);
        var calls = Spread(path, bins, start, days * 24 * 3600, scale, seed);
        return new Trace($"bank-x{scale}", [.. calls.Select(c => c * 6)], [.. calls.Select(c => c * 4)]) { Start = start };
    }

    /// <summary>
    /// Requests per second to a web server: each request costs <paramref name="scale"/> reads, each fourth as many writes.
    /// </summary>
    public static Trace Nasa(string folder, int scale, int days)
    {
        var counts = Bins(Path.Combine(folder, "nasa-1995-requests-per-second.txt.gz"), days * 86_400)
            .Select(bin => (int)bin.Count)
            .ToArray();
        return new Trace($"nasa-x{scale}", [.. counts.Select(c => c * scale)], [.. counts.Select((c, i) => i % 4 == 0 ? c * scale : 0)]);
    }

    /// <summary>
    /// Any other file; each count costs a read and a write. Counts by the second are taken as they are, longer bins are spread at random.
    /// </summary>
    /// <exception cref="FormatException">The file cannot be read as a trace; the message has the line, what was found and what would be
    /// right.</exception>
    public static Trace Any(string path, int seed)
    {
        var bins = Bins(path);
        if (bins[0].At is not { } first)
        {
            var counts = bins.Select(bin => (int)Math.Round(bin.Count)).ToArray();
            return new Trace(Name(path), Long(path, counts), counts);
        }

        // Metrics are by the minute of the clock, so the trace begins with one.
        var start = new DateTimeOffset(first.Ticks - (first.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var spread = Long(path, Spread(path, bins, start, MaximumSeconds, 1, seed));
        return new Trace(Name(path), spread, spread) { Start = start };
    }

    private static string Name(string path)
    {
        var name = Path.GetFileName(path);
        name = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return Path.GetFileNameWithoutExtension(name) is { Length: > 0 } without ? without : name;
    }

    private static int[] Long(string path, int[] counts) => counts.Length >= MinimumSeconds
        ? counts
        : throw new FormatException($"{path}: found {counts.Length} seconds; at least {MinimumSeconds} would be right.");

    private static List<TraceBin> Bins(string path, int maximum = int.MaxValue)
    {
        var bins = new List<TraceBin>();
        var isFirst = true;
        foreach (var (number, text) in TraceLines.Of(path))
        {
            if (TraceBin.Read(path, number, text, isFirst) is { } bin)
            {
                if (bins.Count > 0)
                {
                    Check(path, bins[^1], bin);
                }

                bins.Add(bin);
            }

            isFirst = false;
            if (bins.Count == maximum)
            {
                break;
            }

            if (bins.Count > MaximumSeconds)
            {
                throw TooLong(path, number);
            }
        }

        return bins.Count > 0
            ? bins
            : throw new FormatException($"{path}: found no counts; one count per line, or time,count, would be right.");
    }

    private static void Check(string path, TraceBin before, TraceBin bin)
    {
        if (before.At is null != bin.At is null)
        {
            throw new FormatException(
                $"{path}, line {bin.Number}: found {(bin.At is null ? "a count without a time" : "a time")}; the lines above have "
                    + $"{(bin.At is null ? "one" : "none")}.");
        }

        if (bin.At <= before.At)
        {
            throw new FormatException(
                $"{path}, line {bin.Number}: found {bin.At:O}; a time later than that of line {before.Number} would be right.");
        }
    }

    private static FormatException TooLong(string path, int number) =>
        new($"{path}, line {number}: found more than {MaximumSeconds / 86_400} days; a shorter trace would be right.");

    // A bin lasts as long as most do, and never into the next; what is missing in between is idle.
    private static int[] Spread(string path, List<TraceBin> bins, DateTimeOffset start, int maximum, int scale, int seed)
    {
        var step = Step(bins);
        var seconds = (bins[^1].At!.Value - start).TotalSeconds + step;
        if (maximum == MaximumSeconds && seconds > MaximumSeconds)
        {
            throw TooLong(path, bins[^1].Number);
        }

        var counts = new int[(int)Math.Min(maximum, Math.Ceiling(seconds))];
        var random = new Random(seed);
        for (var i = 0; i < bins.Count; i++)
        {
            var from = (int)(bins[i].At!.Value - start).TotalSeconds;
            var length = Math.Max(
                1, i + 1 < bins.Count ? (int)Math.Min(step, (bins[i + 1].At!.Value - bins[i].At!.Value).TotalSeconds) : step);
            for (var second = from; second < Math.Min(from + length, counts.Length); second++)
            {
                counts[second] = length == 1
                    ? (int)Math.Round(bins[i].Count * scale)
                    : Arrivals.Poisson(random, bins[i].Count * scale / length);
            }
        }

        return counts;
    }

    private static int Step(List<TraceBin> bins)
    {
        var steps = bins.Zip(bins.Skip(1), (bin, next) => (next.At!.Value - bin.At!.Value).TotalSeconds)
            .Where(s => s <= MaximumBin)
            .Order()
            .ToArray();
        return steps.Length == 0 ? UsualBin : Math.Max(1, (int)steps[(steps.Length - 1) / 2]);
    }
}
