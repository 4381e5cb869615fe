using ContactCenter.Core.Forecasting.Agents;

namespace ContactCenter.Core.Tests.Forecasting.Agents;

public sealed class BacklogStaffingTests
{
    /// <summary>An agent finishes ten items in a slot; each has two hours.</summary>
    private static readonly BacklogGoal Goal = new() { HandleSeconds = 180, MaximumOccupancy = 1, Promise = TimeSpan.FromHours(2) };

    [Fact]
    public void A_rush_is_spread_over_the_time_that_is_promised()
    {
        var agents = BacklogStaffing.Fewest([80, 0, 0, 0, 0, 0], Goal);

        Assert.Equal([2, 2, 2, 2, 0, 0], agents);
    }

    [Fact]
    public void What_comes_evenly_is_done_evenly()
    {
        var agents = BacklogStaffing.Fewest([.. Enumerable.Repeat(20.0, 48)], Goal);

        Assert.All(agents.Skip(4), static number => Assert.Equal(2, number));
    }

    [Fact]
    public void What_waits_already_is_done_in_time_too()
    {
        var agents = BacklogStaffing.Fewest([0, 0, 0, 0], Goal with { Waiting = 40 });

        Assert.Equal([1, 1, 1, 1], agents);
    }

    [Fact]
    public void Nobody_can_work_on_what_has_not_come() =>
        Assert.Equal([0, 0, 0, 8], BacklogStaffing.Fewest([0, 0, 0, 80], Goal with { Promise = TimeSpan.FromMinutes(30) }));

    [Fact]
    public void Nothing_is_late_with_the_plan_and_the_peak_cannot_be_lower()
    {
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
        {
            double[] items = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (double)random.Next(0, 120))];
            var goal = Goal with { Promise = TimeSpan.FromMinutes(30 * random.Next(1, 9)), Waiting = random.Next(0, 60) };

            var agents = BacklogStaffing.Fewest(items, goal);

            Assert.All(BacklogStaffing.With(items, agents, goal), static slot => Assert.True(slot.Late < 1e-6));
            if (agents.Max() is > 1 and var most)
            {
                // one fewer at any time would leave something late
                int[] capped = [.. Enumerable.Repeat(most - 1, items.Length)];
                Assert.Contains(BacklogStaffing.With(items, capped, goal), static slot => slot.Late > 1e-9);
            }
        }
    }

    [Fact]
    public void With_too_few_agents_it_says_what_waits_and_what_is_late()
    {
        var slots = BacklogStaffing.With([80, 0, 0, 0, 0], [1, 1, 1, 1, 1], Goal);

        Assert.Equal((40, 40), (slots[3].Waiting, slots[3].Late));
        Assert.Equal((30, 30), (slots[4].Waiting, slots[4].Late));
    }

    [Fact]
    public void Breaks_are_added() => Assert.Equal(10, BacklogStaffing.Heads(7, Goal));
}
