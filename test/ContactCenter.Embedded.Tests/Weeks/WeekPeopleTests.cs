using ContactCenter.Embedded.Faults.RunTime;
using ContactCenter.Embedded.Weeks;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.Weeks;

public sealed class WeekPeopleTests
{
    [Fact]
    public async Task People_who_take_turns_swap_and_take_it_back()
    {
        var configuration = Rota.Of(Sample.Configuration);
        var days = OrdinaryWeek.Scenario with { Length = TimeSpan.FromHours(35), Planted = [], Faults = [] };

        var report = await new WeekSimulation(configuration, days).RunAsync(2, TestContext.Current.CancellationToken);

        Assert.True(Assert.Single(report.Acts, static act => act.What == "swap a turn") is { IsKept: true, IsUndone: true });
    }
}
