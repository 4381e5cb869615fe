using System.CommandLine;
using System.Globalization;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Cli.Forecast;

/// <summary>What is forecast from.</summary>
internal sealed record ForecastInput(VolumeHistory History, IReadOnlyList<DateOnly> Days);

/// <summary>The options that every forecast has.</summary>
internal sealed class AskedForecast
{
    private const int MaximumDays = 60;
    private const int UsualDays = 14;

    private readonly Option<string?> _horizon = new("--horizon") { Description = Say.OptionHorizon };
    private readonly Option<string?> _zone = new("--time-zone") { Description = Say.OptionClockOfDays };
    private readonly Option<string[]> _closed = new("--closed") { Description = Say.OptionClosed, AllowMultipleArgumentsPerToken = true };

    public void AddTo(Command command)
    {
        command.Options.Add(_horizon);
        command.Options.Add(_closed);
        command.Options.Add(_zone);
    }

    /// <summary>What is asked for, or null after it was told why not.</summary>
    public ForecastInput? Of(ParseResult parsed, string path)
    {
        var horizon = parsed.GetValue(_horizon) ?? $"{UsualDays}d";
        if (!horizon.EndsWith('d') || !int.TryParse(horizon[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var ahead)
            || ahead is < 1 or > MaximumDays)
        {
            Console.Error.WriteLine(Say.HorizonWrong(horizon, $"{MaximumDays}"));
            return null;
        }

        var closed = new List<DateOnly>();
        foreach (var text in (parsed.GetValue(_closed) ?? []).SelectMany(static text => text.Split(',')))
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                Console.Error.WriteLine(Say.ClosedDayWrong(text));
                return null;
            }

            closed.Add(day);
        }

        TimeZoneInfo? zone = null;
        if (parsed.GetValue(_zone) is { } name && !TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone))
        {
            Console.Error.WriteLine(Say.ClockOfDaysWrong(name));
            return null;
        }

        if (SeriesFile.Read(path) is not { } rows)
        {
            return null;
        }

        var clocked = zone is null ? rows : [.. rows.Select(row => row with { At = TimeZoneInfo.ConvertTime(row.At, zone) })];
        var history = new VolumeHistory(HalfHourCounts.Of(clocked), closed);
        if (history.Days.Count == 0)
        {
            Console.Error.WriteLine(Say.NothingCounted(path));
            return null;
        }

        return new(history, history.Next(ahead));
    }
}
