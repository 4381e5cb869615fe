using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Core.Forecasting.Growth;

namespace ContactCenter.Cli.Forecast;

/// <summary><c>contactcenter growth</c>: whether a series grows beyond chance, and when it reaches a limit.</summary>
internal static class GrowthCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = Say.ArgumentSeries };
        var limit = new Option<double?>("--limit") { Description = Say.OptionLimit };
        var of = new Option<string>("--of") { Description = Say.OptionOfDay, DefaultValueFactory = _ => "mean" };
        of.AcceptOnlyFromAmong("mean", "sum", "maximum");
        var json = new Option<bool>("--json") { Description = Say.OptionJsonGrowth };
        var command = new Command("growth", Say.HelpGrowth) { file, limit, of, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file), parsed.GetValue(limit), parsed.GetRequiredValue(of), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string path, double? limit, string of, bool asJson)
    {
        if (SeriesFile.Read(path) is not { } rows)
        {
            return ExitCode.Problems;
        }

        var days = rows.Where(static row => double.IsFinite(row.Value))
            .GroupBy(static row => DateOnly.FromDateTime(row.At.DateTime))
            .Select(day => (day.Key, Of(of, day.Select(static row => row.Value))))
            .ToArray();
        if (GrowthTrend.Of(days) is not { } trend)
        {
            Console.Error.WriteLine(Say.GrowthTooShort(path, $"{days.Length}", $"{GrowthTrend.MinimumDays}"));
            return ExitCode.Problems;
        }

        var reach = limit is { } value ? trend.Until(value) : null;
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new GrowthLine(
                    trend.Days, trend.Level, trend.Slope, trend.LowSlope, trend.HighSlope, trend.Chance, trend.IsSignificant, reach?.Days,
                    reach?.Soonest, reach?.Latest),
                ForecastJson.Default.GrowthLine));
            return ExitCode.Done;
        }

        Console.WriteLine(trend.IsSignificant
            ? Say.GrowthFound(Number(trend.Slope), Number(trend.LowSlope), Number(trend.HighSlope), Number(trend.Level), $"{trend.Days}")
            : Say.GrowthNone($"{trend.Days}", Number(trend.Level)));
        if (limit is { } wanted)
        {
            Console.WriteLine(
                reach is null ? Say.GrowthNever(Number(wanted))
                : reach.Latest is { } latest
                    ? Say.GrowthReaches(Number(wanted), Whole(reach.Days), Whole(reach.Soonest), Whole(latest))
                    : Say.GrowthReachesPerhaps(Number(wanted), Whole(reach.Days), Whole(reach.Soonest)));
        }

        return ExitCode.Done;
    }

    private static double Of(string of, IEnumerable<double> values) => of switch
    {
        "sum" => values.Sum(),
        "maximum" => values.Max(),
        _ => values.Average(),
    };

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Whole(double days) => Math.Ceiling(days).ToString("0", CultureInfo.InvariantCulture);
}
