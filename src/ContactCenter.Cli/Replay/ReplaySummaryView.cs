using System.Globalization;
using ContactCenter.Core.Common;
using Spectre.Console;

namespace ContactCenter.Cli.Replay;

/// <summary>The summary for people, in lines that fit a terminal of eighty columns.</summary>
internal static class ReplaySummaryView
{
    private const int Width = 79;
    private const int MaximumRows = 10;
    private const int NameWidth = 34;

    public static void Write(IAnsiConsole console, ReplaySummary summary, NightHours hours)
    {
        foreach (var line in Lines(summary, hours))
        {
            console.WriteLine(line);
        }
    }

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(ReplaySummary summary, NightHours hours) =>
    [
        "",
        "What it came to",
        .. Overview(summary, hours),
        .. Largest(summary, hours),
        .. People(summary),
        .. Nights(summary),
    ];

    /// <summary>From when until when, on the wall.</summary>
    public static string Period(ReplaySummary summary, NightHours hours) => summary is { From: { } from, To: { } to }
        ? $"{Text(hours.Local(from), "ddd d MMM yyyy HH:mm")} to {Text(hours.Local(to), "ddd d MMM yyyy HH:mm")}, {summary.TimeZone}"
        : "nothing was decided";

    /// <summary>How many of which severity.</summary>
    public static string Severities(ReplaySummary summary) => string.Join(
        ", ", summary.IncidentsBySeverity.Where(static pair => pair.Value > 0).Select(static pair => $"{pair.Value} {pair.Key}"));

    /// <summary>What of the recording is not in it, each with what can be done about it.</summary>
    public static IEnumerable<(string What, string Text)> Left(ReplaySummary summary)
    {
        if (summary.Refused > 0)
        {
            yield return ("refused", $"{Count(summary.Refused, "input")} that cannot be read");
        }

        if (summary.PassedOver.Count > 0)
        {
            yield return (
                "passed over",
                "no change of a state: " + string.Join(", ", summary.PassedOver.Select(static pair => $"{pair.Value} {pair.Key}")));
        }

        if (summary.AlarmsNotDescribed > 0)
        {
            yield return (
                "names only",
                $"{Count(summary.AlarmsNotDescribed, "alarm")}, such as {CleanText.Line(summary.NotDescribed[0], 40)}; "
                    + "more is known with: aws cloudwatch describe-alarms > alarms.json");
        }
    }

    /// <summary>A number with its thing.</summary>
    public static string Count(int number, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,##0} {one}{(number == 1 ? "" : "s")}");

    /// <summary>A night by its two days.</summary>
    public static string Night(DateOnly night) => $"{Text(night, "ddd d MMM")} to {Text(night.AddDays(1), "ddd d MMM")}";

    /// <summary>Invariant, as everything that is printed.</summary>
    public static string Text(IFormattable value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Overview(ReplaySummary summary, NightHours hours)
    {
        var incidents = summary.Incidents == 0 ? "none"
            : $"{summary.Incidents:#,##0}: {Severities(summary)}{(summary.StillActive > 0 ? $"; {summary.StillActive} not over" : "")}";
        var night = summary.MessagesByPerson.Sum(static person => person.AtNight);
        (string What, string Text)[] rows =
        [
            ("recorded", Period(summary, hours)),
            ("alarms", summary.TurnedRed == 0 ? "none turned red"
                : $"{Count(summary.Alarms, "alarm")} turned red, {Count(summary.TurnedRed, "time")} in all"),
            ("incidents", incidents),
            ("messages", summary.Messages == 0 ? "none" : $"{summary.Messages:#,##0}, {night:#,##0} of them at night ({NightHours.Words})"),
            ("repairs", summary.Repairs == 0 ? "none asked for" : $"{summary.Repairs:#,##0} asked for"),
            .. Left(summary),
        ];
        foreach (var (what, text) in rows)
        {
            foreach (var line in Beside($"  {what,-12} ", text))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Largest(ReplaySummary summary, NightHours hours)
    {
        if (summary.LargestIncidents.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return "One incident instead of many alarms";
        yield return "    red  alarms   told  began";
        foreach (var incident in summary.LargestIncidents.Take(MaximumRows))
        {
            var row = $"  {incident.TurnedRed,5} {incident.Alarms,7} {incident.Messages,6}  "
                + $"{Text(hours.Local(incident.OpenedAt), "d MMM HH:mm"),-12}  {incident.Severity} ";
            foreach (var line in Beside(row, CleanText.Line($"{incident.Subject}: {incident.Symptom}", 200)))
            {
                yield return line;
            }
        }

        foreach (var line in More(summary.LargestIncidents.Count))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> People(ReplaySummary summary)
    {
        if (summary.MessagesByPerson.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return $"{"Messages",-NameWidth}    all  night  week-end  unanswered  nights";
        foreach (var person in summary.MessagesByPerson.Take(MaximumRows))
        {
            var name = CleanText.Line($"{person.Person} ({string.Join(", ", person.Channels)})", NameWidth - 2);
            yield return $"  {name.PadRight(NameWidth - 2)} {person.Messages,6} {person.AtNight,6} {person.AtWeekends,9} "
                + $"{person.Unanswered,11} {person.Nights,7}";
        }

        foreach (var line in More(summary.MessagesByPerson.Count))
        {
            yield return line;
        }

        if (summary.MessagesByPerson.Any(static person => person.Unanswered > 0))
        {
            yield return "  unanswered: reminders and escalations; nobody acknowledges in a replay";
        }
    }

    private static IEnumerable<string> Nights(ReplaySummary summary)
    {
        if (summary.Nights.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return "Nights with messages, those with most first";
        foreach (var night in summary.Nights.OrderByDescending(static night => night.Messages).ThenBy(static night => night.Night)
            .Take(MaximumRows))
        {
            var row = $"  {Night(night.Night),-24} {night.Messages,4}  ";
            var people = string.Join(", ", night.MessagesByPerson.Select(static pair => $"{pair.Key} {pair.Value}"));
            foreach (var line in Beside(row, people))
            {
                yield return line;
            }
        }

        foreach (var line in More(summary.Nights.Count))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> More(int number) =>
        number > MaximumRows ? [$"  … and {number - MaximumRows} more; --html and --json list them"] : [];

    /// <summary>Words beside the begin of a row, on as many lines as they need.</summary>
    private static IEnumerable<string> Beside(string begin, string text) => Wrapped(text, Width - begin.Length)
        .Select((line, i) => (i == 0 ? begin : new string(' ', begin.Length)) + line);

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
