using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Learning.Forecasts;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>The forecast of a queue that has twenty calls in each half hour from eight to six on workdays.</summary>
public sealed class QueueForecastTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DayOfWeek[] Workdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    [Fact]
    public void Days_are_those_on_which_the_queue_is_open_today_from_its_first_half_hour()
    {
        var forecast = Of(Monday.AddHours(11), days: 7);

        Assert.Equal(100, forecast.HalfHours.Length);
        Assert.Equal((Monday.AddHours(8), 20), (forecast.HalfHours[0].At, forecast.BasedOnDays));
        Assert.All(forecast.HalfHours, static half => Assert.InRange(half.Slot.Expected, 18, 22));
        Assert.All(forecast.HalfHours, static half => Assert.True(
            half.Slot.Low90 < half.Slot.Low50 && half.Slot.Low50 < half.Slot.High50 && half.Slot.High50 < half.Slot.High90));
    }

    [Fact]
    public void What_is_over_today_stands_beside_what_was_expected_and_the_rest_is_open()
    {
        var forecast = Of(Monday.AddHours(11), days: 1);

        Assert.Equal(6, forecast.HalfHours.Count(static half => half.Came == 20));
        Assert.Null(forecast.HalfHours[6].Came);
    }

    [Fact]
    public void A_busy_morning_raises_the_rest_of_the_day_and_not_tomorrow()
    {
        // mornings differed before, and afternoons with them
        var busy = Of(Monday.AddHours(11), days: 2, weeks: 8, calls: static at => at.Date == Monday.Date ? 40 : at.Day % 2 == 0 ? 16 : 24);

        Assert.True(busy.HalfHours[10].Slot.Expected > 1.3 * busy.HalfHours[0].Slot.Expected);
        Assert.InRange(busy.HalfHours[^1].Slot.Expected, 14, 27);
    }

    [Fact]
    public void A_half_hour_without_agents_enough_is_told_with_how_many_more_would_do()
    {
        var forecast = Of(Monday.AddHours(9), days: 1, planned: 2);

        var first = forecast.Shortages[0];
        var half = forecast.HalfHours.Single(half => half.At == first.Begin);
        Assert.Equal(Monday.AddHours(9), first.Begin);
        Assert.Equal(half.Heads - 2, first.More);
        Assert.True(half.ServiceLevel < 0.8);
        Assert.Equal(
            $"Below 80 % from 09:00 to 18:00 with the agents scheduled; {first.More} more would do.",
            ForecastSentence.Of(forecast, Monday.AddHours(9), TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_plan_that_is_enough_is_said_to_be()
    {
        var forecast = Of(Monday.AddHours(9), days: 14, planned: 40);

        Assert.Empty(forecast.Shortages);
        Assert.All(
            forecast.HalfHours.Where(static half => half.Scheduled is not null), static half => Assert.True(half.ServiceLevel > 0.8));
        Assert.Equal(
            "The agents scheduled will hardly be too few before 17:00.", ForecastSentence.Of(forecast, Monday.AddHours(9), TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_plan_that_ends_is_enough_until_then()
    {
        var forecast = Of(Monday.AddHours(14), days: 1, planned: 40, plannedUntil: 16);

        Assert.Equal(
            "The agents scheduled will hardly be too few before 16:00.",
            ForecastSentence.Of(forecast, Monday.AddHours(14), TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_half_hour_that_nobody_has_read_hides_none_after_it()
    {
        var forecast = Of(Monday.AddHours(11), days: 1, unread: Monday.AddHours(9));

        Assert.Equal([20L, 20, null, 20, 20, 20, null], forecast.HalfHours.Take(7).Select(static half => half.Came));
    }

    [Fact]
    public void A_plan_is_read_by_the_clock_of_its_queue()
    {
        var forecast = Of(Monday.AddHours(8), days: 1, planned: 40, zone: "Africa/Lagos");

        Assert.Equal(Monday.AddHours(8), forecast.HalfHours.First(static half => half.Scheduled is not null).At);
        Assert.Equal(18, forecast.HalfHours.Count(static half => half.Scheduled is not null));
    }

    [Fact]
    public void A_single_half_hour_that_is_tight_is_said_too()
    {
        var enough = Of(Monday.AddHours(9), days: 1, planned: 40);
        var tight = enough with
        {
            HalfHours = enough.HalfHours.SetItem(8, enough.HalfHours[8] with { ServiceLevel = 0.7, Risk = 0.6 }),
        };

        Assert.Equal(
            "The agents scheduled may be too few at 12:00: 70 % are expected in time.",
            ForecastSentence.Of(tight, Monday.AddHours(9), TimeZoneInfo.Utc));
    }

    [Fact]
    public void Of_those_logged_in_some_are_on_a_break_as_of_late()
    {
        // four of five who were logged in had a contact or were ready for one
        ProfileNumbers[] half = [new("Agents", Monday.AddDays(-1), 1000, 500, 300, 200, 0)];
        var all = Of(Monday.AddHours(9), days: 1);
        var some = Of(Monday.AddHours(9), days: 1, profiles: half);

        Assert.Equal(all.HalfHours[5].Agents, all.HalfHours[5].Heads);
        Assert.Equal((int)Math.Ceiling(some.HalfHours[5].Agents!.Value / 0.8), some.HalfHours[5].Heads);
    }

    [Fact]
    public void Where_nobody_has_a_plan_the_agents_needed_are_said()
    {
        var forecast = Of(Monday.AddHours(9), days: 1);

        Assert.Equal(
            $"Up to {forecast.HalfHours.Max(static half => half.Heads)} agents are needed at once before 17:00; no plan says who is there.",
            ForecastSentence.Of(forecast, Monday.AddHours(9), TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_holiday_is_left_out()
    {
        var forecast = Of(Monday.AddHours(9), days: 3, change: static center => center.Holidays = [new DateOnly(2026, 3, 3)]);

        Assert.DoesNotContain(forecast.HalfHours, static half => half.At.Day == 3);
        Assert.Contains(forecast.HalfHours, static half => half.At.Day == 4);
    }

    [Fact]
    public void A_week_that_is_not_whole_gives_no_forecast()
    {
        var forecast = Of(Monday.AddHours(9), days: 7, weeks: 1);

        Assert.Empty(forecast.HalfHours);
        Assert.Equal(
            "Too little is known for a forecast: 5 open days, and 7 are needed.",
            ForecastSentence.Of(forecast, Monday.AddHours(9), TimeZoneInfo.Utc));
    }

    [Fact]
    public void E_mails_are_spread_over_the_hours_of_the_queue_until_their_promise()
    {
        var forecast = Of(Monday.AddHours(8), days: 1, channel: ContactChannel.Email);

        var agents = forecast.HalfHours.Select(static half => half.Agents ?? 0).ToArray();
        Assert.True(agents.Max() - agents.Skip(8).Min() <= 1);
        Assert.Equal(TimeSpan.FromHours(4), forecast.Within);
    }

    [Fact]
    public void E_mails_that_wait_already_are_worked_on_too()
    {
        var none = Of(Monday.AddHours(8), days: 1, channel: ContactChannel.Email);
        var some = Of(
            Monday.AddHours(8), days: 1, channel: ContactChannel.Email, ended: static at => at.Date < Monday.Date.AddDays(-3) ? 20 : 10);

        Assert.Equal((0, 0), (none.Waiting, Of(Monday.AddHours(8), days: 1).Waiting));
        Assert.Equal(200, some.Waiting);
        Assert.Equal(
            100,
            Of(
                Monday.AddHours(8), days: 1, channel: ContactChannel.Email, ended: static at => at.Date < Monday.Date.AddDays(-3) ? 20 : 10,
                unread: Monday.AddDays(-3).AddHours(12.5)).Waiting);
        Assert.True(some.HalfHours.Sum(static half => half.Agents) > none.HalfHours.Sum(static half => half.Agents));
    }

    [Fact]
    public void Callbacks_of_the_night_lower_what_is_reached_after_the_opening_and_ask_for_more_agents()
    {
        // twelve wished to be called back on Sunday evening, whom nobody has called yet
        var night = Monday.AddHours(-4);
        var usual = Of(Monday.AddHours(7), days: 1, planned: 6, change: Hours);
        var standing = Of(Monday.AddHours(7), days: 1, planned: 6, wished: at => at == night ? 12 : 0, change: Hours);

        Assert.Equal((0, 12), (usual.Waiting, standing.Waiting));
        var (before, after) = (At(usual, 8), At(standing, 8));
        Assert.True(after.ServiceLevel < before.ServiceLevel - 0.2);
        Assert.True(after.Agents > before.Agents);
        Assert.InRange(At(standing, 17).ServiceLevel!.Value, At(usual, 17).ServiceLevel!.Value - 0.02, 1);

        static ForecastHalfHour At(QueueForecast forecast, int hour) => forecast.HalfHours.Single(half => half.At == Monday.AddHours(hour));
    }

    [Fact]
    public void While_callers_are_served_who_is_on_the_line_waits_for_no_opening() =>
        Assert.Equal(0, Of(Monday.AddHours(9), days: 1, wished: static at => at == Monday.AddHours(8) ? 12 : 0, change: Hours).Waiting);

    [Fact]
    public void Of_chats_no_agents_are_said_because_an_agent_has_several()
    {
        var forecast = Of(Monday.AddHours(8), days: 1, channel: ContactChannel.Chat);

        Assert.All(forecast.HalfHours, static half => Assert.Null(half.Agents));
        Assert.StartsWith("About ", ForecastSentence.Of(forecast, Monday.AddHours(8), TimeZoneInfo.Utc), StringComparison.Ordinal);
    }

    private static void Hours(ContactCenterConfiguration center) =>
        center.BusinessHours = [new() { Days = Workdays, From = new(8, 0), To = new(18, 0) }];

    private static QueueForecast Of(
        DateTimeOffset now, int days, int weeks = 4, int? planned = null, Func<DateTimeOffset, int>? calls = null,
        ContactChannel channel = ContactChannel.Voice, IReadOnlyList<ProfileNumbers>? profiles = null,
        Action<ContactCenterConfiguration>? change = null, int plannedUntil = 18, DateTimeOffset? unread = null, string? zone = null,
        Func<DateTimeOffset, int>? wished = null, Func<DateTimeOffset, int>? ended = null)
    {
        var center = SampleConfiguration.Read() with { TimeZone = "UTC", BusinessHours = [], Holidays = [] };
        change?.Invoke(center);
        var queue = center.Queues[0] with
        {
            MaximumWaits = new() { Email = TimeSpan.FromHours(4) },
            Plan = planned is { } agents
                ? [new() { Days = Workdays, From = new(8, 0), To = new(plannedUntil, 0), Agents = agents }]
                : [],
            TimeZone = zone,
        };
        center.Queues = [queue];
        var numbers = HalfHours.Between(Monday.AddDays(-7 * weeks), now)
            .Select(at => (At: at, IsOpen: Workdays.Contains(at.DayOfWeek) && at.Hour is >= 8 and < 18))
            .Where(half => half.At != unread)
            .Select(half => new QueueNumbers(
                queue.Name,
                half.At,
                ImmutableSortedDictionary.CreateRange(
                    [
                        KeyValuePair.Create(channel, Counted(
                            Numbers(half.IsOpen ? calls?.Invoke(half.At) ?? 20 : 0), wished?.Invoke(half.At) ?? 0,
                            half.IsOpen ? ended?.Invoke(half.At) : null)),
                    ])));
        return QueueForecast.Of(new(center, [.. numbers], profiles ?? []), queue, channel, now, days);
    }

    private static ChannelNumbers Counted(ChannelNumbers usual, int wished, int? ended) =>
        usual with { Offered = usual.Offered + wished, Queued = ended ?? usual.Queued };

    private static ChannelNumbers Numbers(int calls) => ChannelNumbers.Nothing with
    {
        Offered = calls,
        Queued = calls,
        Answered = calls,
        Handled = calls,
        HandleSeconds = calls * 240,
    };
}
