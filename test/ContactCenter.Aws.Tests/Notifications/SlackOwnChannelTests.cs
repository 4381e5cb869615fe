using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>The channel of a P1's own: made once, told the same, and never in the way of the message itself.</summary>
public sealed class SlackOwnChannelTests
{
    private const string Name = "inc-7q2m9kxa-3-billing";

    private static readonly Endpoint Bot = new()
    {
        Channel = Channel.Slack,
        To = "#ops",
        Secret = "bot",
        OwnChannel = true,
        Mention = "U012AB3CD",
    };

    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message());
    private static readonly Reply Posted = new(200, """{"ok":true,"channel":"C1","ts":"17.2"}""");
    private static readonly Reply Made = new(200, $$$"""{"ok":true,"channel":{"id":"C9","name":"{{{Name}}}"}}""");
    private static readonly Reply PostedThere = new(200, """{"ok":true,"channel":"C9","ts":"18.1"}""");
    private static readonly Reply Ok = new(200, """{"ok":true}""");

    [Fact]
    public async Task It_is_made_told_opened_to_people_headed_and_pointed_to()
    {
        await using var station = await StartAsync(Posted, Made, PostedThere, Ok, Ok, Ok);

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Bot));

        Assert.Equal(
            [
                "chat.postMessage", "conversations.create", "chat.postMessage", "conversations.invite", "conversations.setTopic",
                "chat.postMessage",
            ],
            Methods(station));
        Assert.Equal(Name, (string?)Body(station, 1)["name"]);
        Assert.Equal("C9", (string?)Body(station, 2)["channel"]);
        Assert.Equal(("C9", "U012AB3CD"), ((string?)Body(station, 3)["channel"], (string?)Body(station, 3)["users"]));
        Assert.Contains("7Q2M9KXA-3", (string?)Body(station, 4)["topic"], StringComparison.Ordinal);
        Assert.Equal(("C1", "17.2"), ((string?)Body(station, 5)["channel"], (string?)Body(station, 5)["thread_ts"]));
        Assert.Equal("<#C9>", (string?)Body(station, 5)["blocks"]![1]!["text"]!["text"]);
    }

    [Fact]
    public async Task One_that_an_attempt_before_has_made_is_found_by_its_name()
    {
        await using var station = await StartAsync(
            Posted, new Reply(200, """{"ok":false,"error":"name_taken"}"""), PostedThere, Ok, Ok, Ok);

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Bot));

        Assert.Equal($"#{Name}", (string?)Body(station, 2)["channel"]);
    }

    [Fact]
    public async Task What_follows_is_told_there_too_and_nothing_is_made_twice()
    {
        await using var station = await StartAsync(Posted, Made, PostedThere, Ok, Ok, Ok);
        await station.TellAsync(Effect, Bot);
        station.Answer(Ok);

        await station.TellAsync(Messages.Effect(Messages.Message(Occasion.Escalated), number: 6), Bot);

        Assert.Equal(
            ["chat.update", "chat.postMessage", "chat.update", "chat.postMessage"], Methods(station).Skip(6));
        Assert.Equal(("C9", "18.1"), ((string?)Body(station, 8)["channel"], (string?)Body(station, 8)["ts"]));
    }

    [Fact]
    public async Task Its_head_says_when_it_is_over_and_it_is_kept()
    {
        await using var station = await StartAsync(Posted, Made, PostedThere, Ok, Ok, Ok);
        await station.TellAsync(Effect, Bot);
        station.Answer(Ok);

        await station.TellAsync(Messages.Effect(Messages.Message(Occasion.Resolved, IncidentState.Resolved), number: 7), Bot);

        Assert.Equal("conversations.setTopic", Methods(station)[^1]);
        Assert.DoesNotContain("conversations.archive", Methods(station));
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("restricted_action")]
    public async Task What_Slack_refuses_of_it_is_told_and_the_message_has_arrived(string error)
    {
        await using var station = await StartAsync(Posted, new Reply(200, $$"""{"ok":false,"error":"{{error}}"}"""));

        var delivered = Assert.IsType<Delivered>(await station.TellAsync(Effect, Bot));

        Assert.Equal($"The incident has no channel of its own in Slack: Slack answered {error}", delivered.Note);
        Assert.Equal(["chat.postMessage", "conversations.create"], Methods(station));
    }

    [Fact]
    public async Task Whoever_has_taken_over_is_invited()
    {
        await using var station = await StartAsync(Posted, Made, PostedThere, Ok, Ok, Ok);
        station.PolicyNow = () => new(new IncidentDesk(Taken("U0TAKEN"), station.Store).Policy);

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Bot));

        Assert.Equal("U012AB3CD,U0TAKEN", (string?)Body(station, 3)["users"]);
    }

    [Fact]
    public async Task A_P2_has_none()
    {
        await using var station = await StartAsync(Posted);

        await station.TellAsync(Messages.Effect(Messages.Message(Occasion.Opened, IncidentState.Open, Severity.P2)), Bot);

        Assert.Equal(["chat.postMessage"], Methods(station));
    }

    [Fact]
    public async Task Who_is_in_it_already_keeps_nothing_from_going_on()
    {
        await using var station = await StartAsync(
            Posted, Made, PostedThere, new Reply(200, """{"ok":false,"error":"already_in_channel"}"""), Ok, Ok);

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Bot));
        Assert.Equal(6, station.Requests.Count);
    }

    private static ContactCenterConfiguration Taken(string mention) => new()
    {
        Environment = "test",
        Instance = new ConnectInstance
        {
            Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            Alias = "bank",
        },
        OnCall = new Dictionary<string, OnCallSettings>
        {
            ["rota"] = new()
            {
                From = new DateOnly(2020, 1, 6),
                HandOver = TimeOnly.MinValue,
                Participants = [new OnCallParticipant { Name = "ann", Endpoints = [Bot with { OwnChannel = false, Mention = mention }] }],
            },
        },
    };

    private static string[] Methods(Station station) => [.. station.Requests.Select(static request => request.Path["/api/".Length..])];

    private static JsonNode Body(Station station, int number) => JsonNode.Parse(station.Requests[number].Body)!;

    private static async Task<Station> StartAsync(params Reply[] replies)
    {
        var station = await Station.StartAsync(replies);
        station.Secrets.Texts["bot"] = """{"botToken":"xoxb-1"}""";
        Assert.Equal("inc-7q2m9kxa-3-billing", SlackOwnChannel.Name(Effect.Message));
        return station;
    }
}
