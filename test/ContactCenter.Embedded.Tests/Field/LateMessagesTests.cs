using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>One message for the state in which a decision ends, and nothing that overtakes what came later.</summary>
public sealed class LateMessagesTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly AlarmPayload Waits = new() { At = Nine, Period = 60 };
    private static readonly AlarmPayload Full = Waits with { Name = "full", Metric = "QueueCapacityExceededError", Threshold = 1 };

    private static readonly (string, string)[] Cards =
        [("InstanceId", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"), ("MetricGroup", "Queue"), ("QueueName", "Cards")];

    [Theory]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Sms)]
    [InlineData(Channel.Teams)]
    [InlineData(Channel.Webhook)]
    [InlineData(Channel.ServiceNow)]
    [InlineData(Channel.Task)]
    public async Task What_an_outage_of_any_channel_held_up_is_not_told_after_the_end(Channel channel)
    {
        using var replay = new FieldReplay(Only(channel));
        var isOut = true;
        replay.Works = (_, _) => !isOut;
        await replay.HearAsync(Full.Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(20);
        await replay.HearAsync(FieldReplay.Recovery(Full, Nine.AddMinutes(21)));
        await replay.PassAsync(1);
        isOut = false;
        await replay.PassAsync(120);

        Assert.All(replay.Told, static effect => Assert.NotEqual(IncidentState.Open, effect.Message.State));
    }

    [Theory]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Sms)]
    [InlineData(Channel.Teams)]
    [InlineData(Channel.Webhook)]
    [InlineData(Channel.ServiceNow)]
    public async Task Of_several_that_an_outage_held_up_the_newest_alone_is_told(Channel channel)
    {
        using var replay = new FieldReplay(Only(channel));
        var isOut = true;
        replay.Works = (_, _) => !isOut;
        await replay.HearAsync(Waits.Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync((Full with { At = Nine.AddMinutes(3) }).Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(25);
        isOut = false;
        await replay.PassAsync(10);

        Assert.NotEmpty(replay.Told);
        Assert.All(replay.Told, static effect =>
            Assert.Equal((Core.Common.Severity.P1, true), (effect.Message.Severity, effect.At >= Nine.AddMinutes(28))));
    }

    [Fact]
    public async Task What_comes_back_is_told_as_that_and_what_an_outage_held_up_before_is_not()
    {
        using var replay = new FieldReplay(Only(Channel.Email));
        var isOut = true;
        replay.Works = (_, _) => !isOut;
        await replay.HearAsync(Full.Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync(FieldReplay.Recovery(Full, Nine.AddMinutes(5)));
        await replay.PassAsync(30);
        isOut = false;
        await replay.HearAsync((Full with { At = Nine.AddMinutes(40) }).Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(4);

        Assert.Equal([Occasion.Reopened], replay.Told.Select(static effect => effect.Message.Occasion).Distinct());
    }

    [Fact]
    public async Task An_end_that_Slack_may_have_missed_twice_is_changed_in_place_until_Slack_says_so_and_not_told_a_third_time()
    {
        using var replay = new FieldReplay(Only(Channel.Slack, Channel.Email));
        var changes = new Queue<ChannelAnswer>(
            [new Refused("it answered HTTP 429", IsPassing: true), new PerhapsTaken("it did not answer in time"), new Taken()]);
        var asked = new List<string>();
        replay.Answer = (effect, endpoint) =>
        {
            if ((endpoint.Channel, effect.Message.State) != (Channel.Slack, IncidentState.Resolved))
            {
                return new Taken();
            }

            asked.Add(effect.IsAmendment ? "changed" : "told");
            return effect.IsAmendment ? changes.Dequeue() : new PerhapsTaken("it did not answer in time");
        };
        await replay.HearAsync(Full.Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync(FieldReplay.Recovery(Full, Nine.AddMinutes(5)));
        await replay.PassAsync(20);

        // the clock looks for what nobody takes
        await replay.HearAsync((Full with { Name = "other", At = Nine.AddMinutes(40), Dimensions = Cards }).Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(60);

        Assert.Equal(["told", "told", "changed", "changed", "changed"], asked);
    }

    /// <summary>Several things in one event: what each endpoint is told of the queue, and in which state it is then.</summary>
    public static TheoryData<string[], string> Passed => new()
    {
        { ["waits ALARM 0", "full ALARM 1"], "Raised Open P1" },
        { ["waits ALARM 0", "waits OK 2"], "Mitigated Mitigated P2" },
        { ["waits ALARM 0", "full ALARM 1", "waits OK 2"], "Raised Open P1" },
        { ["waits ALARM 0", "waits OK 1", "waits ALARM 2"], "Reopened Open P2" },
        { ["full ALARM 0", "full OK 1", "waits ALARM 2"], "Reopened Open P1" },
        { ["waits OK 3", "waits ALARM 1"], "Mitigated Mitigated P2" },
    };

    [Theory]
    [MemberData(nameof(Passed))]
    public async Task What_one_event_passes_through_ends_in_one_state(string[] states, string expected)
    {
        using var replay = new FieldReplay(Only(Channel.Email));
        await replay.PassToAsync(Nine.AddMinutes(4));
        await replay.HearLateAsync(AlarmPayload.SnsEvent([.. states.Select(static state => Message(state.Split(' ')))]).ToJsonString());

        var told = Assert.Single(replay.Told).Message;
        Assert.Equal(expected, $"{told.Occasion} {told.State} {told.Severity}");
    }

    private static string Message(string[] state) => ((state[0] == "full" ? Full : Waits) with
    {
        State = state[1],
        At = Nine.AddMinutes(int.Parse(state[2], System.Globalization.CultureInfo.InvariantCulture)),
    }).Message().ToJsonString();

    /// <summary>Everybody is told by one endpoint of each of some channels.</summary>
    private static ContactCenterConfiguration Only(params Channel[] channels)
    {
        Endpoint[] endpoints = [.. channels.Select(static channel => new Endpoint { Channel = channel, To = $"{channel} of somebody" })];
        return Sample.Configuration with
        {
            Audiences = Sample.Configuration.Audiences.Keys.ToDictionary(static name => name, _ => (IReadOnlyList<Endpoint>)endpoints),
        };
    }
}
