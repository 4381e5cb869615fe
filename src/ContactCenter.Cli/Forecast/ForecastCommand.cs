using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Forecasting.Volume;
using ContactCenter.Plots;

namespace ContactCenter.Cli.Forecast;

/// <summary><c>contactcenter forecast</c>: the contacts of the next days.</summary>
internal static class ForecastCommand
{
    /// <summary>Days of the last weeks that the plot shows before the forecast.</summary>
    private const int DaysShown = 14;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = Say.ArgumentCounts };
        var asked = new AskedForecast();
        var json = new Option<bool>("--json") { Description = Say.OptionJsonForecast };
        var plot = new Option<string?>("--plot") { Description = Say.OptionPlot };
        var command = new Command("forecast", Say.HelpForecast) { file, json, plot };
        asked.AddTo(command);
        command.SetAction(parsed => Run(asked.Of(parsed, parsed.GetRequiredValue(file)), parsed.GetValue(json), parsed.GetValue(plot)));
        return command;
    }

    private static int Run(ForecastInput? input, bool asJson, string? plot)
    {
        if (input is null || (plot is not null && OutputFile.Problem(plot) is { } problem && Told(problem)))
        {
            return ExitCode.Problems;
        }

        var forecast = VolumeForecast.Of(input.History, input.Days);
        if (asJson)
        {
            foreach (var line in forecast.Days.SelectMany(day => day.Slots.Select((slot, i) => Line(day.Day, i, slot, forecast))))
            {
                Console.WriteLine(JsonSerializer.Serialize(line, ForecastJson.Default.ForecastLine));
            }
        }
        else
        {
            Console.WriteLine(Say.ForecastBasedOn($"{forecast.BasedOnDays}"));
            foreach (var day in forecast.Days)
            {
                var busiest = day.Slots.Index().MaxBy(static slot => slot.Item.Expected);
                Console.WriteLine(Say.ForecastDay(
                    Spoken.Now.Date(day.Day, "ddd dd MMM"),
                    Whole(day.Slots.Sum(static slot => slot.Expected)),
                    HalfHourCounts.Begin(day.Day, busiest.Index).ToString("HH:mm", CultureInfo.InvariantCulture),
                    Whole(busiest.Item.Low90),
                    Whole(busiest.Item.High90)));
            }
        }

        return plot is null || OutputFile.TryWrite(plot, Encoding.UTF8.GetBytes(Plot(input, forecast))) ? ExitCode.Done : ExitCode.Problems;
    }

    private static ForecastLine Line(DateOnly day, int slot, ForecastSlot its, VolumeForecast forecast) => new(
        HalfHourCounts.Begin(day, slot).DateTime,
        Math.Round(its.Expected, 1),
        Math.Round(its.Low90, 1),
        Math.Round(its.High90, 1),
        Math.Round(its.Low50, 1),
        Math.Round(its.High50, 1),
        forecast.BasedOnDays);

    private static string Plot(ForecastInput input, VolumeForecast forecast)
    {
        var first = Math.Max(0, input.History.Days.Count - DaysShown);
        var came = Enumerable.Range(first, input.History.Days.Count - first).SelectMany(i =>
            input.History.Counted(i).Select((value, slot) => new PlotPoint(HalfHourCounts.Begin(input.History.Days[i], slot), value)));
        var expected = forecast.Days.SelectMany(static day =>
            day.Slots.Select((slot, i) => new PlotPoint(HalfHourCounts.Begin(day.Day, i), slot.Expected)));
        return new LinePlot(
            new PlotFrame("forecast", Say.ForecastTitle, Say.ForecastBasedOn($"{forecast.BasedOnDays}")) { Width = 1200, Height = 320 },
            Say.ForecastUnit,
            TimeZoneInfo.Utc,
            [new PlotSeries(Say.ForecastCame, [.. came]), new PlotSeries(Say.ForecastExpected, [.. expected])])
        {
            Band =
            [
                .. forecast.Days.SelectMany(static day => day.Slots.Select((slot, i) => new BandPoint(
                    HalfHourCounts.Begin(day.Day, i), slot.Low90, slot.High90))),
            ],
        }.ToSvg();
    }

    internal static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    internal static bool Told(string problem)
    {
        Console.Error.WriteLine(problem);
        return true;
    }
}
