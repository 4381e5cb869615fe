using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.World;

public sealed class SimulatedSystemTests
{
    [Fact]
    public async Task A_throttled_table_is_changed_by_the_function_that_heals()
    {
        using var system = await PlayAsync("table-throttled");

        Assert.NotEmpty(system.Remediations);
    }

    [Fact]
    public async Task People_take_incidents_by_the_links_and_buttons_of_their_messages()
    {
        using var system = await PlayAsync("api-down");

        Assert.Contains(system.Store.All, static incident => incident.TimeToAcknowledge is not null);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_decisions()
    {
        using var first = await PlayAsync("api-down");
        using var second = await PlayAsync("api-down");

        Assert.Equal(first.Store.All.Select(static incident => incident.ToString()), second.Store.All.Select(static incident => incident.ToString()));
        Assert.Equal(first.Messages, second.Messages);
    }

    private static async Task<SimulatedSystem> PlayAsync(string name)
    {
        var scenario = ScenarioLibrary.Find(name)!;
        var system = new SimulatedSystem(Sample.Configuration, scenario, seed: 1);
        for (var minute = 0; minute < scenario.Length.TotalMinutes; minute++)
        {
            await system.AdvanceAsync(TestContext.Current.CancellationToken);
        }

        return system;
    }
}
