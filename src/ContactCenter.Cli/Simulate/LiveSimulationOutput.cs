using ContactCenter.Embedded.World;
using Spectre.Console;

namespace ContactCenter.Cli.Simulate;

/// <summary>The center and its incidents on one screen that changes minute by minute.</summary>
internal sealed class LiveSimulationOutput(
    IAnsiConsole console, LiveDisplayContext live, SimulatedSystem system, string sentence, TimeSpan pause) : ISimulationOutput
{
    private readonly LiveTimeline _timeline = new();

    public async ValueTask ShowAsync(SimulatedMinute minute, double progress, CancellationToken cancellationToken)
    {
        _timeline.Add(minute);

        // the last line is the cursor's: who writes there scrolls the first one away
        var lines = LiveScreen.Of(
            _timeline.Frame(sentence, minute, system, progress), console.Profile.Width, console.Profile.Height - 1);
        live.UpdateTarget(new Rows(lines.Select(static line => new Markup(line))));
        await Task.Delay(pause, cancellationToken);
    }

    public void Finish(SimulationSummary summary) => SummaryView.Write(console, summary);
}
