using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.Teams;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Tests.Recorded;

/// <summary>
/// What Amazon Connect, Contact Lens, Lex, Slack and Teams send or refuse, read by those who read it (<c>test/Recorded</c>).
/// </summary>
public sealed class RecordedEventTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("10-lambda-event-task", "TASK", null, null)]
    [InlineData("11-lambda-event-chat", "CHAT", null, null)]
    [InlineData("12-lambda-event-voice", "VOICE", "+15550100001", null)]
    [InlineData("13-lambda-event-voice-streaming", "VOICE", "+15550100001", "Billing")]
    public void A_recorded_event_of_a_flow_is_read(string name, string channel, string? customer, string? queue)
    {
        var request = FlowRequestReader.Read(File.ReadAllBytes(Event(name)));

        Assert.Equal(
            ("33333333-4444-5555-6666-000000000001", channel, customer, queue),
            (request.ContactId, request.Channel, request.CustomerAddress, request.Queue));
    }

    [Fact]
    public void A_task_with_an_empty_description_has_its_name_alone_as_words() =>
        Assert.Equal("Follow-up 4711", ContactWords.Of(FlowRequestReader.Read(File.ReadAllBytes(Event("10-lambda-event-task")))).Words);

    [Fact]
    public void A_parameter_that_arrives_empty_is_absent() =>
        Assert.Null(FlowRequestReader.Read(File.ReadAllBytes(Event("12-lambda-event-voice"))).Find("customerKey"));

    [Theory]
    [InlineData("14-lex-event-connect-voice")]
    [InlineData("15-lex-event-connect-chat")]
    public void What_Lex_did_not_understand_is_counted_as_missed(string name)
    {
        var said = Json(name);
        var metrics = BotUtterance.Metrics(
            new FlowRequest
            {
                Parameters = new Dictionary<string, string>
                {
                    ["intent"] = (string)said["sessionState"]!["intent"]!["name"]!,
                    ["text"] = (string)said["inputTranscript"]!,
                },
            },
            SampleConfiguration.Read());

        Assert.Equal(1, metrics.Single(metric => metric.Name == "BotUtterancesMissed").Value);
    }

    [Fact]
    public void A_fallback_counts_in_the_letter_case_of_the_flow_log_too() => Assert.Equal(
        1,
        BotUtterance.Metrics(
            new FlowRequest
            {
                Parameters = new Dictionary<string, string> { ["intent"] = (string)Json("19-flowlog-lex-block")["Results"]! },
            },
            SampleConfiguration.Read())[1].Value);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_recorded_segments_the_finished_one_counts_once_however_often_it_was_encoded(int times)
    {
        var data = File.ReadAllBytes(Event("25-contactlens-realtime-segments"));
        for (var i = 0; i < times; i++)
        {
            data = Encoding.ASCII.GetBytes(Convert.ToBase64String(data));
        }

        var batch = new JsonObject
        {
            ["Records"] = new JsonArray(new JsonObject
            {
                ["kinesis"] = new JsonObject { ["data"] = Encoding.ASCII.GetString(data), ["sequenceNumber"] = "1" },
            }),
        };
        var signals = new ContactSignalReader(SentimentScorer.Default, new Dictionary<string, double>())
            .Read(Encoding.UTF8.GetBytes(batch.ToJsonString()), Now);

        var signal = Assert.Single(signals);
        Assert.Equal("33333333-4444-5555-6666-000000000001", signal.ContactId);
        Assert.Equal([-0.6], signal.Scores);
    }

    [Fact]
    public void A_recorded_click_in_Slack_names_its_message_by_the_container()
    {
        var click = SlackClick.Read(File.ReadAllText(Event("27-slack-block-actions")))!;

        Assert.Equal(("ack", "U0EXAMPLE", "alex (U0EXAMPLE)"), (click.Action, click.UserId, click.Person));
        Assert.Equal(["ops", "C0EXAMPLE"], click.Places.Select(place => place.Channel));
    }

    /// <summary>What the workflow made of the request that was refused, in proportion.</summary>
    [Fact]
    public void The_largest_card_stays_below_what_Teams_refused_when_it_is_expanded()
    {
        var refused = Json("29-teams-workflow-size-exceeded")["seenInRunHistory"]!;
        var text = (string)refused["body"]!["error"]!["innerError"]!["message"]!;
        var sizes = text.Split(' ').Where(word => int.TryParse(word, out _)).Select(int.Parse).ToArray();

        Assert.InRange(TeamsRenderer.MaximumBytes * (double)sizes[0] / (int)refused["requestContentLength"]!, 1, sizes[1]);
    }

    private static string Event(string name) => Repository.File("test", "Recorded", "events", $"{name}.json");

    private static JsonNode Json(string name) => JsonNode.Parse(File.ReadAllText(Event(name)))!;
}
