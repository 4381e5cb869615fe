using ContactCenter.Core.Common;
using ContactCenter.Embedded.Weeks;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.Weeks;

public sealed class WeekSimulationTests(ThreeWeeks weeks) : IClassFixture<ThreeWeeks>
{
    [Fact]
    public void In_an_ordinary_week_nobody_is_paged_for_nothing() => Assert.Empty(weeks.Reports.SelectMany(static report =>
        report.FalsePages.Select(page => $"seed {report.Seed}: {page}")));

    [Fact]
    public void Every_planted_fault_is_told_in_time() => Assert.Empty(weeks.Reports.SelectMany(static report =>
        report.Planted.Where(static fault => !fault.IsKept).Select(fault => $"seed {report.Seed}: {fault.Alarm} after {fault.After}")));

    [Fact]
    public void Who_takes_a_P1_that_lasts_beyond_its_promise_keeps_neither_engineers_nor_AWS_out()
    {
        var lasting = weeks.Reports.Select(static report => report.Planted.Single(static fault => fault.NotReached is not null)).ToArray();

        Assert.All(lasting, static fault => Assert.Empty(fault.NotReached!));
        Assert.Contains(lasting, static fault => fault.IsAcknowledged);
    }

    [Fact]
    public void Every_act_of_people_is_done_told_with_its_author_heard_by_callers_and_undone() => Assert.All(
        weeks.Reports,
        static report =>
        {
            Assert.DoesNotContain(report.Acts, static act => !act.IsKept);
            Assert.Equal(4, report.Acts.Count(static act => act.IsHeard == true));
            Assert.Equal(5, report.Acts.Count(static act => act.IsUndone == true));
        });

    [Fact]
    public async Task What_was_not_planted_is_seen_as_a_page_for_nothing()
    {
        var morning = OrdinaryWeek.Scenario with
        {
            Length = TimeSpan.FromHours(11),
            Planted = [],
            Faults = [new(FaultKind.AgentsAway, "{profile}", TimeSpan.FromHours(9), TimeSpan.FromHours(2), 1, "no agent is online")],
        };

        var report = await new WeekSimulation(Sample.Configuration, morning).RunAsync(1, TestContext.Current.CancellationToken);

        Assert.Contains(report.FalsePages, static page => page is { Severity: Severity.P1, Local.Hour: 9 });
    }
}
