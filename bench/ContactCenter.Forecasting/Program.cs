using System.CommandLine;

namespace ContactCenter.Forecasting;

/// <summary>
/// Forecasts and anomaly detectors side by side on the same series, each seeing only what was before.
/// <c>dotnet run -c Release --project bench/ContactCenter.Forecasting -- anomalies FOLDER</c>,
/// <c>… -- calls bank-calls-5min.csv</c>, <c>… -- planted contactcenter.json --seeds 100</c>
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

        var config = new Argument<string>("config") { Description = "The center that is simulated: contactcenter.json." };
        var seeds = new Option<int>("--seeds") { Description = "Seeds of each scenario.", DefaultValueFactory = _ => 100 };
        var weeks = new Option<int>("--weeks") { Description = "Weeks that are learned before.", DefaultValueFactory = _ => 4 };
        var quiet = new Option<int>("--quiet") { Description = "Weeks in which nothing is planted.", DefaultValueFactory = _ => 100 };
        var pasts = new Option<int>("--pasts") { Description = "Pasts that seeds share, by turns.", DefaultValueFactory = _ => 5 };
        var planted = new Command("planted", "Faults planted in simulated centers: who tells first, and how often for nothing.")
        {
            config, seeds, weeks, quiet, pasts,
        };
        planted.SetAction(parsed => PlantedBenchmark.Run(
            parsed.GetRequiredValue(config),
            new(parsed.GetValue(seeds), parsed.GetValue(weeks), parsed.GetValue(quiet), parsed.GetValue(pasts)),
            Console.Out));
        return new RootCommand("Forecasts and anomaly detectors side by side on the same series.") { anomalies, calls, planted }
            .Parse(arguments)
            .InvokeAsync();
    }
}
