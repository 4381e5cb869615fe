using System.Globalization;
using ContactCenter.Core.Common;
using Spectre.Console;

namespace ContactCenter.Cli.Simulate;

/// <summary>The summary for people.</summary>
internal static class SummaryView
{
    private const int MaximumWidth = 100;

    public static void Write(IAnsiConsole console, SimulationSummary summary)
    {
        var grid = new Table().Border(TableBorder.Rounded)
            .Title(string.Create(
                CultureInfo.InvariantCulture, $"[bold]{summary.Scenario}[/], {summary.Hours:0.#} hours, seed {summary.Seed}"))
            .HideHeaders();
        grid.AddColumns("what", "how much");
        Row("customers served", $"{summary.Answered:#,##0}, {summary.ServiceLevel * 100:0} % of all in time");
        Row("gave up waiting", $"{summary.Abandoned:#,##0}");
        Row("turned away", $"{summary.Rejected:#,##0}");
        if (summary.LedAround > 0)
        {
            Row("led around what was broken", $"{summary.LedAround:#,##0} {(summary.LedAround == 1 ? "caller" : "callers")}");
        }

        Row("alarms", $"{summary.AlarmsTurnedRed} turned red, {Wording.Counted(summary.AlarmChanges, "change")}");
        Text(
            "incidents",
            string.Join(
                ", ",
                summary.IncidentsBySeverity.Where(pair => pair.Value > 0).Select(pair => $"{pair.Value} {pair.Key}").DefaultIfEmpty("none"))
                + (summary.StillActive > 0 ? $" ({summary.StillActive} not over yet)" : ""));
        Text("time to acknowledge", Minutes(summary.MinutesToAcknowledge));
        Text("time until all alarms were OK", Minutes(summary.MinutesToMitigate));
        Text(
            "messages",
            summary.MessagesByAddress.Count == 0
                ? "none"
                : string.Join(
                    "\n", summary.MessagesByAddress.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value,3}  {pair.Key}")));
        Text("repaired", summary.Repairs.Count == 0 ? "nothing" : string.Join("\n", summary.Repairs));
        // a file has lines of any length, but nobody reads sentences of 400 letters
        var width = console.Profile.Width;
        console.Profile.Width = Math.Min(width, MaximumWidth);
        console.WriteLine();
        console.Write(grid);
        console.Profile.Width = width;

        void Row(string what, FormattableString howMuch) => Text(what, howMuch.ToString(CultureInfo.InvariantCulture));

        void Text(string what, string howMuch) => grid.AddRow(Markup.Escape(what), Markup.Escape(howMuch));
    }

    private static string Minutes(double? minutes) =>
        minutes is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0.#} min (median)") : "-";
}
