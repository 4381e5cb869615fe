using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>Nothing is told while it is held, and nothing is held that nobody has asked to hold.</summary>
public sealed class HoldTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly AlarmPayload Size = new() { Name = "size", Metric = "QueueSize", Threshold = 1, Values = [9] };
    private static readonly AlarmPayload Waits = new();

    [Fact]
    public async Task A_mute_of_one_alarm_does_not_hold_another_of_the_same_queue()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("muted-alarm-then-p1.json"));

        Assert.Equal(Nine.AddMinutes(10).AddMilliseconds(123), replay.Told[0].At);
        Assert.Equal("[P1] Queue Billing: queue is full", replay.Subjects[0]);
        Assert.Contains(replay.Told, static effect => effect.Audience == "on-call");
    }

    [Fact]
    public async Task Two_muted_alarms_are_held_until_the_first_mute_ends()
    {
        using var replay = await FieldReplay.OfAsync(
            BothMuted().Replace("QueueCapacityExceededError", "QueueSize", StringComparison.Ordinal), followMinutes: 600);

        Assert.Equal(Nine.AddHours(3), replay.Told[0].At);
    }

    [Fact]
    public async Task A_raise_ends_the_hold_though_every_red_alarm_is_muted()
    {
        using var replay = await FieldReplay.OfAsync(BothMuted(), followMinutes: 30);

        Assert.Equal(
            (Nine.AddMinutes(10).AddMilliseconds(123), "[P1] Queue Billing: queue is full"), (replay.Told[0].At, replay.Subjects[0]));
    }

    [Fact]
    public async Task A_muted_alarm_that_joins_one_that_is_not_holds_no_step()
    {
        using var replay = new FieldReplay();
        await replay.HearAsync(Muted(Waits with { At = Nine }, until: null));
        await replay.HearAsync(Muted(Size with { At = Nine.AddMinutes(10) }, Nine.AddHours(8)));
        await replay.PassAsync(20);

        Assert.Contains(replay.Told, static effect => effect.Audience == "team-lead" && effect.At == Nine.AddMinutes(15));
    }

    [Fact]
    public async Task When_only_muted_alarms_are_left_nobody_is_told_until_the_mute_ends()
    {
        using var replay = new FieldReplay();
        await replay.HearAsync(Muted(Size with { At = Nine }, Nine.AddHours(8)));
        await replay.HearAsync(Muted(Waits with { At = Nine.AddMinutes(10) }, until: null));
        await replay.HearAsync(FieldReplay.Recovery(Waits, Nine.AddMinutes(12)));
        await replay.PassToAsync(Nine.AddHours(9));

        Assert.Equal(Nine.AddMinutes(10), replay.Told[0].At);
        Assert.Equal(Nine.AddHours(8), replay.Told.First(static effect => effect.At > Nine.AddMinutes(12)).At);
    }

    [Theory]
    [InlineData(180, 180)]
    [InlineData(null, 30)]
    public async Task A_mute_counts_as_the_newest_state_has_it(int? mutedUntil, int told)
    {
        using var replay = new FieldReplay();
        await replay.HearAsync(Muted(Size with { At = Nine }, Nine.AddHours(1)));
        await replay.HearAsync(FieldReplay.Recovery(Size, Nine.AddMinutes(25)));
        await replay.HearAsync(Muted(
            Size with { At = Nine.AddMinutes(30) }, mutedUntil is { } minutes ? Nine.AddMinutes(minutes) : null));
        await replay.PassToAsync(Nine.AddHours(5));

        Assert.Equal(Nine.AddMinutes(told), replay.Told[0].At);
    }

    [Fact]
    public async Task A_mute_that_is_alone_holds_until_its_end()
    {
        var text = FieldReplay.Text("muted-alarm-then-p1.json");
        using var replay = await FieldReplay.OfAsync(text.Replace("their-full", "their-size", StringComparison.Ordinal)
            .Replace("T09:10:00", "T09:00:00", StringComparison.Ordinal), followMinutes: 600);

        Assert.Equal(Nine.AddHours(8), replay.Told[0].At);
    }

    [Fact]
    public async Task What_was_red_before_planned_work_is_silent_while_it_lasts_and_told_at_its_end()
    {
        using var replay = await FieldReplay.OfAsync(
            FieldReplay.Text("red-before-window.json"), FieldReplay.Configuration("maintenance-two-hours.config.json"), 300);

        Assert.DoesNotContain(replay.Told, static effect => effect.At >= Nine && effect.At < Nine.AddHours(2));
        Assert.Contains(replay.Told, static effect => effect.At < Nine);
        Assert.Equal(
            "It is still there after planned work.",
            replay.Told.First(static effect => effect.At >= Nine).Message.Remark);
    }

    [Fact]
    public async Task An_end_within_planned_work_is_told_after_it_to_those_who_knew()
    {
        using var replay = await FieldReplay.OfAsync(
            FieldReplay.Text("red-before-window.json"), FieldReplay.Configuration("maintenance-two-hours.config.json"), 0);
        await replay.HearAsync(FieldReplay.Text("red-before-window.json")
            .Replace("T08:50", "T09:30", StringComparison.Ordinal)
            .Replace("\\\"NewStateValue\\\": \\\"ALARM\\\"", "\\\"NewStateValue\\\": \\\"OK\\\"", StringComparison.Ordinal));
        await replay.PassAsync(300);

        var last = replay.Told[^1];
        Assert.Equal((Occasion.Resolved, Nine.AddHours(2)), (last.Message.Occasion, last.At));
        Assert.DoesNotContain(replay.Told, static effect => effect.At >= Nine && effect.At < Nine.AddHours(2));
    }

    [Fact]
    public async Task A_raise_within_planned_work_is_held_too()
    {
        using var replay = await FieldReplay.OfAsync(
            FieldReplay.Text("p1-joins.json"), FieldReplay.Configuration("maintenance-two-hours.config.json"), 300);

        Assert.Equal((Nine.AddHours(2), Severity.P1), (replay.Told[0].At, replay.Told[0].Message.Severity));
    }

    [Fact]
    public async Task What_planned_work_holds_neither_begins_nor_joins_a_storm()
    {
        var configuration = FieldReplay.Configuration("maintenance-two-hours.config.json");
        configuration = configuration with
        {
            Maintenance =
            [
                new MaintenanceSettings
                {
                    Name = "shop",
                    From = Nine,
                    To = Nine.AddHours(2),
                    Resources = [.. Enumerable.Range(0, 40).Select(static i => $"team-{i}-latency")],
                },
            ],
        };
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("storm-hides-p1.json"), configuration, 30);

        Assert.Equal(
            ["[P1] Queue Billing: queue is full", "[P1] Queue Cards: queue is full"],
            replay.Told.Where(static effect => effect.Message.Occasion == Occasion.Opened)
                .Select(static effect => PlainText.Subject(effect.Message))
                .Distinct());
    }

    [Fact]
    public async Task A_storm_is_held_while_planned_work_covers_every_red_alarm_of_it()
    {
        var configuration = FieldReplay.Configuration("maintenance-two-hours.config.json");
        configuration = configuration with
        {
            Maintenance = [new MaintenanceSettings { Name = "all", From = Nine.AddMinutes(12), To = Nine.AddMinutes(60) }],
        };
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("storm-hides-p1.json"), configuration, 120);

        Assert.DoesNotContain(replay.Told, static effect => effect.At >= Nine.AddMinutes(12) && effect.At < Nine.AddMinutes(60));
        Assert.Contains(replay.Told, static effect => effect.At >= Nine.AddMinutes(60));
    }

    [Fact]
    public async Task A_message_that_was_late_is_not_told_within_planned_work()
    {
        using var replay = new FieldReplay(FieldReplay.Configuration("maintenance-two-hours.config.json"));
        replay.Works = (effect, _) => effect.Audience != "on-call" || replay.Decided.Count > 1;
        await replay.HearAsync(FieldReplay.Text("red-before-window.json"));
        await replay.HearAsync(FieldReplay.Other(Nine.AddMinutes(10)));
        await replay.PassToAsync(Nine.AddMinutes(100));

        Assert.DoesNotContain(replay.Told, static effect => effect.Message.Subject == "Queue Billing");
    }

    /// <summary>The case, with a mute of the second alarm too, which ends at noon.</summary>
    private static string BothMuted()
    {
        var text = FieldReplay.Text("muted-alarm-then-p1.json");
        var mute = text[text.IndexOf("\"muteDetail\"", StringComparison.Ordinal)..];
        mute = mute[..(mute.IndexOf('}', StringComparison.Ordinal) + 1)];
        const string Name = "\"alarmName\":\"their-full\",";
        return text.Replace(Name, $"{Name}{mute.Replace("T17:", "T12:", StringComparison.Ordinal)},", StringComparison.Ordinal);
    }

    /// <summary>What EventBridge tells of an alarm that is muted, or is not.</summary>
    private static byte[] Muted(AlarmPayload payload, DateTimeOffset? until)
    {
        var told = payload.Event();
        if (until is { } end)
        {
            told["detail"]!["muteDetail"] = new JsonObject { ["muteWindowEnd"] = AlarmPayload.Stamp(end) };
        }

        return Encoding.UTF8.GetBytes(told.ToJsonString());
    }
}
