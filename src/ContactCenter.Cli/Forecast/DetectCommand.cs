using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Plots;

namespace ContactCenter.Cli.Forecast;

/// <summary><c>contactcenter detect</c>: which values of a series are unusual.</summary>
internal static class DetectCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = Say.ArgumentSeries };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonDetect };
        var plot = new Option<string?>("--plot") { Description = Say.OptionPlot };
        var command = new Command("detect", Say.HelpDetect) { file, json, plot };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.GetValue(plot)));
        return command;
    }

    private static int Run(string path, bool asJson, string? plot)
    {
        if (plot is not null && OutputFile.Problem(plot) is { } problem)
        {
            Console.Error.WriteLine(problem);
            return ExitCode.Problems;
        }

        if (SeriesFile.Read(path) is not { } rows)
        {
            return ExitCode.Problems;
        }

        var detector = new AnomalyDetector();
        var readings = new List<(SeriesRow Row, AnomalyReading Reading)>(rows.Count);
        foreach (var row in rows)
        {
            var reading = detector.Add(row.At, row.Value);
            readings.Add((row, reading));
            if (asJson)
            {
                Console.WriteLine(JsonSerializer.Serialize(Line(row, reading), ForecastJson.Default.DetectedLine));
            }
            else if (reading.IsAnnounced)
            {
                Console.WriteLine(Say.DetectedLineOf(
                    Spoken.Now.Date(row.At, "ddd dd MMM HH:mm"),
                    reading.Score.ToString("0.00", CultureInfo.InvariantCulture),
                    Spoken.Now.Of(AnomalySentence.Of(reading, row.At, row.Value)!)));
            }
        }

        if (!asJson)
        {
            Console.WriteLine(Summary(readings.Count(static one => one.Reading.IsAnnounced), rows.Count));
        }

        return plot is null || OutputFile.TryWrite(plot, Encoding.UTF8.GetBytes(Plot(readings))) ? ExitCode.Done : ExitCode.Problems;
    }

    private static DetectedLine Line(SeriesRow row, AnomalyReading reading) => new(
        row.At,
        double.IsNaN(row.Value) ? null : row.Value,
        Math.Round(reading.Score, 3),
        reading.IsAnnounced,
        Known(reading.Low),
        Known(reading.High),
        reading.Kind == AnomalyKind.None ? null : JsonNamingPolicy.CamelCase.ConvertName($"{reading.Kind}"),
        double.IsNaN(row.Value) ? null : AnomalySentence.Of(reading, row.At, row.Value));

    private static string Summary(int announced, int of) =>
        announced == 1 ? Say.DetectedOne($"{of}") : Say.DetectedMany($"{announced}", $"{of}");

    private static double? Known(double value) => double.IsFinite(value) ? Math.Round(value, 3) : null;

    private static string Plot(List<(SeriesRow Row, AnomalyReading Reading)> readings)
    {
        var announced = readings.Where(static one => one.Reading.IsAnnounced).ToList();
        return new LinePlot(
            new PlotFrame("detected", Say.DetectedTitle, Summary(announced.Count, readings.Count)) { Width = 1200, Height = 320 },
            "",
            TimeZoneInfo.Utc,
            [
                new PlotSeries(Say.DetectedValue, [
                    .. readings.Select(static one => new PlotPoint(one.Row.At, double.IsNaN(one.Row.Value) ? null : one.Row.Value)),
                ]),
            ])
        {
            Band = [.. readings.Select(static one => new BandPoint(one.Row.At, one.Reading.Low, one.Reading.High))],
            Events = [.. announced.Select(static one => one.Row.At)],
        }.ToSvg();
    }
}
