using ContactCenter.Core.Common;
using Spectre.Console;

namespace ContactCenter.Cli.Simulate;

/// <summary>The summary for people.</summary>
internal static class SummaryView
{
    private const int MaximumWidth = 100;
    private const string Https = "https://";

    public static void Write(IAnsiConsole console, SimulationSummary summary)
    {
        var grid = new Table().Border(TableBorder.Rounded)
            .Title(Say.SummaryTitle($"[bold]{summary.Scenario}[/]", $"{summary.Hours:0.#}", $"{summary.Seed}"))
            .HideHeaders();
        grid.AddColumns("", "");
        Text(Say.SummaryServed, Say.SummaryInTime($"{summary.Answered:#,##0}", $"{Percentages.Rounded(summary.ServiceLevel * 100, 0):0}"));
        Text(Say.SummaryGaveUp, Spoken.Now.Number($"{summary.Abandoned:#,##0}"));
        Text(Say.SummaryTurnedAway, Spoken.Now.Number($"{summary.Rejected:#,##0}"));
        if (summary.LedAround > 0)
        {
            Text(Say.SummaryLedAround, Counted.Of(summary.LedAround, Say.OneCaller, Say.ManyCallers, "#,##0"));
        }

        Text(Say.SummaryAlarms, Say.SummaryTurnedRed(
            $"{summary.AlarmsTurnedRed}", Counted.Of(summary.AlarmChanges, Say.OneChange, Say.ManyChanges)));
        var incidents = string.Join(
            ", ",
            summary.IncidentsBySeverity.Where(pair => pair.Value > 0).Select(pair => $"{pair.Value} {pair.Key}")
                .DefaultIfEmpty(Say.SummaryNone));
        Text(Say.SummaryIncidents, summary.StillActive > 0 ? Say.SummaryNotOver(incidents, $"{summary.StillActive}") : incidents);
        Text(Say.SummaryAcknowledge, Minutes(summary.MinutesToAcknowledge));
        Text(Say.SummaryMitigate, Minutes(summary.MinutesToMitigate));
        if (summary.MinutesEarlier is { } earlier)
        {
            Text(
                Say.SummaryUnusual,
                earlier < 0 ? Say.SummaryUnusualLater($"{-earlier:0}") : Say.SummaryUnusualEarlier($"{earlier:0}"));
        }

        Text(Say.SummaryMessages,
            summary.MessagesByAddress.Count == 0
                ? Say.SummaryNone
                : string.Join("\n", summary.MessagesByAddress.OrderByDescending(static pair => pair.Value)
                    .Select(static pair => $"{pair.Value,3}  {Address(pair.Key)}")));
        var repairs = string.Join("\n", summary.Repairs.Select(Spoken.Now.Of).DefaultIfEmpty(Say.SummaryNothing));
        Text(Say.SummaryRepaired, repairs);
        // a file has lines of any length, but nobody reads sentences of 400 letters
        var width = console.Profile.Width;
        console.Profile.Width = Math.Min(width, MaximumWidth);
        console.WriteLine();
        console.Write(grid);
        console.Profile.Width = width;

        void Text(string what, string howMuch) => grid.AddRow(Markup.Escape(what), Markup.Escape(howMuch));
    }

    /// <summary>A webhook without its scheme, which every one has, so that a line of a small window holds it.</summary>
    private static string Address(string to) => to.StartsWith(Https, StringComparison.Ordinal) ? to[Https.Length..] : to;

    private static string Minutes(double? minutes) =>
        minutes is { } known ? Say.SummaryMedian($"{known:0.#}") : "-";
}
