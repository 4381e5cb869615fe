using ContactCenter.Core.Forecasting.Agents;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Core.Tests.Forecasting.Agents;

public sealed class StandingQueueTests
{
    /// <summary>An agent has ten in half an hour.</summary>
    private static readonly StaffingGoal Goal = new() { HandleSeconds = 180 };

    [Fact]
    public void Without_one_all_is_as_ever() => Assert.Equal(Goal.Reached(60, 8), StandingQueue.Reached(Goal, 60, 8, 0));

    [Fact]
    public void Until_it_is_worked_off_nobody_is_answered_in_time()
    {
        // eight agents have eighty, twenty beside the sixty who call: ten who stand there are half of that
        Assert.Equal(Goal.Reached(60, 8) / 2, StandingQueue.Reached(Goal, 60, 8, 10), 9);
        Assert.Equal((0, 0), (StandingQueue.Reached(Goal, 60, 8, 20), StandingQueue.Reached(Goal, 60, 5, 1)));
    }

    [Fact]
    public void What_is_not_worked_off_stands_there_in_the_next_half_hour()
    {
        Assert.Equal((0, 5), (StandingQueue.Left(Goal, 60, 8, 10), StandingQueue.Left(Goal, 60, 8, 25)));
        Assert.Equal(25, StandingQueue.Left(Goal, 60, 3, 25));
    }

    [Fact]
    public void More_agents_are_needed_with_it_and_their_risk_is_higher_without_them()
    {
        var slot = new ForecastSlot(60, 60, 60, 60, 60, [50, 60, 70]);
        var (usual, standing) = (SlotStaffing.Of(slot, Goal), SlotStaffing.Of(slot, Goal, waiting: 12));

        Assert.True(standing.Agents > usual.Agents);
        Assert.InRange(standing.ServiceLevel, Goal.ServiceLevel, 1);
        Assert.True(SlotStaffing.Risk(slot, Goal, usual.Agents, waiting: 12) > SlotStaffing.Risk(slot, Goal, usual.Agents));
    }
}
