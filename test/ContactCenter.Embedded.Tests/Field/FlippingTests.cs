using ContactCenter.Core.Incidents;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>An alarm that flips to and fro is told a few times, however slow it is, whatever it is and by whatever way it comes.</summary>
public sealed class FlippingTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(60, 4, 1, 18)]
    [InlineData(60, 14, 1, 27)]
    [InlineData(60, 1, 18, 19)]
    [InlineData(300, 25, 25, 44)]
    [InlineData(300, 5, 28, 31)]
    [InlineData(900, 80, 80, 34)]
    [InlineData(3600, 60, 60, 50)]
    [InlineData(86400, 110, 110, 46)]
    public async Task However_slow(int period, int red, int calm, int messages)
    {
        var alarm = new AlarmPayload { Period = period };
        using var replay = await FlipAsync(
            red, calm, (at, isRed) => (alarm with { At = at, State = isRed ? "ALARM" : "OK" }).Bytes(PayloadShape.SnsEvent));

        AssertFew(replay, messages);
    }

    [Theory]
    [InlineData("INSUFFICIENT_DATA", "OK", 9)]
    [InlineData("INSUFFICIENT_DATA", "ALARM", 41)]
    [InlineData("ALARM", "INSUFFICIENT_DATA", 40)]
    public async Task Between_whatever_states(string one, string other, int messages)
    {
        var alarm = new AlarmPayload { Period = 300 };
        using var replay = await FlipAsync(
            15, 15, (at, isRed) => (alarm with { At = at, State = isRed ? one : other }).Bytes(PayloadShape.SnsEvent));

        AssertFew(replay, messages);
    }

    [Fact]
    public async Task A_combined_alarm_which_has_no_period()
    {
        var alarm = new AlarmPayload { Name = "everything", Rule = "ALARM(\"a\") OR ALARM(\"b\")" };
        using var replay = await FlipAsync(
            15, 15, (at, isRed) => (alarm with { At = at, State = isRed ? "ALARM" : "OK" }).Bytes(PayloadShape.EventBridgeEvent));

        AssertFew(replay, 43);
    }

    [Fact]
    public async Task A_series_of_an_alarm()
    {
        var alarm = new AlarmPayload { ContributorId = "c1", ContributorAttributes = [("QueueName", "Billing")], Period = 300 };
        using var replay = await FlipAsync(
            15, 15, (at, isRed) => (alarm with { At = at, State = isRed ? "ALARM" : "OK" }).Bytes(PayloadShape.EventBridgeEvent));

        AssertFew(replay, 47);
    }

    [Fact]
    public async Task Two_alarms_of_one_queue_in_turns()
    {
        using var replay = await FlipAsync(15, 15, (at, isRed) => (new AlarmPayload { Period = 300 } with
        {
            Name = at.Hour % 2 == 0 ? "waits" : "size",
            Metric = at.Hour % 2 == 0 ? "LongestQueueWaitTime" : "QueueSize",
            At = at,
            State = isRed ? "ALARM" : "OK",
        }).Bytes(PayloadShape.SnsEvent));

        AssertFew(replay, 47);
    }

    [Fact]
    public async Task Whatever_is_heard_twice()
    {
        var alarm = new AlarmPayload { Period = 300 };
        using var replay = await FlipAsync(15, 15, (at, isRed) =>
        {
            var message = (alarm with { At = at, State = isRed ? "ALARM" : "OK" }).Message().ToJsonString();
            return System.Text.Encoding.UTF8.GetBytes(AlarmPayload.SnsEvent(message, message).ToJsonString());
        });

        AssertFew(replay, 47);
    }

    [Fact]
    public async Task By_day_and_by_night_what_lasts_is_told_in_the_end()
    {
        var alarm = new AlarmPayload { Period = 300 };
        using var replay = await FlipAsync(
            15, 15, (at, isRed) => (alarm with { At = at, State = isRed ? "ALARM" : "OK" }).Bytes(PayloadShape.SnsEvent));
        var before = replay.Told.Count;
        await replay.HearAsync((alarm with { At = Nine.AddHours(13) }).Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(60);

        Assert.Contains(replay.Told.Skip(before), static effect => effect.Message.State is IncidentState.Open);
    }

    /// <summary>Twelve hours of it, and an hour after them.</summary>
    private static async Task<FieldReplay> FlipAsync(int red, int calm, Func<DateTimeOffset, bool, byte[]> message)
    {
        var replay = new FieldReplay();
        for (var at = Nine; at < Nine.AddHours(12); at = at.AddMinutes(red + calm))
        {
            await replay.HearAsync(message(at, true));
            await replay.HearAsync(message(at.AddMinutes(red), false));
        }

        await replay.PassToAsync(Nine.AddHours(13));
        return replay;
    }

    /// <summary>No more than it was when it was measured; each telling is a message for every endpoint of an audience.</summary>
    private static void AssertFew(FieldReplay replay, int messages)
    {
        Assert.InRange(replay.Told.GroupBy(static effect => (effect.At, effect.Message.Occasion)).Count(), 1, 24);
        Assert.InRange(replay.Told.Count, 1, messages);
    }
}
