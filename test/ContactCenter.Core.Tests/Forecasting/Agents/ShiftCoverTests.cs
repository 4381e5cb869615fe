using ContactCenter.Core.Forecasting.Agents;

namespace ContactCenter.Core.Tests.Forecasting.Agents;

public sealed class ShiftCoverTests
{
    [Fact]
    public void A_day_that_is_even_has_shifts_one_behind_the_other()
    {
        var cover = ShiftCover.Of([3, 3, 3, 3, 3, 3, 3, 3], [new(4, 0, 7)], 8);

        Assert.Equal([new(0, 4, 3), new(4, 4, 3)], cover.Shifts);
    }

    [Fact]
    public void A_peak_is_covered_by_a_short_shift_where_there_is_one()
    {
        var cover = ShiftCover.Of([2, 2, 5, 5, 2, 2], [new(6, 0, 0), new(2, 0, 5)], 6);

        // three short ones over the whole day cost as much as the long one, but are more people
        Assert.Equal([new(0, 6, 2), new(2, 2, 3)], cover.Shifts);
    }

    [Fact]
    public void A_shift_goes_on_behind_midnight()
    {
        var cover = ShiftCover.Of([0, 0, 0, 1, 1, 0, 0, 0], [new(2, 3, 3)], 4);

        Assert.Equal([new(3, 2, 1)], cover.Shifts);
    }

    [Fact]
    public void What_no_shift_can_reach_is_told()
    {
        var cover = ShiftCover.Of([1, 1, 1, 1], [new(2, 2, 3)], 4);

        Assert.Equal([0, 1], cover.Uncovered);
        Assert.Equal([new(2, 2, 1)], cover.Shifts);
    }

    [Fact]
    public void Everybody_is_there_and_no_plan_is_cheaper()
    {
        var random = new Random(11);
        for (var run = 0; run < 60; run++)
        {
            int[] needed = [.. Enumerable.Range(0, 5).Select(_ => random.Next(0, 3))];
            ShiftPattern[] patterns = [new(2, 0, 4), new(3, 0, random.Next(0, 5))];

            var cover = ShiftCover.Of(needed, patterns, 5);

            Assert.All(needed.Index(), slot => Assert.True(
                cover.Shifts.Where(shift => shift.Begin <= slot.Index && slot.Index < shift.Begin + shift.Slots)
                    .Sum(static shift => shift.People) >= slot.Item));
            Assert.Equal(Cheapest(needed, patterns, 0), cover.Shifts.Sum(static shift => shift.People * shift.Slots));
        }
    }

    /// <summary>Tries them all: whoever is missing first begins now or began no later.</summary>
    private static int Cheapest(int[] needed, ShiftPattern[] patterns, int from)
    {
        var first = Array.FindIndex(needed, from, static people => people > 0);
        if (first < 0)
        {
            return 0;
        }

        var best = int.MaxValue;
        foreach (var pattern in patterns)
        {
            for (var begin = Math.Max(0, first - pattern.Slots + 1); begin <= Math.Min(first, pattern.Last); begin++)
            {
                var less = needed.ToArray();
                for (var slot = begin; slot < Math.Min(begin + pattern.Slots, less.Length); slot++)
                {
                    less[slot] = Math.Max(0, less[slot] - 1);
                }

                best = Math.Min(best, pattern.Slots + Cheapest(less, patterns, first));
            }
        }

        return best;
    }
}
