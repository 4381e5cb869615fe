using System.Globalization;
using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using Spectre.Console;

namespace ContactCenter.Cli.Simulate;

/// <summary>A queue as the screen shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Waiting">Callers who wait.</param>
/// <param name="Longest">How long the first of them has waited.</param>
/// <param name="InTime">Share of callers who were answered in time, 0 to 1.</param>
/// <param name="GaveUp">Callers who gave up so far.</param>
internal sealed record QueueRow(string Name, int Waiting, TimeSpan Longest, double InTime, long GaveUp);

/// <summary>An incident as the screen shows it.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="What">What is wrong, in a sentence.</param>
/// <param name="State">Where it stands.</param>
/// <param name="By">Who has taken it, or nothing.</param>
internal sealed record IncidentRow(Severity Severity, string Id, string What, IncidentState State, string By);

/// <summary>What is on the screen.</summary>
/// <param name="Headline">Lines that begin it, as markup: what is played, and how it stands.</param>
/// <param name="Queues">The queues in the order of the configuration.</param>
/// <param name="Incidents">The incidents, those that matter most first.</param>
/// <param name="Timeline">What happened, the newest last; what follows from a line is indented below it.</param>
internal sealed record LiveFrame(
    IReadOnlyList<string> Headline, IReadOnlyList<QueueRow> Queues, IReadOnlyList<IncidentRow> Incidents, IReadOnlyList<string> Timeline);

/// <summary>
/// Fits a frame into a window: headline, queues and incidents first, the timeline in what is left. No line is longer than the window
/// is wide, and there are never more than it has; what has no room is counted.
/// </summary>
internal static class LiveScreen
{
    /// <summary>So much of the timeline is seen whatever else there is.</summary>
    private const int MinimumTimeline = 4;

    /// <summary>A queue needs so many columns, so two stand beside each other in eighty.</summary>
    private const int QueueWidth = 39;

    /// <summary>Wider, a queue also says how many gave up.</summary>
    private const int WideQueue = 50;

    private const int WidestQueue = 64;

    /// <summary>So many queues stand beside each other where there is room, so that more is seen of what happens.</summary>
    private const int ManyQueues = 7;
    private const int MaximumColumns = 3;
    private const int StateWidth = 13;
    private const int ByWidth = 24;

    /// <summary>The lines as markup.</summary>
    /// <param name="frame">What is on the screen.</param>
    /// <param name="width">Columns of the window.</param>
    /// <param name="height">Lines of the window.</param>
    public static IReadOnlyList<string> Of(LiveFrame frame, int width, int height)
    {
        var lines = frame.Headline.ToList();
        var room = height - lines.Count - MinimumTimeline - 1;
        lines.AddRange(Queues(frame.Queues, width, room / 2));
        lines.AddRange(Incidents(frame.Incidents, width, height - lines.Count - MinimumTimeline - 1));
        lines.Add($"[grey]{Cut($"── {Say.ScreenTimeline} " + new string('─', width), width, "─")}[/]");
        lines.AddRange(frame.Timeline.TakeLast(Math.Max(0, height - lines.Count))
            .SkipWhile(static line => line.StartsWith(' ')));
        return [.. lines.Take(height).Select(line => Within(line, width))];
    }

    private static string[] Queues(IReadOnlyList<QueueRow> queues, int width, int lines)
    {
        if (queues.Count == 0 || lines < 2)
        {
            return [];
        }

        var columns = queues.Count >= Math.Min(lines, ManyQueues) ? Math.Clamp(width / QueueWidth, 1, MaximumColumns) : 1;
        var cell = Math.Min((width / columns) - 1, WidestQueue);
        var shown = queues.Count <= (lines - 1) * columns
            ? queues
            : [.. queues.OrderByDescending(static queue => queue.Longest).Take((lines - 2) * columns)];
        var rows = (shown.Count + columns - 1) / columns;
        string[] table =
        [
            $"[grey]{string.Join(' ', Enumerable.Repeat(Heading(cell), columns))}[/]",
            .. Enumerable.Range(0, rows).Select(row => string.Join(' ', Enumerable.Range(0, columns)
                .Select(column => (column * rows) + row)
                .Where(i => i < shown.Count)
                .Select(i => Queue(shown[i], cell)))),
        ];
        var left = queues.Count - shown.Count;
        return left == 0 ? table : [.. table, Rest(Say.ScreenMoreQueues(Counted.Of(left, Say.OneQueue, Say.ManyQueues)), width)];
    }

    private static string Heading(int width) =>
        Queue(Say.ScreenQueue, Say.ScreenWaiting, Say.ScreenLongest, Say.ScreenInTime, Say.ScreenGaveUp, width);

    private static string Queue(QueueRow queue, int width) => Queue(
        queue.Name,
        queue.Waiting.ToString(CultureInfo.InvariantCulture),
        $"{(int)queue.Longest.TotalMinutes}:{queue.Longest.Seconds:00}",
        string.Create(CultureInfo.InvariantCulture, $"{Percentages.Rounded(queue.InTime * 100, 0):0} %"),
        queue.GaveUp.ToString(CultureInfo.InvariantCulture),
        width);

    private static string Queue(string name, string waiting, string longest, string inTime, string gaveUp, int width)
    {
        var figures = $"{waiting,8}{longest,8}{inTime,8}" + (width >= WideQueue ? $"{gaveUp,8}" : "");
        var room = width - figures.Length;

        // long names often differ at their ends
        var end = Math.Max(0, room / 3);
        var fitting = name.Length <= room || room < 4 ? name : $"{name[..(room - end - 1)]}…{name[^end..]}";
        return Cut(fitting, room, pad: true) + figures;
    }

    private static string[] Incidents(IReadOnlyList<IncidentRow> incidents, int width, int lines)
    {
        if (incidents.Count == 0 || lines < 2)
        {
            return incidents.Count == 0 ? ["", $"[grey]{Say.ScreenNoIncident}[/]"] : [];
        }

        var by = Math.Min(ByWidth, width / 5);
        var what = width - by - StateWidth - " P2  ".Length - 1;
        var shown = incidents.Count <= lines - 1 ? incidents : [.. incidents.Take(lines - 2)];
        string[] table =
        [
            $"[grey]{Cut(Say.ScreenIncident, what + " P2  ".Length, pad: true)} {Cut(Say.ScreenState, StateWidth, pad: true)}{Say.ScreenBy}[/]",
            .. shown.Select(row =>
                $"{Tint.Severity(row.Severity)} {Cut($"{row.Id} {row.What}", what, pad: true)} {State(row.State)}{Cut(row.By, by)}"),
        ];
        var left = incidents.Count - shown.Count;
        return left == 0
            ? table
            : [.. table, Rest(Say.ScreenMoreIncidents(Counted.Of(left, Say.OneIncident, Say.ManyIncidents)), width)];
    }

    private static string Rest(string words, int width) => $"[grey]{Cut(words, width)}[/]";

    private static string State(IncidentState state)
    {
        var (word, tint) = state switch
        {
            IncidentState.Open => (Say.WordOpen, "red"),
            IncidentState.Acknowledged => (Say.WordAcknowledged, "deepskyblue1"),
            IncidentState.Mitigated => (Say.WordMitigated, "yellow"),
            _ => (Say.WordResolved, "green"),
        };
        return $"[{tint}]{word.PadRight(StateWidth)}[/]";
    }

    /// <summary>Markup in no more than so many columns: what is open when it ends is closed.</summary>
    private static string Within(string markup, int width)
    {
        if (Markup.Remove(markup).Length <= width)
        {
            return markup;
        }

        var cut = new StringBuilder();
        var (columns, open) = (0, 0);
        for (var i = 0; columns < width - 1; i++)
        {
            var isDoubled = i + 1 < markup.Length && markup[i] is '[' or ']' && markup[i + 1] == markup[i];
            if (markup[i] == '[' && !isDoubled)
            {
                var end = markup.IndexOf(']', i);
                open += markup[i + 1] == '/' ? -1 : 1;
                cut.Append(markup, i, end - i + 1);
                i = end;
                continue;
            }

            cut.Append(markup, i, isDoubled ? 2 : 1);
            i += isDoubled ? 1 : 0;
            columns++;
        }

        return cut.Append('…').Insert(cut.Length, "[/]", open).ToString();
    }

    /// <summary>Text in no more than so many columns, escaped.</summary>
    private static string Cut(string text, int width, string ending = "…", bool pad = false)
    {
        var fitting = width <= 0 ? "" : text.Length <= width ? text : text[..(width - ending.Length)] + ending;
        return Markup.Escape(pad ? fitting.PadRight(Math.Max(0, width)) : fitting);
    }
}
