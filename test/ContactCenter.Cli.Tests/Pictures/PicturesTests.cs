using System.Text.Json.Nodes;
using ContactCenter.Cli.Simulate;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Scenarios;
using ContactCenter.Testing;

namespace ContactCenter.Cli.Tests.Pictures;

/// <summary>
/// The pictures of the README are what the program shows. <c>UPDATE_SNAPSHOTS=1 dotnet test test/ContactCenter.Cli.Tests --filter
/// PicturesTests</c> takes them anew.
/// </summary>
public sealed class PicturesTests
{
    private const int Columns = 100;
    private const int Lines = 27;

    /// <summary>How far into the bad Monday the picture is taken: everybody is busy.</summary>
    private const int Minutes = 110;

    [Fact]
    public async Task The_live_view_is_what_is_seen_in_the_middle_of_a_bad_Monday()
    {
        var configuration = ConfigurationReader.Read(Settings.Read(null).Bytes).Configuration!;
        var scenario = ScenarioLibrary.Find("monday-peak")!;
        using var system = new SimulatedSystem(configuration, scenario, seed: 1);
        IReadOnlyList<string> screen = [];
        var timeline = new LiveTimeline();
        for (var i = 1; i <= Minutes; i++)
        {
            var minute = await system.AdvanceAsync(TestContext.Current.CancellationToken);
            timeline.Add(minute);
            screen = LiveScreen.Of(timeline.Frame(scenario.Sentence, minute, system, i / scenario.Length.TotalMinutes), Columns, Lines);
        }

        Holds("live.svg", TerminalPicture.Of(screen, Columns));
    }

    [Fact]
    public async Task The_message_is_what_Slack_is_sent()
    {
        var (_, output, _) = await CommandLine.Run("show", "slack", "--alarm", Repository.File("samples", "alarm.json"), "--json");

        var payload = JsonNode.Parse(output.Split('\n')[0])!["requests"]![0]!["payload"]!;
        Holds("slack.svg", SlackPicture.Of(payload["blocks"]!.AsArray()));
    }

    private static void Holds(string name, string picture)
    {
        var problem = TextSnapshot.Drift(Repository.File("docs", "pictures", name), picture);
        Assert.True(problem is null, problem);
    }
}
