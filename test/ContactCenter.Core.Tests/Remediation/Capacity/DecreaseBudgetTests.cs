using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Capacity.Billing;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

public sealed class DecreaseBudgetTests
{
    private static readonly double[] Steady = [.. Enumerable.Repeat(100.0, 288)];

    // Twenty minutes up, twenty minutes down.
    private static readonly double[] Waves = [.. Enumerable.Range(0, 288).Select(static bin => bin % 8 < 4 ? 100.0 : 60)];

    [Fact]
    public void Too_little_seen_tells_nothing_of_how_demand_goes_on() => Assert.Null(DemandChain.From(Steady[..23]));

    [Fact]
    public void What_always_stayed_will_most_likely_stay()
    {
        var chain = DemandChain.From(Steady)!;
        var level = chain.LevelOf(100);

        Assert.Equal(100, chain.Mean, 9);
        Assert.InRange(chain.Units(level), 90, 111);
        Assert.True(chain.After(level)[level] > 0.99);
        Assert.Equal(1, chain.After(level).ToArray().Sum(), 9);
    }

    [Fact]
    public void A_demand_that_went_idle_has_levels_still() => Assert.Equal(
        0, DemandChain.From([.. Steady, .. new double[40]])!.Mean, 9);

    [Fact]
    public void More_capacity_never_costs_less_and_one_decrease_more_never_costs_more()
    {
        var budget = Budget(Waves, 60, 400, TimeSpan.FromMinutes(30));

        for (var left = 0; left <= 4; left++)
        {
            for (var units = 60; units <= 500; units += 10)
            {
                Assert.True(budget.Cost(left, units) <= budget.Cost(left, units + 10) + 1e-6);
                Assert.True(left == 0 || budget.Cost(left, units) <= budget.Cost(left - 1, units) + 1e-6);
            }
        }
    }

    [Fact]
    public void The_later_a_decrease_comes_back_the_dearer_is_it_to_have_none_left() => Assert.True(
        Budget(Waves, 60, 400, TimeSpan.FromMinutes(5)).Cost(0, 400) < Budget(Waves, 60, 400, TimeSpan.FromMinutes(55)).Cost(0, 400));

    [Theory]
    [InlineData(60, 140, true)] // in a trough, with more than the crests need
    [InlineData(100, 118, false)] // on a crest, for a twentieth: the trough of the next minutes is the better moment
    public void The_last_decrease_is_kept_for_a_better_moment_where_the_days_before_had_one(double now, long provisioned, bool isLowered)
    {
        var state = Table(provisioned, Level(now)).With(r => r with
        {
            ReadOutlook = new DemandOutlook(null, now, null) { RoomOfUse = 0, Chain = DemandChain.From(Waves) },
            WriteOutlook = new DemandOutlook(null, null, null) { RoomOfUse = 0, Chain = DemandChain.From(new double[288]) },
            DecreasesToday = 3,
            LastDecrease = Now.AddMinutes(-1),
            KnownDecreases = [.. Enumerable.Range(1, 3).Select(ago => Now.AddMinutes(-ago))],
        });

        var plan = new CapacityRemediation().Plan(state, Limits with { FollowDemandDown = true }, null, Now);

        Assert.Equal(isLowered, plan.Change?.Update.Table?.Reads < provisioned);
    }

    [Fact]
    public void The_next_decrease_comes_back_an_hour_after_one_was_first_missing_then_each_hour()
    {
        var quota = DecreaseQuota.Default;

        Assert.Equal(TimeSpan.FromHours(1), quota.ComesBack([], Now));
        Assert.Equal(TimeSpan.FromMinutes(50), quota.ComesBack([Now.AddMinutes(-10)], Now));
        Assert.Equal(TimeSpan.FromMinutes(20), quota.ComesBack([Now.AddMinutes(-100), Now.AddMinutes(-99), Now.AddMinutes(-10)], Now));
    }

    private static DecreaseBudget Budget(double[] series, double demand, double current, TimeSpan back) =>
        DecreaseBudget.Of(DemandChain.From(series)!, null, static units => units / 0.89, demand, current, 4, back);
}
