using System.CommandLine;

namespace ContactCenter.Forecasting;

/// <summary>
/// Forecasts and anomaly detectors side by side on the same series, each seeing only what was before.
/// <c>dotnet run -c Release --project bench/ContactCenter.Forecasting -- anomalies FOLDER</c>,
/// <c>… -- calls bank-calls-5min.csv</c>
/// </summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        var folder = new Argument<string>("folder")
        {
            Description = "Folder of the Numenta Anomaly Benchmark: windows.json or combined_windows.json, and the series.",
        };
        var anomalies = new Command("anomalies", "Detectors on the Numenta Anomaly Benchmark.") { folder };
        anomalies.SetAction(parsed => NabBenchmark.Run(parsed.GetRequiredValue(folder), Console.Out));

        var file = new Argument<string>("file") { Description = "Calls per five minutes: start_utc,calls." };
        var calls = new Command("calls", "Forecasts of calls, one to five days ahead.") { file };
        calls.SetAction(parsed => CallsBenchmark.Run(parsed.GetRequiredValue(file), Console.Out));
        return new RootCommand("Forecasts and anomaly detectors side by side on the same series.") { anomalies, calls }
            .Parse(arguments)
            .InvokeAsync();
    }
}
