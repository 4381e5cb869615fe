using System.CommandLine;
using System.Globalization;
using ContactCenter.Core.Forecasting.Agents;

namespace ContactCenter.Cli.Forecast;

/// <summary>The shifts that people can be asked to work, as the command line says them: <c>8h@06:00-13:00,4h</c>.</summary>
internal sealed class AskedShifts
{
    private const int MaximumPatterns = 20;
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    private readonly Option<string?> _shifts = new("--shifts") { Description = Say.OptionShifts };

    public void AddTo(Command command) => command.Options.Add(_shifts);

    /// <summary>The patterns; none where nobody asked. Null after it was told what is wrong.</summary>
    public IReadOnlyList<ShiftPattern>? Of(ParseResult parsed)
    {
        if (parsed.GetValue(_shifts) is not { } text)
        {
            return [];
        }

        ShiftPattern?[] patterns = [.. text.Split(',', StringSplitOptions.TrimEntries).Select(Pattern)];
        if (patterns.Length > MaximumPatterns || Array.Exists(patterns, static pattern => pattern is null))
        {
            Console.Error.WriteLine(Say.ShiftsWrong(text));
            return null;
        }

        return patterns!;
    }

    private static ShiftPattern? Pattern(string text)
    {
        var parts = text.Split('@');
        if (parts.Length > 2 || !parts[0].EndsWith('h')
            || !double.TryParse(parts[0][..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            || hours is < 0.5 or > 24 || hours * 2 % 1 != 0)
        {
            return null;
        }

        var slots = (int)(hours * 2);
        if (parts.Length == 1)
        {
            return new(slots, 0, HalfHourCounts.OfDay - 1);
        }

        return parts[1].Split('-') is [var first, var last] && Slot(first) is { } from && Slot(last) is { } to && from <= to
            ? new(slots, from, to)
            : null;
    }

    /// <summary>The half hour that begins at a time; null where none does.</summary>
    internal static int? Slot(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Minute % 30 == 0
            ? (int)(time.ToTimeSpan() / HalfHour)
            : null;
}
