using ContactCenter.Core.Incidents;
using Spectre.Console;

namespace ContactCenter.Cli.Replay;

/// <summary>A timeline for people.</summary>
internal sealed class TimelineReplayOutput(IAnsiConsole console) : IReplayOutput
{
    public void Decided(ReplayItem item, PipelineOutcome outcome)
    {
        if (outcome.Decision.Action == IncidentAction.Ignored)
        {
            console
                .MarkupLine(
                    $"[grey]{item.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {Say.WordIgnored,-12} {Markup.Escape(outcome.Alarm.Name)} "
                        + $"({Markup.Escape(item.Name)})[/]");
            return;
        }

        DecisionLines.Write(console, item.At, outcome.Decision);
    }

    public void DeadlinePassed(DateTimeOffset at, Decision decision) => DecisionLines.Write(console, at, decision);

    public void Refused(ReplayItem item, string problem) =>
        console.MarkupLine($"[red]{Say.RefusedWord}[/] {Markup.Escape(item.Name)}: {Markup.Escape(problem)}");

    public void Finish(ReplayTotals totals) => console.MarkupLine($"\n{Markup.Escape(Say.ReplayTotals(
        Counted.Of(totals.Inputs, Say.OneInput, Say.ManyInputs), $"{totals.Refused}",
        Counted.Of(totals.Opened, Say.OneIncident, Say.ManyIncidents), $"{totals.Resolved}",
        Counted.Of(totals.Notifications, Say.OneNotification, Say.ManyNotifications),
        Counted.Of(totals.Remediations, Say.OneRepair, Say.ManyRepairs)))}");
}
