using ContactCenter.Core.Forecasting.Agents;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Core.Tests.Forecasting.Agents;

public sealed class SlotStaffingTests
{
    private static readonly StaffingGoal Goal = new() { HandleSeconds = 180, MaximumOccupancy = 1 };

    [Fact]
    public void A_hundred_contacts_of_three_minutes_need_twelve_agents()
    {
        // published Erlang A: patience of two minutes, 11 agents reach 74 %, 14 reach 93 %
        var staffing = SlotStaffing.Of(Certain(100), Goal);

        Assert.Equal((12, 12), (staffing.Agents, staffing.OnMean));
    }

    [Fact]
    public void One_agent_fewer_would_miss_the_goal()
    {
        foreach (var contacts in new[] { 3.0, 17, 90, 400, 1500 })
        {
            var agents = SlotStaffing.Of(Certain(contacts), Goal).Agents;

            Assert.True(Goal.Reached(contacts, agents) >= Goal.ServiceLevel && Goal.Reached(contacts, agents - 1) < Goal.ServiceLevel);
        }
    }

    [Fact]
    public void Who_does_not_know_how_many_come_needs_more_agents_than_the_mean_asks_for()
    {
        var staffing = SlotStaffing.Of(Uncertain(100), Goal);

        Assert.True(staffing.Agents > staffing.OnMean);
        Assert.True(staffing.ServiceLevel >= Goal.ServiceLevel);
    }

    [Fact]
    public void Breaks_and_absence_are_added() =>
        Assert.Equal(18, SlotStaffing.Of(Certain(100), Goal with { Shrinkage = 0.33 }).Heads);

    [Fact]
    public void Where_nobody_is_expected_nobody_is_needed() =>
        Assert.Equal(new SlotStaffing(0, 0, 0, 1), SlotStaffing.Of(Certain(0), Goal));

    [Fact]
    public void Nobody_is_busier_than_the_ceiling() =>
        Assert.True(SlotStaffing.Of(Certain(1500), Goal with { MaximumOccupancy = 0.8 }).Agents >= 1500 * 180 / 1800 * 0.95 / 0.8);

    [Fact]
    public void The_risk_falls_with_every_agent_more()
    {
        double[] risks = [.. Enumerable.Range(6, 14).Select(static agents => SlotStaffing.Risk(Uncertain(100), Goal, agents))];

        Assert.Equal(risks.OrderDescending(), risks);
        Assert.Equal(1, risks[0], 0.1);
        Assert.Equal(0, risks[^1], 0.1);
    }

    private static ForecastSlot Certain(double contacts) => new(contacts, contacts, contacts, contacts, contacts, [contacts]);

    private static ForecastSlot Uncertain(double contacts) => new(
        contacts,
        contacts * 0.6,
        contacts * 1.5,
        contacts * 0.85,
        contacts * 1.2,
        [.. new[] { 0.55, 0.75, 0.9, 1, 1.1, 1.25, 1.45 }.Select(factor => factor * contacts)]);
}
