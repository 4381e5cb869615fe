using ContactCenter.Core.Forecasting.Agents;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Core.Tests.Forecasting.Agents;

public sealed class PooledStaffingTests
{
    private static readonly StaffingGoal Calls = new() { HandleSeconds = 240 };

    [Theory]
    [InlineData(60, 240, 40, 240)]
    [InlineData(15, 180, 15, 600)]
    [InlineData(200, 240, 3, 900)]
    public void Together_fewer_do_than_apart_and_never_fewer_than_the_work_asks_for(
        double first, double firstTakes, double second, double secondTakes)
    {
        var staffing = PooledStaffing.Of([Demand("Billing", first, firstTakes), Demand("Cards", second, secondTakes)]);

        Assert.True(staffing.Together.Agents < staffing.Apart);
        Assert.True(staffing.Together.Agents >= Calls.ServiceLevel * ((first * firstTakes) + (second * secondTakes)) / 1800);
        Assert.All(staffing.Skills, static skill => Assert.InRange(skill.Least, 1, skill.Alone));
    }

    [Fact]
    public void Together_the_goal_is_reached_and_with_one_agent_fewer_it_is_not()
    {
        SkillDemand[] demands = [Demand("Billing", 60, 240), Demand("Cards", 30, 360)];
        var needed = PooledStaffing.Of(demands).Together;

        var (slot, goal) = PooledStaffing.Pooled(demands);

        Assert.Equal((90, 280.0), (slot.Expected, goal.HandleSeconds));
        Assert.InRange(needed.ServiceLevel, goal.ServiceLevel, 1);
        Assert.True(
            goal.Reached(90, needed.Agents - 1) < goal.ServiceLevel || 90 * 280 / 1800.0 / (needed.Agents - 1) > goal.MaximumOccupancy);
    }

    [Fact]
    public void One_queue_alone_needs_what_it_needs_anyway()
    {
        var one = Demand("Billing", 60, 240);

        var staffing = PooledStaffing.Of([one]);

        Assert.Equal(SlotStaffing.Of(one.Slot, one.Goal), staffing.Together);
        Assert.Equal(staffing.Apart, staffing.Together.Agents);
    }

    [Fact]
    public void Where_nobody_comes_nobody_is_needed()
    {
        var staffing = PooledStaffing.Of([Demand("Billing", 0, 240), Demand("Cards", 0, 240)]);

        Assert.Equal((0, 0), (staffing.Together.Agents, staffing.Apart));
    }

    [Fact]
    public void Without_a_queue_there_is_no_group() => Assert.Throws<ArgumentException>(static () => PooledStaffing.Of([]));

    private static SkillDemand Demand(string skill, double contacts, double takes) => new(
        skill,
        new ForecastSlot(contacts, contacts, contacts, contacts, contacts, [contacts, contacts, contacts]),
        Calls with { HandleSeconds = takes });
}
