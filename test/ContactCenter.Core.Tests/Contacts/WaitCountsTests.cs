using System.Collections.Immutable;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Core.Tests.Contacts;

public sealed class WaitCountsTests
{
    [Fact]
    public void A_percentile_is_of_the_sum_and_not_the_mean_of_percentiles()
    {
        var (busy, quiet) = (WaitCounts.Of([.. Enumerable.Repeat(100, 99)]), WaitCounts.Of([2]));

        Assert.Equal(new WaitQuantile(90, 120, 90 + (30 * 49.5 / 99)), busy.Median);
        Assert.Equal((0, 5), (quiet.Median!.Value.From, quiet.Median.Value.To));
        Assert.Equal((90, 120), (busy.Plus(quiet).Median!.Value.From, busy.Plus(quiet).Median!.Value.To));
        Assert.Equal((0, 5), (busy.Plus(quiet).At(1)!.Value.From, busy.Plus(quiet).At(1)!.Value.To));
    }

    [Fact]
    public void Beyond_the_last_step_it_is_over_it_and_of_nobody_there_is_none()
    {
        Assert.Equal(new WaitQuantile(86_400, null, null), WaitCounts.Of([3, 100_000]).Ninetieth);
        Assert.Null(WaitCounts.None.Median);
        Assert.Equal(WaitCounts.Of([3]), WaitCounts.None.Plus(WaitCounts.Of([3])));
    }

    [Fact]
    public void Days_with_other_steps_are_added_up_by_the_steps_that_both_have()
    {
        var older = new WaitCounts(ImmutableSortedDictionary<int, long>.Empty.Add(10, 1).Add(60, 2), 3);

        var both = older.Plus(WaitCounts.Of([1, 59]));

        Assert.Equal([10, 60], both.Below.Keys);
        Assert.Equal([2L, 4L], both.Below.Values);
        Assert.Equal((10, 60), (both.Median!.Value.From, both.Median.Value.To));
    }

    /// <summary>A step too many would be refused: a request takes twenty metrics with a threshold, and one of them counts all.</summary>
    [Fact]
    public void The_ladder_rises_and_fits_into_a_request()
    {
        Assert.Equal(WaitCounts.Ladder.Order().Distinct(), WaitCounts.Ladder);
        Assert.True(WaitCounts.Ladder.Length < 20);
    }
}
