using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Cli.Tests;

public sealed class SimulateTests
{
    /// <summary>Played once for all that is asked of it.</summary>
    private static readonly Lazy<Task<SimulatedSystem>> Storm = new(static () => Play("alarm-storm", seed: 1));

    private static readonly ContactCenterConfiguration Sample = ConfigurationReader.Read(Settings.Read(null).Bytes).Configuration!;

    [Theory]
    [InlineData("monday-peak", "queue/")]
    [InlineData("table-throttled", "table/")]
    [InlineData("api-down", "api/crm")]
    [InlineData("lex-degraded", "ivr/")]
    [InlineData("alarm-storm", "storm/")]
    public async Task A_scenario_brings_the_incident_it_is_named_for(string scenario, string key)
    {
        var system = await Play(scenario, seed: 1);

        Assert.Contains(system.Store.All, incident => incident.Key.ToString().StartsWith(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_an_API_is_down_most_callers_are_led_around_it_and_enough_try_it_for_the_alarm_to_stay_true()
    {
        var system = await Play("api-down", seed: 1);

        Assert.True(system.Totals.Last!.LedAround > 500, $"{system.Totals.Last.LedAround} callers");
        Assert.Equal(["api/crm"], system.Store.All.Select(static incident => incident.Key.ToString()));
    }

    [Fact]
    public async Task A_hook_that_fails_is_an_incident_and_shows_in_the_flow_that_asks_it()
    {
        var system = await Play(Failing("cc-prod-route-contact"), seed: 1);

        Assert.Contains(system.Store.All, static incident => incident.Key.ToString() == "function/cc-prod-route-contact");
        Assert.Contains(system.Store.All, static incident => incident.Key.ToString() == "flow/cc-prod-inbound");
    }

    [Fact]
    public async Task Nobody_is_led_around_anything_while_nothing_is_broken() =>
        Assert.Equal(0, (await Play("quiet-day", seed: 1)).Totals.Last!.LedAround);

    [Fact]
    public async Task On_a_quiet_day_nobody_on_call_is_woken_up()
    {
        var system = await Play("quiet-day", seed: 1);

        Assert.DoesNotContain("+4915112345678", system.Messages.Keys);
    }

    [Fact]
    public async Task Every_incident_of_a_storm_is_taken_and_the_messages_stay_few()
    {
        var system = await Storm.Value;

        Assert.True(system.Totals.AlarmsTurnedRed >= 60, $"{system.Totals.AlarmsTurnedRed} alarms");
        Assert.True(system.Store.All.Count <= 8, $"{system.Store.All.Count} incidents");

        // each resource whose customers are not served is told by its name, so a few more than there are steps
        Assert.All(system.Messages.Values, count => Assert.True(count <= 50, $"{count} messages to one address"));
    }

    [Fact]
    public async Task The_README_tells_the_storm_as_it_is_played()
    {
        var system = await Storm.Value;

        var told = (await File.ReadAllTextAsync(Repository.File("README.md"), TestContext.Current.CancellationToken))
            .ReplaceLineEndings(" ");
        Assert.Contains(
            $"{system.Totals.AlarmsTurnedRed} alarms turn red, some keep flapping, {system.Totals.AlarmChanges} changes",
            told,
            StringComparison.Ordinal);
        Assert.Contains($"they are {system.Store.All.Count} incidents", told, StringComparison.Ordinal);
        Assert.Contains($"got {system.Messages.Values.Max()} messages", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_output()
    {
        var (_, first, _) = await CommandLine.Run("simulate", "--scenario", "api-down", "--hours", "3", "--seed", "5", "--json");
        var (_, second, _) = await CommandLine.Run("simulate", "--scenario", "api-down", "--hours", "3", "--seed", "5", "--json");

        Assert.Equal(first, second);
        Assert.Equal("api-down", CommandLine.Lines(first)[^1].GetProperty("scenario").GetString());
    }

    private static Scenario Failing(string function) => new()
    {
        Name = "hook-fails",
        Sentence = "A hook fails.",
        Length = TimeSpan.FromHours(3),
        Faults = [new(FaultKind.FunctionFails, function, TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(40), 0.5, $"{function} fails")],
    };

    private static Task<SimulatedSystem> Play(string name, long seed) => Play(ScenarioLibrary.Find(name)!, seed);

    private static async Task<SimulatedSystem> Play(Scenario scenario, long seed)
    {
        var system = new SimulatedSystem(Sample, scenario, seed);
        for (var minute = 0; minute < scenario.Length.TotalMinutes; minute++)
        {
            await system.AdvanceAsync(CancellationToken.None);
        }

        return system;
    }
}
