using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Configuration;

public sealed class BusinessCalendarTests
{
    private static BusinessCalendar Calendar(string from, string to) => new(Desk.Center(center => center.BusinessHours =
        [new OpeningHours { Days = [DayOfWeek.Monday], From = TimeOnly.Parse(from, null), To = TimeOnly.Parse(to, null) }]));

    [Theory]
    [InlineData("08:00", "20:00", -1, true)]
    [InlineData("08:00", "09:00", 0, false)]
    [InlineData("09:00", "09:01", 0, true)]
    [InlineData("08:00", "00:00", 14.9, true)]
    public void Hours_are_half_open_and_midnight_ends_the_day(string from, string to, double hoursAfterNine, bool isOpen) =>
        Assert.Equal(isOpen, Calendar(from, to).IsOpen(Desk.Monday.AddHours(hoursAfterNine)));

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public void A_queue_has_its_own_hours_and_the_holidays_of_the_center(bool hasHours, bool isHoliday, bool isOpen)
    {
        var center = Desk.Center(center =>
        {
            center.BusinessHours = [new OpeningHours { Days = [DayOfWeek.Tuesday], From = new TimeOnly(8, 0), To = new TimeOnly(20, 0) }];
            center.Holidays = isHoliday ? [DateOnly.FromDateTime(Desk.Monday.Date)] : [];
        });
        var queue = new QueueSettings
        {
            Name = "Cards",
            Hours = hasHours ? [new OpeningHours { Days = [DayOfWeek.Monday], From = new TimeOnly(8, 0), To = new TimeOnly(20, 0) }] : []
        };

        Assert.Equal(isOpen, new BusinessCalendar(center).IsOpen(queue, Desk.Monday));
        Assert.Equal(hasHours, new BusinessCalendar(center).IsOpen(queue with { OpenOnHolidays = true }, Desk.Monday));
    }

    [Fact]
    public void Without_hours_it_is_always_open() => Assert.True(new BusinessCalendar(Desk.Center()).IsOpen(Desk.Monday.AddHours(-6)));
}
