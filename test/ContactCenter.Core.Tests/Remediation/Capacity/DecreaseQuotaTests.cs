using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

public sealed class DecreaseQuotaTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 1, 7, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Four_are_there_on_a_new_day_whatever_was_used_before() =>
        Assert.Equal(4, Left(27, Midnight.AddMinutes(-1), [], Midnight));

    [Fact]
    public void Of_unknown_decreases_the_fewest_that_can_be_left_count()
    {
        Assert.Equal(2, Left(2, Midnight.AddHours(5), [], Midnight.AddHours(5.5)));
        Assert.Equal(0, Left(9, Midnight.AddHours(5), [], Midnight.AddHours(5.9)));
        Assert.Equal(1, Left(9, Midnight.AddHours(5), [], Midnight.AddHours(6)));
        Assert.Equal(4, Left(9, Midnight.AddHours(5), [], Midnight.AddHours(12)));
    }

    [Fact]
    public void Known_times_show_the_credits_that_came_back()
    {
        DateTimeOffset[] times = [Midnight, Midnight.AddHours(1), Midnight.AddHours(9), Midnight.AddHours(9.5)];

        Assert.Equal(0, Left(4, times[^1], [], Midnight.AddHours(9.6)));
        Assert.Equal(2, Left(4, times[^1], times, Midnight.AddHours(9.6)));
        Assert.Equal(3, Left(4, times[^1], times, Midnight.AddHours(10)));
    }

    [Fact]
    public void Times_that_do_not_add_up_to_the_count_of_the_service_prove_nothing() =>
        Assert.Equal(0, Left(5, Midnight.AddHours(9), [Midnight, Midnight.AddHours(9)], Midnight.AddHours(9.5)));

    [Fact]
    public void After_27_there_is_none_until_midnight() =>
        Assert.Equal(0, Left(27, Midnight.AddHours(15), [], Midnight.AddHours(23)));

    [Fact]
    public void Decreases_of_others_were_made_at_the_latest_when_the_last_one_was()
    {
        DateTimeOffset[] ours = [Midnight.AddHours(-1), Midnight.AddHours(2)];

        var others = DecreaseQuota.Others(3, Midnight.AddHours(5), ours, Midnight.AddHours(6));

        Assert.Equal([Midnight.AddHours(5), Midnight.AddHours(5).AddMilliseconds(-1)], others);
        Assert.Equal(2, Left(3, Midnight.AddHours(5), [.. ours, .. others], Midnight.AddHours(5.5)));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(4, -1)]
    public void When_all_are_known_or_the_last_was_yesterday_there_are_no_others(int today, int last) =>
        Assert.Empty(DecreaseQuota.Others(today, Midnight.AddHours(last), [Midnight.AddHours(5)], Midnight.AddHours(6)));

    private static int Left(int today, DateTimeOffset last, DateTimeOffset[] known, DateTimeOffset now) =>
        DecreaseQuota.Default.SurelyLeft(today, last, known, now);
}
