using ContactCenter.Core.Common;
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
                    $"[grey]{item.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}  ignored      {Markup.Escape(outcome.Alarm.Name)} "
                        + $"({Markup.Escape(item.Name)})[/]");
            return;
        }

        DecisionLines.Write(console, item.At, outcome.Decision);
    }

    public void DeadlinePassed(DateTimeOffset at, Decision decision) => DecisionLines.Write(console, at, decision);

    public void Refused(ReplayItem item, string problem) =>
        console.MarkupLine($"[red]refused[/] {Markup.Escape(item.Name)}: {Markup.Escape(problem)}");

    public void Finish(ReplayTotals totals) => console.MarkupLine(
        $"\n{Wording.Counted(totals.Inputs, "input")} ({totals.Refused} refused): {Wording.Counted(totals.Opened, "incident")} opened, "
            + $"{totals.Resolved} resolved, {Wording.Counted(totals.Notifications, "notification")}, "
            + $"{Wording.Counted(totals.Remediations, "repair")} asked for.");
}
