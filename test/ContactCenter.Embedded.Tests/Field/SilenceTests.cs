using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>A channel that gives no answer may have told people, and may not: it is asked once more, and then others are told.</summary>
public sealed class SilenceTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>In a replay the clock looks when an incident is due, which this is when its promise is missed.</summary>
    private static readonly DateTimeOffset WhenTheClockLooks = Nine.AddMinutes(5);

    private static readonly AlarmPayload Full =
        new() { At = Nine, Period = 60, Name = "full", Metric = "QueueCapacityExceededError", Threshold = 1 };

    private static readonly Endpoint Slack = new() { Channel = Channel.Slack, To = "C-first" };
    private static readonly Endpoint OtherSlack = new() { Channel = Channel.Slack, To = "C-second" };
    private static readonly Endpoint Webhook = new() { Channel = Channel.Webhook, To = "hook-of-first" };
    private static readonly Endpoint Mail = new() { Channel = Channel.Email, To = "first@bank.example" };

    /// <summary>Whom the first step tells; none of them gives an answer.</summary>
    public static TheoryData<Endpoint[]> Silent => new()
    {
        { [Slack] },
        { [Webhook] },
        { [Slack, OtherSlack] },
        { [Slack, Webhook, Mail] },
    };

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task A_step_of_which_nobody_answered_twice_is_followed_by_the_next_at_once(Endpoint[] first)
    {
        var asked = new Dictionary<string, int>();
        using var replay = new FieldReplay(With(first)) { Answer = (effect, endpoint) => Silence(asked, first, effect, endpoint) };
        await replay.HearAsync(Full.Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(10);

        Assert.All(asked.Values, static times => Assert.Equal(2, times));
        Assert.InRange(replay.Told.First(static effect => effect.Audience == "second").At, Nine.AddMinutes(1), WhenTheClockLooks);
    }

    [Fact]
    public async Task The_timeline_says_that_nobody_answered()
    {
        using var replay = new FieldReplay(With(Slack)) { Answer = static (_, endpoint) => IsFirst(endpoint) ? Nothing : new Taken() };
        await replay.HearAsync(Full.Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(10);

        Assert.Contains(
            replay.Decided.SelectMany(static moment => moment.Decision.Timeline),
            static entry => entry.Text
                == "first could not be told by Slack (C-first): it did not answer in time, though it may have the message");
    }

    [Fact]
    public async Task One_who_answered_is_enough_and_the_next_step_comes_in_its_time()
    {
        using var replay = new FieldReplay(With(Slack, Mail))
        {
            Answer = static (_, endpoint) => endpoint.Channel == Channel.Slack && IsFirst(endpoint) ? Nothing : new Taken(),
        };
        await replay.HearAsync(Full.Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(40);

        Assert.Equal(Nine.AddMinutes(30), replay.Told.First(static effect => effect.Audience == "second").At);
    }

    [Fact]
    public async Task One_that_is_silent_and_one_that_refuses_have_told_nobody()
    {
        using var replay = new FieldReplay(With(Slack, Mail))
        {
            Answer = static (_, endpoint) => !IsFirst(endpoint) ? new Taken()
                : endpoint.Channel == Channel.Slack ? Nothing
                : new Refused("it answered HTTP 404", IsPassing: false),
        };
        await replay.HearAsync(Full.Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(10);

        Assert.InRange(replay.Told.First(static effect => effect.Audience == "second").At, Nine.AddMinutes(1), WhenTheClockLooks);
    }

    private static PerhapsTaken Nothing { get; } = new("it did not answer in time");

    private static ChannelAnswer Silence(Dictionary<string, int> asked, Endpoint[] first, NotifyEffect effect, Endpoint endpoint)
    {
        if (!Array.Exists(first, one => one.To == endpoint.To))
        {
            return new Taken();
        }

        if (!effect.IsAmendment && effect.Message.Occasion == Occasion.Opened)
        {
            asked[endpoint.To] = asked.GetValueOrDefault(endpoint.To) + 1;
        }

        return Nothing;
    }

    private static bool IsFirst(Endpoint endpoint) => endpoint.To is "C-first" or "first@bank.example";

    /// <summary>Some are told at once, others half an hour later.</summary>
    private static ContactCenterConfiguration With(params Endpoint[] first)
    {
        var escalation = new EscalationSettings
        {
            Steps =
            [
                new EscalationStepSettings { After = TimeSpan.Zero, Audience = "first" },
                new EscalationStepSettings { After = TimeSpan.FromMinutes(30), Audience = "second" },
            ],
            RepeatEvery = TimeSpan.FromMinutes(60),
            RepeatTimes = 1,
        };
        return Sample.Configuration with
        {
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(Sample.Configuration.Audiences)
            {
                ["first"] = first,
                ["second"] = [new Endpoint { Channel = Channel.Email, To = "second@bank.example" }],
            },
            Escalation = new() { P1 = escalation, P2 = escalation, P3 = escalation, P4 = escalation },
        };
    }
}
