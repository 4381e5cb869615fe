using ContactCenter.Embedded.World;
using Spectre.Console;

namespace ContactCenter.Cli.Simulate;

/// <summary>A timeline, for files, pipes and full speed.</summary>
internal sealed class LineSimulationOutput(IAnsiConsole console, TimeSpan length) : ISimulationOutput
{
    private readonly string _time = length > TimeSpan.FromDays(1) ? "ddd HH:mm:ss" : "HH:mm:ss";
    private string _broken = "";

    public ValueTask ShowAsync(SimulatedMinute minute, double progress, CancellationToken cancellationToken)
    {
        var broken = string.Join("; ", minute.Report.Snapshot.Broken.Select(Spoken.Now.Scene));
        if (broken != _broken)
        {
            _broken = broken;
            console
                .MarkupLine(
                    $"{Spoken.Now.Date(minute.Report.At.UtcDateTime, _time)}  "
                        + $"[grey]{Markup.Escape(broken.Length == 0 ? Say.WorksAsPlanned : broken)}[/]");
        }

        foreach (var line in minute.Highlights.SelectMany(moment => DecisionLines.Of(moment.At, moment.Decision, _time)))
        {
            console.MarkupLine(line);
        }

        return ValueTask.CompletedTask;
    }

    public void Finish(SimulationSummary summary) => SummaryView.Write(console, summary);
}
