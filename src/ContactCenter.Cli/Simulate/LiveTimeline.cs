using System.Globalization;
using ContactCenter.Embedded.World;
using Spectre.Console;

namespace ContactCenter.Cli.Simulate;

/// <summary>What happened lately in a simulated center, and with it what its screen shows.</summary>
internal sealed class LiveTimeline
{
    /// <summary>More than a window shows.</summary>
    private const int Lines = 100;

    private readonly Queue<string> _lines = new();

    /// <summary>Adds what happened in a minute.</summary>
    public void Add(SimulatedMinute minute)
    {
        foreach (var line in minute.Highlights.SelectMany(moment => DecisionLines.Brief(moment.At, moment.Decision, "HH:mm")))
        {
            _lines.Enqueue(line);
        }

        while (_lines.Count > Lines)
        {
            _lines.Dequeue();
        }
    }

    /// <summary>What is on the screen.</summary>
    /// <param name="sentence">What is played.</param>
    /// <param name="minute">The minute that has passed.</param>
    /// <param name="system">The center.</param>
    /// <param name="progress">How much of it is over, 0 to 1.</param>
    public LiveFrame Frame(string sentence, SimulatedMinute minute, SimulatedSystem system, double progress)
    {
        var snapshot = minute.Report.Snapshot;
        var broken = snapshot.Broken.Count == 0
            ? $"[green]{Markup.Escape(Say.WorksAsPlanned)}[/]"
            : $"[orange1]{Markup.Escape(string.Join("; ", snapshot.Broken.Select(Spoken.Now.Scene)))}[/]";
        var status = string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{minute.Report.At.UtcDateTime:HH:mm} UTC[/]  {Bar(progress)}  "
                + $"{Say.AlarmsRed(Counted.Of(minute.Report.RedAlarms, Say.OneAlarm, Say.ManyAlarms))}  {broken}");
        return new LiveFrame(
            [$"[bold]{Markup.Escape(sentence)}[/]", status],
            [
                .. snapshot.Queues.Select(static queue => new QueueRow(
                    queue.Name, queue.Waiting, queue.LongestWait, queue.Total.ServiceLevel, queue.Total.Abandoned)),
            ],
            [
                .. system.Store.All.OrderByDescending(static incident => incident.IsActive)
                    .ThenBy(static incident => incident.Severity)
                    .ThenByDescending(static incident => incident.OpenedAt)
                    .Select(static incident => new IncidentRow(
                        incident.Severity,
                        incident.Id,
                        $"{Spoken.Now.Of(incident.Subject)}: {Spoken.Now.Of(incident.Symptom)}",
                        incident.State,
                        incident.Acknowledgement?.By ?? "")),
            ],
            [.. _lines]);
    }

    private static string Bar(double progress)
    {
        const int Width = 24;
        var done = (int)Math.Round(progress * Width);
        return $"[blue]{new string('━', done)}[/][grey]{new string('─', Width - done)}[/]";
    }
}
