using ContactCenter.Core.Forecasting;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Forecasting;

public sealed class StaffingTests
{
    [Fact]
    public void Ten_erlangs_at_eighty_percent_within_twenty_seconds_need_fourteen_agents_and_twenty_heads()
    {
        var agents = Staffing.RequiredAgents(10, 180, 20, 0.8, 0.85);

        Assert.Equal(14, agents);
        Assert.Equal(20, Staffing.ScheduledHeads(agents, 0.3));
    }

    [Fact]
    public void A_low_ceiling_of_occupancy_decides_over_the_service_level() =>
        Assert.Equal(20, Staffing.RequiredAgents(10, 180, 20, 0.8, 0.5));

    [Fact]
    public void One_agent_fewer_would_miss_the_target() =>
        Prop.ForAll(
            Gen.Choose(1, 4000).Select(tenths => tenths / 10.0).ToArbitrary(),
            load =>
            {
                var agents = Staffing.RequiredAgents(load, 240, 20, 0.8, 1);
                var met = new ErlangC(load, agents, 240).ServiceLevel(20) >= 0.8;
                var fewer = agents == 1 || new ErlangC(load, agents - 1, 240).ServiceLevel(20) < 0.8;
                return met && fewer;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_target_that_nobody_can_meet_is_refused() =>
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => Staffing.RequiredAgents(10, 180, 20, 1, 0.85));
}
