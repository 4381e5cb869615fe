using System.Globalization;
using ContactCenter.Core.Forecasting.Anomalies;

namespace ContactCenter.Forecasting;

/// <summary>Detectors on the Numenta Anomaly Benchmark, without looking ahead and with one threshold for all files.</summary>
internal static class NabBenchmark
{
    private const double Fixed = AnomalyDetector.Announced;
    private const int Draws = 4000;
    private const int MaximumSlope = 100;
    private const int StepOfSlope = 20;

    public static void Run(string root, TextWriter output)
    {
        var all = NabSeries.Read(root);
        string[] folders = [.. all.Select(static series => series.Folder).Distinct()];
        output.WriteLine(Text($"{all.Length} files, {all.Sum(static series => series.Windows.Length)} windows"));
        output.WriteLine();
        output.WriteLine(
            $"| detector | threshold | {string.Join(" | ", folders)} | all | at its best threshold | VUS-PR | detections in 1,000 rows |");
        output.WriteLine($"|---|---|{string.Concat(folders.Select(static _ => "---|"))}---|---|---|---|");
        foreach (var (name, detector) in new (string, Func<NabSeries, double[]>)[]
        {
            ("null", Baselines.Null),
            ("random", Baselines.Random),
            ("windowed Gaussian", Baselines.WindowedGaussian),
            ("seasonal naive", Baselines.SeasonalNaive),
            ("causal adaptive resonance alone", Detectors.CausalArt),
            ("this detector", Detectors.Ours),
        })
        {
            Row(name, all, [.. all.Select(detector)], folders, output);
        }

        LeaveOneOut(all, output);
        Time(all, output);
    }

    private static void Row(string name, NabSeries[] all, double[][] scores, string[] folders, TextWriter output)
    {
        var raw = all.Zip(scores, static (series, its) => NabScore.Raw(series, its, Fixed)).ToArray();
        var best = Enumerable.Range(1, 100).Select(step => step / 100.0)
            .Max(threshold => Score(all, [.. all.Zip(scores, (series, its) => NabScore.Raw(series, its, threshold))], static _ => true));
        var volumes = all.Zip(scores, static (series, its) => VusPr.Of(its, series.Windows, MaximumSlope, StepOfSlope))
            .Where(static volume => !double.IsNaN(volume));
        var rows = all.Zip(
            scores, static (series, its) => (Count: its.Skip(series.Probation).Count(static score => score >= Fixed), its.Length));
        var found = rows.Aggregate((Count: 0, Length: 0), static (sum, one) => (sum.Count + one.Count, sum.Length + one.Length));
        var byFolder = folders.Select(folder => all.Any(series => series.Folder == folder && series.Windows.Length > 0)
            ? Text($"{Score(all, raw, series => series.Folder == folder):0.0}")
            : "-");
        output.WriteLine(Text(
            $"| {name} | {Fixed} | {string.Join(" | ", byFolder)} | {Score(all, raw, static _ => true):0.0} | {best:0.0} | {volumes.Average():0.000} | {1000.0 * found.Count / found.Length:0.0} |"));
    }

    /// <summary>Each file with the settings that are best on all others, the threshold being the same for all.</summary>
    private static void LeaveOneOut(NabSeries[] all, TextWriter output)
    {
        var choices = Detectors.Choices().ToArray();
        var raw = new double[choices.Length][];
        for (var i = 0; i < choices.Length; i++)
        {
            raw[i] = [.. all.Select(series => NabScore.Raw(series, Detectors.With(choices[i].Settings, series), Fixed))];
        }

        var left = new double[all.Length];
        var taken = new Dictionary<string, int>();
        for (var file = 0; file < all.Length; file++)
        {
            var best = Enumerable.Range(0, choices.Length).MaxBy(i => raw[i].Sum() - raw[i][file]);
            left[file] = raw[best][file];
            taken[choices[best].Name] = taken.GetValueOrDefault(choices[best].Name) + 1;
        }

        output.WriteLine();
        output.WriteLine(Text($"Leave one file out, {choices.Length} settings, threshold {Fixed}:"));
        foreach (var folder in all.Select(static series => series.Folder).Distinct().Select(static name => (string?)name).Append(null))
        {
            bool Of(NabSeries series) => folder is null || series.Folder == folder;
            if (all.Any(series => Of(series) && series.Windows.Length > 0))
            {
                var (low, high, deviation) = Bootstrap(all, left, Of);
                output.WriteLine(Text(
                    $"  {folder ?? "all"}: {Score(all, left, Of):0.0} (90 % of draws of files: {low:0.0} to {high:0.0}, deviation {deviation:0.0})"));
            }
        }

        var means = raw.Select(its => Score(all, its, static _ => true)).Order().ToArray();
        output.WriteLine(Text($"  all settings: {means[0]:0.0} to {means[^1]:0.0}, {means.Average():0.0} in the mean; taken:"));
        foreach (var (name, files) in taken)
        {
            output.WriteLine($"    {name} ({files} files)");
        }
    }

    private static (double Low, double High, double Deviation) Bootstrap(NabSeries[] all, double[] raw, Func<NabSeries, bool> isOf)
    {
        int[] files = [.. Enumerable.Range(0, all.Length).Where(i => isOf(all[i]))];
        var random = new Random(1);
        var draws = new List<double>();
        while (draws.Count < Draws)
        {
            int[] drawn = [.. files.Select(_ => files[random.Next(files.Length)])];
            var windows = drawn.Sum(i => all[i].Windows.Length);
            if (windows > 0)
            {
                draws.Add(NabScore.Normalized(drawn.Sum(i => raw[i]), windows));
            }
        }

        draws.Sort();
        var mean = draws.Average();
        return (draws[Draws / 20], draws[Draws - (Draws / 20)], Math.Sqrt(draws.Average(draw => (draw - mean) * (draw - mean))));
    }

    private static void Time(NabSeries[] all, TextWriter output)
    {
        foreach (var series in all)
        {
            _ = Detectors.Ours(series);
        }

        var detectors = all.Select(static _ => new AnomalyDetector()).ToArray();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < all.Length; i++)
        {
            var (series, detector) = (all[i], detectors[i]);
            for (var row = 0; row < series.Values.Length; row++)
            {
                _ = detector.Add(series.At[row], series.Values[row]);
            }
        }

        var elapsed = Environment.CpuUsage.TotalTime - start;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        var state = new byte[AnomalyDetector.MaximumStateBytes];
        var rows = all.Sum(static series => series.Values.Length);
        output.WriteLine();
        output.WriteLine(Text(
            $"{elapsed.TotalMicroseconds / rows:0.00} µs of a processor and {(double)bytes / rows:0.00} bytes allocated for a value; the longest state has {detectors.Max(detector => detector.Save(state))} bytes"));
    }

    private static double Score(NabSeries[] all, double[] raw, Func<NabSeries, bool> isOf)
    {
        var files = all.Index().Where(file => isOf(file.Item)).ToArray();
        return NabScore.Normalized(files.Sum(file => raw[file.Index]), files.Sum(static file => file.Item.Windows.Length));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
