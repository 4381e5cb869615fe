using System.Text;
using System.Text.Json.Nodes;
using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Tests.Notifications;
using Moq;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>A test by each channel: who took it with which id, why not, or that nobody can know; and nothing is opened anywhere.</summary>
public sealed class NoticeTests
{
    private static readonly Notice Test = new()
    {
        Id = "test-1772539200-ABCDEFGH",
        Subject = "TEST: you can be reached here; nothing is to be done",
        Paragraphs = ["This is a test.", "It tells of no incident, and nothing is to be done."],
        Brief = "TEST: contact center test reaches on-call here. Nothing is to be done.",
        At = Messages.Opened,
        Reader = Reader.Anybody,
        IsTest = true,
    };

    [Fact]
    public async Task Slack_with_a_token_tells_where_the_message_stands_and_nobody_is_called()
    {
        await using var station = await SlackAsync(new Reply(200, """{"ok":true,"channel":"C1","ts":"17.2"}"""));

        var answer = await station.NoticeAsync(
            Test, new Endpoint { Channel = Channel.Slack, To = "#ops", Secret = "bot", Mention = "U012AB3CD" });

        Assert.Equal(NoticeAnswer.By("Slack", "C1 17.2"), answer);
        var request = Assert.Single(station.Requests);
        Assert.Equal("/api/chat.postMessage", request.Path);
        Assert.DoesNotContain("U012AB3CD", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_over_calls_the_person_that_it_is_for()
    {
        await using var station = await SlackAsync(new Reply(200, """{"ok":true,"channel":"C1","ts":"17.2"}"""));

        await station.NoticeAsync(
            Test with { IsTest = false }, new Endpoint { Channel = Channel.Slack, To = "#ops", Secret = "bot", Mention = "U012AB3CD" });

        Assert.Contains("<@U012AB3CD>", (string?)Json(station.Requests[0])["blocks"]![1]!["text"]!["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token_revoked", "Slack answered token_revoked")]
    [InlineData("channel_not_found", "Slack answered channel_not_found")]
    public async Task What_Slack_says_of_a_token_or_channel_is_the_reason(string error, string reason)
    {
        await using var station = await SlackAsync(new Reply(200, $$"""{"ok":false,"error":"{{error}}"}"""));

        var answer = await station.NoticeAsync(Test, new Endpoint { Channel = Channel.Slack, To = "#ops", Secret = "bot" });

        Assert.Equal((NoticeOutcome.Refused, reason), (answer.Outcome, answer.Words));
    }

    [Fact]
    public async Task A_secret_that_cannot_be_had_is_a_refusal()
    {
        await using var station = await Station.StartAsync();

        var answer = await station.NoticeAsync(Test, new Endpoint { Channel = Channel.Slack, To = "#ops", Secret = "nowhere" });

        Assert.Equal((NoticeOutcome.Refused, "its secret cannot be had"), (answer.Outcome, answer.Words));
    }

    [Fact]
    public async Task Teams_accepts_what_nobody_can_know_of()
    {
        await using var station = await Station.StartAsync(new Reply(202));
        station.Secrets.Texts["teams"] = new Uri(station.Address, "/flow").AbsoluteUri;

        var answer = await station.NoticeAsync(Test, new Endpoint { Channel = Channel.Teams, To = "Ops", Secret = "teams" });

        Assert.Equal(NoticeOutcome.Unproven, answer.Outcome);
        Assert.Contains("nothing is to be done", Encoding.UTF8.GetString(station.Requests[0].Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, NoticeOutcome.Accepted)]
    [InlineData(404, NoticeOutcome.Refused)]
    [InlineData(504, NoticeOutcome.Unproven)]
    public async Task A_webhook_is_told_of_what_is_over_already(int status, NoticeOutcome outcome)
    {
        await using var station = await Station.StartAsync(new Reply(status));

        var answer = await station.NoticeAsync(Test, station.Webhook());

        Assert.Equal(outcome, answer.Outcome);
        var body = Json(station.Requests[0]);
        Assert.Equal(("Resolved", "P4", Test.Id), ((string?)body["state"], (string?)body["severity"], (string?)body["incident"]));
        Assert.Equal(Test.Id, station.Requests[0].Headers["idempotency-key"]);
        Assert.NotEmpty(station.Requests[0].Headers["x-contactcenter-signature"]);
    }

    [Fact]
    public async Task ServiceNow_is_read_and_not_written()
    {
        await using var station = await Station.StartAsync(new Reply(200, """{"result":[]}"""));
        station.Secrets.Texts["now"] = """{"user":"u","password":"p"}""";

        var answer = await station.NoticeAsync(
            Test, new Endpoint { Channel = Channel.ServiceNow, To = station.Address.AbsoluteUri.TrimEnd('/'), Secret = "now" });

        Assert.Equal(NoticeOutcome.Accepted, answer.Outcome);
        Assert.Equal("GET", Assert.Single(station.Requests).Method);
    }

    [Fact]
    public async Task AWS_Support_is_read_and_no_case_is_opened()
    {
        await using var station = await Station.StartAsync();
        station.Support.Setup(support => support.DescribeCasesAsync(It.IsAny<DescribeCasesRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeCasesResponse());

        var answer = await station.NoticeAsync(Test, new Endpoint { Channel = Channel.Support, To = "amazon-connect" });

        Assert.Equal(NoticeOutcome.Accepted, answer.Outcome);
        station.Support.Verify(
            support => support.CreateCaseAsync(It.IsAny<CreateCaseRequest>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task A_plan_without_the_API_of_AWS_Support_is_a_refusal()
    {
        await using var station = await Station.StartAsync();
        station.Support.Setup(support => support.DescribeCasesAsync(It.IsAny<DescribeCasesRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonAWSSupportException("no")
            {
                ErrorCode = "SubscriptionRequiredException",
                StatusCode = System.Net.HttpStatusCode.BadRequest,
            });

        var answer = await station.NoticeAsync(Test, new Endpoint { Channel = Channel.Support, To = "amazon-connect" });

        Assert.Equal(NoticeOutcome.Refused, answer.Outcome);
        Assert.Contains("SubscriptionRequiredException", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_agent_gets_a_task()
    {
        await using var station = await Station.StartAsync();

        var answer = await station.NoticeAsync(Test, new Endpoint { Channel = Channel.Task, To = "Supervisors" });

        Assert.Equal(NoticeOutcome.NotAsked, answer.Outcome);
        station.Connect.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData(Channel.Email, "ann@example.com", "email:ann@example.com")]
    [InlineData(Channel.Sms, "+491511234567", "sms:+491511234567")]
    public async Task Amazon_SNS_gives_an_id_and_only_the_endpoint_gets_the_test(Channel channel, string to, string filter)
    {
        await using var station = await Station.StartAsync();
        PublishRequest? sent = null;
        station.Sns.Setup(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()))
            .Callback((PublishRequest request, CancellationToken _) => sent = request)
            .ReturnsAsync(new PublishResponse { MessageId = "m-9" });

        var answer = await station.NoticeAsync(Test, new Endpoint { Channel = channel, To = to });

        Assert.Equal(NoticeAnswer.By("Amazon SNS", "m-9"), answer);
        Assert.Equal(filter, sent!.MessageAttributes["endpoint"].StringValue);
        Assert.Equal(Test.Brief, (string?)JsonNode.Parse(sent.Message)!["sms"]);
        Assert.StartsWith("TEST", sent.Subject, StringComparison.Ordinal);
    }

    private static async Task<Station> SlackAsync(params Reply[] replies)
    {
        var station = await Station.StartAsync(replies);
        station.Secrets.Texts["bot"] = """{"botToken":"xoxb-1"}""";
        return station;
    }

    private static JsonNode Json(Received request) => JsonNode.Parse(request.Body)!;
}
