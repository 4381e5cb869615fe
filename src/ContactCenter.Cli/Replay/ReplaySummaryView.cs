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
        Say.CameTo,
        .. Overview(summary, hours),
        .. Largest(summary, hours),
        .. People(summary),
        .. Nights(summary),
    ];

    /// <summary>From when until when, on the wall.</summary>
    public static string Period(ReplaySummary summary, NightHours hours) => summary is { From: { } from, To: { } to }
        ? Say.PeriodOf(Text(hours.Local(from), "ddd d MMM yyyy HH:mm"), Text(hours.Local(to), "ddd d MMM yyyy HH:mm"), summary.TimeZone)
        : Say.NothingWasDecided;

    /// <summary>How many of which severity.</summary>
    public static string Severities(ReplaySummary summary) => string.Join(
        ", ", summary.IncidentsBySeverity.Where(static pair => pair.Value > 0).Select(static pair => $"{pair.Value} {pair.Key}"));

    /// <summary>What of the recording is not in it, each with what can be done about it.</summary>
    public static IEnumerable<(string What, string Text)> Left(ReplaySummary summary)
    {
        if (summary.Refused > 0)
        {
            yield return (Say.LeftRefused, Say.LeftUnread(Count(summary.Refused, Say.OneInput, Say.ManyInputs)));
        }

        if (summary.PassedOver.Count > 0)
        {
            yield return (Say.LeftPassedOver,
                Say.LeftNoChange(string.Join(", ", summary.PassedOver.Select(static pair => $"{pair.Value} {pair.Key}"))));
        }

        if (summary.AlarmsNotDescribed > 0)
        {
            yield return (Say.LeftNames,
                Say.LeftUndescribed(
                    Count(summary.AlarmsNotDescribed, Say.OneAlarm, Say.ManyAlarms), CleanText.Line(summary.NotDescribed[0], 40)));
        }
    }

    /// <summary>A number with its thing.</summary>
    public static string Count(int number, string one, Func<string, string> many) => Counted.Of(number, one, many, "#,##0");

    /// <summary>A night by its two days.</summary>
    public static string Night(DateOnly night) => Say.NightOf(Text(night, "ddd d MMM"), Text(night.AddDays(1), "ddd d MMM"));

    /// <summary>A time in the words of the language.</summary>
    public static string Text(IFormattable value, string format) => Spoken.Now.Date(value, format);

    /// <summary>What is wrong where.</summary>
    public static string Words(ReplayedIncident incident) => $"{Spoken.Now.Of(incident.Subject)}: {Spoken.Now.Of(incident.Symptom)}";

    private static IEnumerable<string> Overview(ReplaySummary summary, NightHours hours)
    {
        var count = $"{summary.Incidents:#,##0}";
        var incidents = summary.Incidents == 0 ? Say.SummaryNone
            : summary.StillActive == 0 ? Say.IncidentsOf(count, Severities(summary))
            : Say.IncidentsNotOver(count, Severities(summary), $"{summary.StillActive}");
        var night = summary.MessagesByPerson.Sum(static person => person.AtNight);
        (string What, string Text)[] rows =
        [
            (Say.RowRecorded, Period(summary, hours)),
            (Say.SummaryAlarms, summary.TurnedRed == 0 ? Say.NoneTurnedRed
                : Say.AlarmsTurnedRed(
                    Count(summary.Alarms, Say.OneAlarm, Say.ManyAlarms), Count(summary.TurnedRed, Say.OneTime, Say.ManyTimes))),
            (Say.SummaryIncidents, incidents),
            (Say.SummaryMessages, summary.Messages == 0 ? Say.SummaryNone
                : Say.MessagesAtNight($"{summary.Messages:#,##0}", $"{night:#,##0}", NightHours.Words)),
            (Say.RowRepairs, summary.Repairs == 0 ? Say.NoneAskedFor : Say.AskedFor($"{summary.Repairs:#,##0}")),
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
        yield return Say.OneInsteadOfMany;
        yield return $"  {Say.LargestHead}";
        foreach (var incident in summary.LargestIncidents.Take(MaximumRows))
        {
            var row = $"  {incident.TurnedRed,5} {incident.Alarms,7} {incident.Messages,6}  "
                + $"{Text(hours.Local(incident.OpenedAt), "d MMM HH:mm"),-12}  {incident.Severity} ";
            foreach (var line in Beside(row, CleanText.Line(Words(incident), 200)))
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
        yield return $"{Say.PeopleHead,-NameWidth} {Say.PeopleColumns}";
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
            yield return $"  {Say.PeopleFoot}";
        }
    }

    private static IEnumerable<string> Nights(ReplaySummary summary)
    {
        if (summary.Nights.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return Say.NightsHead;
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
        number > MaximumRows ? [Say.MoreRows($"{number - MaximumRows}")] : [];

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
