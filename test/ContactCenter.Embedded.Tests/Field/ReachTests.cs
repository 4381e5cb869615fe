using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>A step that reaches nobody is not spent, and a promise counts from when it was given.</summary>
public sealed class ReachTests
{
    private const string Rota = "rota";
    private const string Nobody = "nobody";
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly ContactCenterConfiguration NotYet = FieldReplay.Configuration("nobody-on-call-yet.config.json");
    private static readonly AlarmPayload Waits = new() { At = Nine, Period = 60 };
    private static readonly AlarmPayload Full = Waits with { Name = "full", Metric = "QueueCapacityExceededError", Threshold = 1 };

    /// <summary>Steps, as minutes and audience; whom they tell first, and after how many minutes.</summary>
    public static TheoryData<(int, string)[], string, int> Steps => new()
    {
        { [(0, Rota), (5, "team-lead")], "team-lead", 0 },
        { [(0, Rota), (5, Nobody), (15, "management")], "management", 0 },
        { [(0, Rota), (0, Nobody), (15, "management")], "management", 0 },
        { [(5, Rota), (15, "management")], "management", 5 },
        { [(0, Nobody)], "management", 0 },
        { [(0, Nobody), (30, Rota)], "management", 0 },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task The_first_who_can_be_told_is_told_when_the_first_step_is_due((int, string)[] steps, string audience, int minutes)
    {
        using var replay = new FieldReplay(With(steps));
        await replay.HearAsync(Full.Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(30);

        Assert.Equal((audience, Nine.AddMinutes(minutes)), (replay.Told[0].Audience, replay.Told[0].At));
    }

    [Fact]
    public async Task The_last_resort_is_reminded_as_anybody_would_be()
    {
        using var replay = new FieldReplay(With((0, Nobody)));
        await replay.HearAsync(Full.Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(60);

        Assert.Contains(replay.Told, static effect => effect.Message.Occasion == Occasion.Reminder && effect.At >= Nine.AddMinutes(15));
    }

    [Fact]
    public async Task A_raise_whose_steps_reach_nobody_is_told_to_those_who_know()
    {
        var configuration = With((0, Nobody));
        configuration = configuration with { Escalation = configuration.Escalation with { P2 = Escalation((0, "workforce")) } };
        using var replay = new FieldReplay(configuration);
        await replay.HearAsync(Waits.Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync((Full with { At = Nine.AddMinutes(3) }).Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(60);

        Assert.Contains(replay.Told, static effect => effect is { Audience: "workforce", Message.Occasion: Occasion.Raised });
        Assert.Contains(replay.Told, static effect => effect.Message.Occasion == Occasion.Reminder && effect.At >= Nine.AddMinutes(15));
    }

    [Fact]
    public async Task A_step_while_it_is_not_over_that_reaches_nobody_is_followed_by_the_next_at_once()
    {
        var configuration = With((0, "workforce"));
        configuration.Escalation.P1.Unresolved =
            [.. Escalation((10, Nobody), (40, "management")).Steps];
        using var replay = new FieldReplay(configuration);
        await replay.HearAsync(Full.Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(30);

        Assert.Contains(replay.Told, static effect => effect.Audience == "management" && effect.At == Nine.AddMinutes(10));
    }

    /// <summary>What raises the queue's incident to P1, after how many minutes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(16)]
    [InlineData(239)]
    [InlineData(241)]
    public async Task Both_promises_count_from_the_raise_whatever_was_missed_before(int minutes)
    {
        using var replay = new FieldReplay();
        await replay.HearAsync(Waits.Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync((Full with { At = Nine.AddMinutes(minutes) }).Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(90);

        var missed = replay.Decided.SelectMany(static moment => moment.Decision.Timeline)
            .Where(entry => entry.Kind == TimelineKind.SlaMissed && entry.At >= Nine.AddMinutes(minutes))
            .Select(static entry => entry.At);
        Assert.Equal([Nine.AddMinutes(minutes + 5), Nine.AddMinutes(minutes + 60)], missed);
    }

    [Fact]
    public async Task A_promise_counts_from_the_end_of_a_hold()
    {
        using var replay = new FieldReplay(FieldReplay.Configuration("maintenance-two-hours.config.json"));
        await replay.HearAsync((Waits with { At = Nine.AddMinutes(10) }).Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync((Full with { At = Nine.AddMinutes(20) }).Bytes(PayloadShape.SnsEvent));
        await replay.PassToAsync(Nine.AddHours(4));

        Assert.Equal(
            [Nine.AddHours(2).AddMinutes(5), Nine.AddHours(3)],
            replay.Decided.SelectMany(static moment => moment.Decision.Timeline)
                .Where(static entry => entry.Kind == TimelineKind.SlaMissed)
                .Select(static entry => entry.At));
    }

    private static ContactCenterConfiguration With(params (int Minutes, string Audience)[] steps) => NotYet with
    {
        Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(NotYet.Audiences)
        {
            [Nobody] = [new Endpoint { Channel = Channel.Email, To = "instead@bank.example", Fallback = true }],
        },
        Escalation = new() { P1 = Escalation(steps), P2 = Escalation(steps), P3 = Escalation(steps), P4 = Escalation(steps) },
        OnCall = NotYet.OnCall.ToDictionary(static one => one.Key, static one => one.Value with { From = new DateOnly(2027, 1, 1) }),
    };

    private static EscalationSettings Escalation(params (int Minutes, string Audience)[] steps) => new()
    {
        Steps =
        [
            .. steps.Select(static step => new EscalationStepSettings
            {
                After = TimeSpan.FromMinutes(step.Minutes),
                Audience = step.Audience,
            }),
        ],
        RepeatEvery = TimeSpan.FromMinutes(15),
        RepeatTimes = 4,
    };
}
