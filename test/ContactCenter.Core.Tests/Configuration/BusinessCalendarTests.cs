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

    [Theory]
    [InlineData("2026-03-23T10:00", "2026-03-23T11:00", 60)]
    [InlineData("2026-03-23T19:00", "2026-03-24T09:00", 120)]
    [InlineData("2026-03-27T19:00", "2026-03-30T09:00", 120)]
    [InlineData("2026-03-22T00:00", "2026-03-23T00:00", 0)]
    [InlineData("2026-03-23T11:00", "2026-03-23T10:00", 0)]
    [InlineData("2026-04-03T08:00", "2026-04-03T20:00", 0)]
    public void Time_that_somebody_waits_counts_in_the_hours_of_the_queue(string from, string to, double minutes)
    {
        var calendar = new BusinessCalendar(Desk.Center(center =>
        {
            center.TimeZone = "Europe/Berlin";
            center.Holidays = [new DateOnly(2026, 4, 3)];
            center.BusinessHours =
            [
                new OpeningHours
                {
                    Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
                    From = new TimeOnly(8, 0),
                    To = new TimeOnly(20, 0)
                }
            ];
        }));

        Assert.Equal(minutes, calendar.OpenTime("Cards", Berlin(from), Berlin(to)).TotalMinutes);
    }

    [Fact]
    public void A_queue_that_never_closes_is_served_all_the_time_and_days_have_no_seam()
    {
        var always = new OpeningHours { Days = Enum.GetValues<DayOfWeek>(), From = new TimeOnly(0, 0), To = new TimeOnly(0, 0) };
        var calendar = new BusinessCalendar(Desk.Center(center =>
        {
            center.TimeZone = "Europe/Berlin";
            center.Queues = [new QueueSettings { Name = "Cards", Hours = [always] }];
        }));

        // the night in which the clocks go forward has an hour less
        Assert.Equal(23, calendar.OpenTime("Cards", Berlin("2026-03-29T00:00"), Berlin("2026-03-30T00:00")).TotalHours);
    }

    private static DateTimeOffset Berlin(string local)
    {
        var time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").GetUtcOffset(time));
    }

    [Theory]
    [InlineData(null, "2026-03-02T08:30:00Z", true)]
    [InlineData("America/Toronto", "2026-03-02T08:30:00Z", false)]
    [InlineData("America/Toronto", "2026-03-02T13:30:00Z", true)]
    [InlineData("Asia/Singapore", "2026-03-02T01:00:00Z", true)]
    public void A_queue_is_served_by_its_own_clock_also_in_the_hours_of_the_center(string? zone, string at, bool isOpen)
    {
        var calendar = new BusinessCalendar(Desk.Center(static center => center.BusinessHours =
            [new OpeningHours { Days = [DayOfWeek.Monday], From = new TimeOnly(8, 0), To = new TimeOnly(18, 0) }]));

        Assert.Equal(isOpen, calendar.IsOpen(new QueueSettings { Name = "Bills", TimeZone = zone }, DateTimeOffset.Parse(at, null)));
    }
}
