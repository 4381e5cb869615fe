using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;

namespace ContactCenter.Core.Tests.Escalation;

/// <summary>The newest hand-over, whatever ends a turn.</summary>
public sealed class LastHandOverTests
{
    private static readonly TimeSpan Within = TimeSpan.FromHours(6);

    [Theory]
    [InlineData("2026-01-12T08:00:00Z", "ann to ben at 2026-01-12T08:00:00Z")]
    [InlineData("2026-01-12T08:07:11Z", "ann to ben at 2026-01-12T08:00:00Z")]
    [InlineData("2026-01-12T13:59:00Z", "ann to ben at 2026-01-12T08:00:00Z")]
    [InlineData("2026-01-12T14:30:00Z", null)]
    [InlineData("2026-01-12T07:59:59Z", null)]
    [InlineData("2026-01-14T18:20:00Z", "ben to cem at 2026-01-14T18:00:00Z")]
    [InlineData("2026-01-14T22:00:05Z", "cem to ben at 2026-01-14T22:00:00Z")]
    [InlineData("2026-01-05T08:00:30Z", " to ann at 2026-01-05T08:00:00Z")]
    public void It_is_found_to_the_second(string now, string? expected) => Assert.Equal(expected, Words(Schedule(), now));

    [Theory]
    [InlineData("2026-03-29T01:30:00Z", "ann to ben at 2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25T01:10:00Z", "ann to ben at 2026-10-25T00:30:00Z")]
    public void A_change_of_clocks_makes_it_neither_twice_nor_never(string now, string expected)
    {
        var day = DateOnly.FromDateTime(At(now).Date);
        var schedule = new OnCallSchedule(
            new OnCallSettings { From = day.AddDays(-7), HandOver = new TimeOnly(2, 30), Participants = [Person("ann"), Person("ben")] },
            "Europe/Berlin");

        Assert.Equal(expected, Words(schedule, now));
    }

    [Fact]
    public void Every_look_of_a_week_finds_the_same_ones()
    {
        var schedule = Schedule();
        var found = Enumerable.Range(0, 8 * 24 * 60)
            .Select(minute => schedule.LastHandOver(At("2026-01-11T00:00:30Z").AddMinutes(minute), Within)?.At)
            .OfType<DateTimeOffset>().Distinct().ToArray();

        Assert.Equal([At("2026-01-12T08:00:00Z"), At("2026-01-14T18:00:00Z"), At("2026-01-14T22:00:00Z")], found);
    }

    private static string? Words(OnCallSchedule schedule, string now) => schedule.LastHandOver(At(now), Within) is { } found
        ? $"{found.Before?.Participant.Name} to {found.After?.Participant.Name} at {found.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"
        : null;

    private static OnCallSchedule Schedule() => new(
        new OnCallSettings
        {
            From = new DateOnly(2026, 1, 5),
            Participants = [Person("ann"), Person("ben"), Person("cem")],
            Overrides =
            [
                new OnCallOverride { From = At("2026-01-14T18:00:00Z"), To = At("2026-01-14T22:00:00Z"), Participant = "cem" },
            ],
        },
        "Europe/Berlin");

    private static OnCallParticipant Person(string name) => new() { Name = name, Endpoints = [] };

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
}
