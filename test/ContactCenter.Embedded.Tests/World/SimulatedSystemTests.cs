using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.World;

public sealed class SimulatedSystemTests
{
    [Fact]
    public async Task A_throttled_table_is_changed_by_the_function_that_remediates()
    {
        using var system = await PlayAsync("table-throttled");

        Assert.NotEmpty(system.Remediations);
        var leases = await system.Leases.MonthAsync(
            DateOnly.FromDateTime(system.Start.UtcDateTime), 100, null, TestContext.Current.CancellationToken);
        Assert.Contains(leases, static lease => lease is { ThrottledBefore: > 0 } && lease.ReadUnitHours + lease.WriteUnitHours > 0);
        Assert.All(leases, static lease => Assert.Equal(
            (lease.ReadUnitHours * 0.00013) + (lease.WriteUnitHours * 0.00065), lease.Dollars!.Value, 9));
    }

    [Fact]
    public async Task A_function_of_the_center_can_be_read_and_changed_as_a_real_one()
    {
        var center = new ContactCenterSimulation(
            ScenarioLibrary.Find("quiet-day")!, CenterDescription.Of(NamesOfCenter.Of(Sample.Configuration)), [], seed: 1);
        var functions = new SimulatedFunctions(center, accountLimit: 1000);
        var before = await functions.ReadAsync("look-up-account", center.Now, TestContext.Current.CancellationToken);

        await functions.ApplyAsync(
            "look-up-account", new ReservedConcurrencyChange(before.Reserved!.Value + 5), TestContext.Current.CancellationToken);

        var after = await functions.ReadAsync("look-up-account", center.Now, TestContext.Current.CancellationToken);
        Assert.Equal((before.Reserved + 5, before.Unreserved - 5), (after.Reserved, after.Unreserved));
        Assert.Contains(before.Concurrent, static peak => peak > 0);
    }

    [Fact]
    public async Task People_take_incidents_by_the_links_and_buttons_of_their_messages()
    {
        using var system = await PlayAsync("api-down");

        Assert.Contains(system.Store.All, static incident => incident.TimeToAcknowledge is not null);
    }

    [Fact]
    public async Task What_happened_can_be_looked_up_by_month_and_whom_it_reached()
    {
        using var system = await PlayAsync("api-down");
        var stop = TestContext.Current.CancellationToken;

        var page = await system.History.MonthAsync(DateOnly.FromDateTime(system.Start.UtcDateTime), 100, null, stop);

        Assert.Equal(
            system.Store.All.Select(static incident => (incident.Id, incident.State, incident.Severity)).Order(),
            page.Records.Select(static record => (record.Id, record.State, record.Severity)).Order());
        Assert.Contains(
            page.Records, static record => record.Acts.Length > 0 && record.Reached.Any(static endpoint => endpoint.Delivered > 0));
        Assert.NotEmpty(await system.Alarms.DayAsync(DateOnly.FromDateTime(system.Start.UtcDateTime), stop));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_decisions()
    {
        using var first = await PlayAsync("api-down");
        using var second = await PlayAsync("api-down");

        Assert.Equal(Incidents(first), Incidents(second));
        Assert.Equal(first.Messages, second.Messages);
    }

    [Fact]
    public async Task Who_asks_at_night_to_be_called_back_is_known_until_an_agent_has_called()
    {
        var night = OrdinaryWeek.Scenario with { StartLocal = new DateTime(2026, 3, 3, 6, 30, 0, DateTimeKind.Unspecified), Planted = [] };
        using var system = new SimulatedSystem(Sample.Configuration, night, seed: 1, new AnomalyModel());
        var open = new List<int>();
        for (var minute = 0; minute < 180; minute++)
        {
            _ = await system.AdvanceAsync(TestContext.Current.CancellationToken);
            open.Add((await system.Callbacks.AllAsync(TestContext.Current.CancellationToken)).Count);
        }

        Assert.InRange(open.Max(), 1, 1000);
        Assert.Equal(0, open[^1]);
    }

    private static IEnumerable<string> Incidents(SimulatedSystem system) => system.Store.All.Select(static incident => incident.ToString());

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
