using ContactCenter.Cli.Simulate;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using Spectre.Console;

namespace ContactCenter.Cli.Tests.Simulate;

/// <summary>What is watched fits its window, whatever happens in the center.</summary>
public sealed class LiveScreenTests
{
    [Theory]
    [InlineData(80, 23, 12, 9)]
    [InlineData(80, 23, 60, 40)]
    [InlineData(40, 12, 12, 9)]
    [InlineData(200, 60, 4, 2)]
    [InlineData(20, 5, 4, 2)]
    [InlineData(20, 40, 4, 2)]
    public void No_line_is_wider_than_the_window_and_none_is_below_it(int width, int height, int queues, int incidents)
    {
        var lines = Shown(Frame(queues, incidents), width, height);

        Assert.InRange(lines.Length, 1, height);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void Twelve_queues_and_six_incidents_are_all_seen_at_80_by_24_and_the_newest_of_the_timeline()
    {
        var lines = Shown(Frame(12, 6), 80, 23);

        Assert.All(Enumerable.Range(1, 12), i => Assert.Contains(lines, line => line.Contains($" {i}. ", StringComparison.Ordinal)));
        Assert.All(Enumerable.Range(1, 6), i => Assert.Contains(lines, line => line.Contains($"INCIDENT-{i} ", StringComparison.Ordinal)));
        Assert.StartsWith("07:59", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Queues_that_have_no_room_are_counted_and_those_that_wait_longest_stay()
    {
        var lines = Shown(Frame(60, 1), 80, 23);

        Assert.Contains(lines, static line => line.Contains(" 60. ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.Contains(" 1. ", StringComparison.Ordinal));
        Assert.Contains("and 48 queues more, with shorter waits", lines);
    }

    [Fact]
    public void A_line_that_is_cut_keeps_what_it_is_written_in()
    {
        var lines = LiveScreen.Of(Frame(1, 0) with { Headline = [$"[bold]{new string('x', 30)}[[y]][/]"] }, 10, 10);

        Assert.Equal($"[bold]{new string('x', 9)}…[/]", lines[0]);
    }

    private static string[] Shown(LiveFrame frame, int width, int height) =>
        [.. LiveScreen.Of(frame, width, height).Select(static line => Markup.Remove(line))];

    private static LiveFrame Frame(int queues, int incidents) => new(
        [$"[bold]{new string('m', 100)}[/]", $"07:59 UTC  {new string('─', 24)} 3 alarms red [[one]] {new string('b', 80)}"],
        [
            .. Enumerable.Range(1, queues).Select(static i =>
                new QueueRow($"A queue of a company with long names {i}.", i, TimeSpan.FromSeconds(i), 0.5, 100 * i)),
        ],
        [
            .. Enumerable.Range(1, incidents).Select(static i => new IncidentRow(
                Severity.P2,
                $"INCIDENT-{i}",
                $"Queue {i} [of a company]: {new string('w', 80)}",
                IncidentState.Mitigated,
                "workforce@company.example")),
        ],
        [.. Enumerable.Range(0, 60).Select(static i => $"07:{i:00}  [red]opened[/] {new string('t', 100)}")]);
}
