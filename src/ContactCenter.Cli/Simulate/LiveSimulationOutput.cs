using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.World;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ContactCenter.Cli.Simulate;

/// <summary>The center and its incidents on one screen that changes minute by minute.</summary>
internal sealed class LiveSimulationOutput(
    IAnsiConsole console, LiveDisplayContext live, SimulatedSystem system, string sentence, TimeSpan pause) : ISimulationOutput
{
    private const int TimelineLines = 14;
    private const int MaximumIncidents = 8;

    private readonly Queue<string> _timeline = new();

    public async ValueTask ShowAsync(SimulatedMinute minute, double progress, CancellationToken cancellationToken)
    {
        foreach (var line in minute.Highlights.SelectMany(moment => DecisionLines.Of(moment.At, moment.Decision, "HH:mm")))
        {
            _timeline.Enqueue(line);
        }

        while (_timeline.Count > TimelineLines)
        {
            _timeline.Dequeue();
        }

        live.UpdateTarget(Screen(minute, progress));
        await Task.Delay(pause, cancellationToken);
    }

    public void Finish(SimulationSummary summary) => SummaryView.Write(console, summary);

    private Rows Screen(SimulatedMinute minute, double progress)
    {
        var snapshot = minute.Report.Snapshot;
        var broken = snapshot.Broken.Count == 0
            ? "[green]the center works as planned[/]"
            : $"[orange1]{Markup.Escape(string.Join("; ", snapshot.Broken))}[/]";
        var status = string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{minute.Report.At.UtcDateTime:HH:mm} UTC[/]  {Bar(progress)}  "
                + $"{Wording.Counted(minute.Report.RedAlarms, "alarm")} red  {broken}");
        return new Rows(
            new Rule($"[bold]{Markup.Escape(sentence)}[/]").LeftJustified(),
            new Markup(status),
            new Columns(Queues(minute), Incidents()).Collapse(),
            new Rule("[grey]timeline[/]").LeftJustified(),
            new Rows(_timeline.Select(line => (IRenderable)new Markup(line))));
    }

    private static Table Queues(SimulatedMinute minute)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("queue", "waiting", "longest", "in time", "gave up");
        foreach (var queue in minute.Report.Snapshot.Queues)
        {
            table.AddRow(
                Markup.Escape(queue.Name),
                queue.Waiting.ToString(CultureInfo.InvariantCulture),
                $"{(int)queue.LongestWait.TotalMinutes}:{queue.LongestWait.Seconds:00}",
                string.Create(CultureInfo.InvariantCulture, $"{queue.Total.ServiceLevel * 100:0} %"),
                queue.Total.Abandoned.ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    private Table Incidents()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("incident", "", "state", "by");
        var shown = system.Store.All.OrderByDescending(incident => incident.IsActive)
            .ThenBy(incident => incident.Severity)
            .ThenByDescending(incident => incident.OpenedAt);
        foreach (var incident in shown.Take(MaximumIncidents))
        {
            table.AddRow(
                $"{Tint.Severity(incident.Severity)} {incident.Id}",
                Markup.Escape($"{incident.Subject}: {incident.Symptom}"),
                State(incident.State),
                Markup.Escape(incident.Acknowledgement?.By ?? ""));
        }

        return table;
    }

    private static string State(IncidentState state) => state switch
    {
        IncidentState.Open => "[red]open[/]",
        IncidentState.Acknowledged => "[deepskyblue1]taken[/]",
        IncidentState.Mitigated => "[yellow]calming down[/]",
        _ => "[green]resolved[/]",
    };

    private static string Bar(double progress)
    {
        const int Width = 24;
        var done = (int)Math.Round(progress * Width);
        return $"[blue]{new string('━', done)}[/][grey]{new string('─', Width - done)}[/]";
    }
}
