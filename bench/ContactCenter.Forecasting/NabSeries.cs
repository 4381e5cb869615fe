using System.Globalization;
using System.Text.Json;

namespace ContactCenter.Forecasting;

/// <summary>A series of the Numenta Anomaly Benchmark with its windows, which are first and last rows.</summary>
internal sealed record NabSeries(string Name, DateTimeOffset[] At, double[] Values, (int First, int Last)[] Windows)
{
    private const double ShareOfProbation = 0.15;
    private const int MaximumProbation = 750;
    private static readonly string[] Labels = ["windows.json", "combined_windows.json"];

    /// <summary>The first rows do not count.</summary>
    public int Probation { get; } = Math.Min((int)(ShareOfProbation * Values.Length), MaximumProbation);

    /// <summary>Folder of the benchmark.</summary>
    public string Folder { get; } = Name.Split('/')[0];

    /// <summary>All series of a folder that the labels name and that are there.</summary>
    /// <param name="root">The folder with <c>windows.json</c> or <c>combined_windows.json</c>.</param>
    public static NabSeries[] Read(string root)
    {
        var labels = Labels.Select(name => Path.Combine(root, name)).First(File.Exists);
        using var document = JsonDocument.Parse(File.ReadAllText(labels));
        return
        [
            .. document.RootElement.EnumerateObject()
                .Where(file => File.Exists(Path.Combine(root, file.Name)))
                .Select(file => Read(Path.Combine(root, file.Name), file.Name, file.Value)),
        ];
    }

    private static NabSeries Read(string path, string name, JsonElement windows)
    {
        string[][] rows = [.. File.ReadLines(path).Skip(1).Where(static line => line.Length > 0).Select(static line => line.Split(','))];
        DateTimeOffset[] at = [.. rows.Select(static row => Time(row[0]))];
        return new(
            name,
            at,
            [.. rows.Select(static row => double.Parse(row[1], CultureInfo.InvariantCulture))],
            [
                .. windows.EnumerateArray().Select(window => (
                    Array.FindIndex(at, time => time >= Time(window[0].GetString()!)),
                    Array.FindLastIndex(at, time => time <= Time(window[1].GetString()!)))),
            ]);
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
