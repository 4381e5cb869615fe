using ContactCenter.Core.Forecasting.Agents;

namespace ContactCenter.Core.Tests.Forecasting.Agents;

public sealed class ShortageTests
{
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);
    private static readonly DateTimeOffset Ten = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Two_likely_half_hours_in_a_row_are_one_shortage_with_the_most_that_are_missing()
    {
        var shortage = Assert.Single(
            Shortage.Of([Slot(0, 0.1), Slot(1, 0.8, missing: 2), Slot(2, 0.9, missing: 4), Slot(3, 0.2)], HalfHour));

        Assert.Equal(new Shortage(Ten + HalfHour, Ten + (3 * HalfHour), 4), shortage);
    }

    [Fact]
    public void One_half_hour_is_over_before_anybody_has_come() => Assert.Empty(Shortage.Of([Slot(0, 0.9), Slot(1, 0.1)], HalfHour));

    [Fact]
    public void Half_hours_of_two_days_are_not_in_a_row() => Assert.Empty(Shortage.Of([Slot(0, 0.9), Slot(30, 0.9)], HalfHour));

    [Fact]
    public void Where_nobody_is_scheduled_nothing_is_short() =>
        Assert.Empty(Shortage.Of([new(Ten, 9, null, null), new(Ten + HalfHour, 9, null, null)], HalfHour));

    private static StaffedSlot Slot(int at, double risk, int missing = 1) => new(Ten + (at * HalfHour), 10, 10 - missing, risk);
}
