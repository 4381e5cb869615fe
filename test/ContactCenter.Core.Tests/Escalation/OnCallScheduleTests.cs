using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Tests.Incidents;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Escalation;

public sealed class OnCallScheduleTests
{
    /// <summary>Berlin: clocks jump from 02:00 to 03:00 on 2026-03-29 and back from 03:00 to 02:00 on 2026-10-25.</summary>
    private const string Berlin = "Europe/Berlin";

    [Theory]
    [InlineData("2026-01-05T08:59:59+01:00", null)]
    [InlineData("2026-01-05T09:00:00+01:00", "ann")]
    [InlineData("2026-01-12T08:59:59+01:00", "ann")]
    [InlineData("2026-01-12T09:00:00+01:00", "ben")]
    [InlineData("2026-01-19T09:00:00+01:00", "cem")]
    [InlineData("2026-01-26T09:00:00+01:00", "ann")]
    [InlineData("2026-07-06T08:59:00+02:00", "ben")]
    [InlineData("2026-07-06T09:00:00+02:00", "cem")]
    public void Participants_take_turns_from_hand_over_to_hand_over(string at, string? expected) =>
        Assert.Equal(expected, Who(Weekly(), at));

    [Theory]
    [InlineData("2026-03-29", 167)]
    [InlineData("2026-10-25", 169)]
    public void A_turn_over_a_change_of_clocks_is_an_hour_shorter_or_longer(string day, int hours)
    {
        var turn = Schedule(Weekly()).At(Noon(day))!;

        Assert.Equal(TimeSpan.FromHours(hours), turn.To - turn.From);
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "ann")]
    [InlineData("2026-03-29T01:00:00Z", "ben")]
    public void A_hand_over_in_the_hour_that_is_left_out_is_at_its_end(string at, string expected) =>
        Assert.Equal(expected, Who(Weekly() with { From = new DateOnly(2026, 3, 22), HandOver = new TimeOnly(2, 30) }, at));

    [Theory]
    [InlineData("2026-10-25T00:29:59Z", "ann")]
    [InlineData("2026-10-25T00:30:00Z", "ben")]
    [InlineData("2026-10-25T01:15:00Z", "ben")]
    [InlineData("2026-10-25T01:30:00Z", "ben")]
    public void A_hand_over_in_the_hour_that_comes_twice_happens_once(string at, string expected) =>
        Assert.Equal(expected, Who(Weekly() with { From = new DateOnly(2026, 10, 18), HandOver = new TimeOnly(2, 30) }, at));

    [Theory]
    [InlineData("2026-01-06T17:59:59Z", "ann")]
    [InlineData("2026-01-06T18:00:00Z", "cem")]
    [InlineData("2026-01-06T20:00:00Z", "ben")]
    [InlineData("2026-01-06T22:00:00Z", "ann")]
    [InlineData("2026-01-01T12:00:00Z", null)]
    public void An_override_takes_over_and_the_later_of_two_counts(string at, string? expected) =>
        Assert.Equal(expected, Who(
            Weekly() with
            {
                Overrides =
                [
                    Override("2026-01-06T18:00:00Z", "2026-01-06T22:00:00Z", "cem"),
                    Override("2026-01-06T20:00:00Z", "2026-01-06T22:00:00Z", "ben")
                ]
            },
            at));

    [Fact]
    public void An_override_for_somebody_who_takes_no_turns_changes_nothing() =>
        Assert.Equal("ann", Who(
            Weekly() with { Overrides = [Override("2026-01-06T18:00:00Z", "2026-01-06T22:00:00Z", "zoe")] }, "2026-01-06T20:00:00Z"));

    [Fact]
    public void An_override_has_its_own_begin_and_end()
    {
        var turn = Override("2026-01-06T18:00:00Z", "2026-01-06T22:00:00Z", "cem");
        var settings = Weekly() with { Overrides = [turn] };

        var stand = Schedule(settings).At(At("2026-01-06T20:00:00Z"))!;

        Assert.Equal(("cem", turn.From, turn.To), (stand.Participant.Name, stand.From, stand.To));
        Assert.NotEqual("cem", Who(settings, "2026-01-06T22:00:00Z"));
    }

    [Fact]
    public void Where_nobody_takes_turns_nobody_is_on_call() =>
        Assert.Null(Who(Weekly() with { Participants = [] }, "2026-01-06T12:00:00Z"));

    [Fact]
    public void A_schedule_without_a_time_zone_stands_in_that_of_the_center()
    {
        var settings = Weekly() with { TimeZone = null };

        Assert.Equal(At("2026-01-05T09:00:00+01:00"), new OnCallSchedule(settings, Berlin).At(Noon("2026-01-06"))!.From);
    }

    [Fact]
    public void Somebody_is_always_on_call_and_turns_adjoin() =>
        Prop.ForAll(
            Gen.Elements(Berlin, "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu", "UTC").ToArbitrary(),
            Gen.Choose(0, (24 * 60) - 1).ToArbitrary(),
            Gen.Choose(0, 500 * 24 * 60).ToArbitrary(),
            (zone, handOver, minutes) =>
            {
                var schedule = Schedule(Weekly() with
                {
                    Days = 1 + (minutes % 9),
                    TimeZone = zone,
                    HandOver = TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(handOver))
                });
                var at = new DateTimeOffset(2026, 1, 7, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
                var turn = schedule.At(at)!;
                var next = schedule.At(turn.To)!;
                return turn.From <= at && at < turn.To && next.From == turn.To && next.Participant != turn.Participant
                    && schedule.At(turn.From) == turn && schedule.At(turn.To.AddTicks(-1)) == turn;
            })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_schedule_stands_wherever_an_audience_can()
    {
        var desk = new Desk(Desk.Center(center =>
        {
            center.OnCall = new Dictionary<string, OnCallSettings> { ["rota"] = Weekly() };
            var steps = new EscalationSettings { Steps = [Desk.Step(0, "rota")] };
            center.Escalation = new BySeverity<EscalationSettings> { P1 = steps, P2 = steps, P3 = steps, P4 = steps };
        }));

        desk.Red("queue-wait-time", "Cards", 0);

        // 2 March 2026 is eight weeks after the first hand-over: the ninth turn is the third participant's
        Assert.Equal("cem@example.com", Assert.Single(desk.Messages).To);
    }

    [Fact]
    public void Endpoints_of_a_schedule_are_those_of_who_is_on_call()
    {
        var policy = new IncidentPolicy(Desk.Center(center =>
            center.OnCall = new Dictionary<string, OnCallSettings> { ["rota"] = Weekly() }));

        Assert.Equal("ann@example.com", Assert.Single(policy.Endpoints("rota", Noon("2026-01-06"))).To);
        Assert.Equal("ben@example.com", Assert.Single(policy.Endpoints("rota", Noon("2026-01-13"))).To);
        Assert.Empty(policy.Endpoints("rota", Noon("2025-12-31")));
    }

    [Fact]
    public void A_fallback_is_told_only_when_asked_for()
    {
        Endpoint slack = new()
        {
            Channel = Channel.Slack,
            To = "#ops"
        }, phone = new() { Channel = Channel.Sms, To = "+491", Fallback = true };
        Endpoint mail = new() { Channel = Channel.Email, To = "a@b.de" };
        var policy = new IncidentPolicy(Desk.Center(center =>
            center.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>> { ["ops"] = [slack, phone, mail] }));

        Assert.Equal([slack, mail], policy.Endpoints("ops", Epiphany));
        Assert.Equal([phone], policy.Fallbacks("ops", slack, Epiphany));
        Assert.Empty(policy.Fallbacks("ops", mail, Epiphany));
    }

    private static readonly DateTimeOffset Epiphany = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    private static OnCallSettings Weekly() => new()
    {
        TimeZone = Berlin,
        From = new DateOnly(2026, 1, 5),
        Participants = [Participant("ann"), Participant("ben"), Participant("cem")],
    };

    private static OnCallParticipant Participant(string name) =>
        new() { Name = name, Endpoints = [new Endpoint { Channel = Channel.Email, To = $"{name}@example.com" }] };

    private static OnCallOverride Override(string from, string to, string who) => new() { From = At(from), To = At(to), Participant = who };

    private static OnCallSchedule Schedule(OnCallSettings settings) => new(settings, "UTC");

    private static string? Who(OnCallSettings settings, string at) => Schedule(settings).At(At(at))?.Participant.Name;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Noon(string day) => At($"{day}T12:00:00Z");

    [Theory]
    [InlineData("2026-01-06T03:00:00Z", "ann")]
    [InlineData("2026-01-06T10:00:00Z", "ben")]
    [InlineData("2026-01-12T10:00:00Z", "cem")]
    [InlineData("2026-01-06T23:30:00Z", "cem")]
    [InlineData("2026-01-07T01:30:00Z", "cem")]
    public void A_shift_is_taken_by_its_own_people_by_its_own_clock(string at, string expected)
    {
        var schedule = Weekly() with
        {
            TimeZone = "UTC",
            HandOver = TimeOnly.MinValue,
            Shifts =
            [
                new() { TimeZone = "Asia/Singapore", From = new(10, 0), To = new(16, 0), Participants = ["ann"] },
                new() { TimeZone = "UTC", From = new(8, 0), To = new(16, 0), Participants = ["ben", "cem"] },
                new() { TimeZone = "UTC", From = new(22, 0), To = new(2, 0), Participants = ["cem"] },
            ],
        };

        Assert.Equal(expected, Who(schedule, at));
    }

    [Fact]
    public void Outside_the_shifts_all_take_turns()
    {
        var schedule = Weekly() with { Shifts = [new() { From = new(22, 0), To = new(23, 0), Participants = ["cem"] }] };

        Assert.Equal("ann", Who(schedule, "2026-01-06T12:00:00+01:00"));
    }

    [Fact]
    public void A_shift_ends_a_turn_although_the_week_goes_on()
    {
        var schedule = Weekly() with { Shifts = [new() { From = new(22, 0), To = new(6, 0), Participants = ["cem"] }] };
        var turn = Schedule(schedule).At(DateTimeOffset.Parse("2026-01-07T01:00:00+01:00", null))!;

        Assert.Equal((22, 6), (turn.From.Hour, turn.To.Hour));
    }
}
