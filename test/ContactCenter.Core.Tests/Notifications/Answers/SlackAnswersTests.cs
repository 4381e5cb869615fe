using System.Globalization;
using System.Net;
using System.Text;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Answers;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Notifications.Answers;

public sealed class SlackAnswersTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static readonly DateTimeOffset Now = Messages.Opened;

    /// <summary>The example of Slack's documentation, "Verifying requests from Slack".</summary>
    [Fact]
    public void The_documented_example_has_the_documented_signature()
    {
        var body =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
            + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        Assert.Equal(
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            BodySignature.Make(BodySignature.SlackVersion, Encoding.UTF8.GetBytes(Secret), "1531420618", Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public void A_click_on_Acknowledge_asks_for_it_by_name()
    {
        var answer = Read(Signed(Click("acknowledge")));

        Assert.Equal(200, answer.Status);
        Assert.Equal(new PersonActed(PersonAction.Acknowledge, "ann (U1)"), answer.Request!.Acted);
        Assert.Equal(Messages.IncidentId, answer.Request.IncidentId);
        Assert.Equal("https://hooks.slack.com/actions/T1/2/x", answer.FollowUp!.Address.AbsoluteUri);
    }

    [Fact]
    public void A_click_on_Snooze_asks_for_half_an_hour() =>
        Assert.Equal(Now.AddMinutes(30), Read(Signed(Click("snooze"))).Request!.Acted.Until);

    [Theory]
    [InlineData("open-runbook")]
    [InlineData("open-dashboard")]
    public void A_click_on_a_link_asks_for_nothing_and_is_fine(string action)
    {
        var answer = Read(Signed(Click(action)));

        Assert.Equal(200, answer.Status);
        Assert.Null(answer.Request);
    }

    [Fact]
    public void A_response_address_of_another_host_is_never_posted_to() =>
        Assert.Null(Read(Signed(Click("acknowledge", responseUrl: "https://evil.example/x"))).FollowUp);

    [Fact]
    public void Names_of_headers_come_in_any_case() =>
        Assert.NotNull(Read(Signed(Click("acknowledge"), name => name.ToUpperInvariant())).Request);

    [Fact]
    public void A_body_that_was_changed_in_any_byte_is_refused()
    {
        var request = Signed(Click("acknowledge"));

        Prop.ForAll(Gen.Choose(0, request.Body.Length - 1).ToArbitrary(), Gen.Choose(1, 255).ToArbitrary(), (place, change) =>
        {
            var body = request.Body.ToArray();
            body[place] ^= (byte)change;
            return Read(request with { Body = body }) is { Status: 401, Request: null };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData(301, 401)]
    [InlineData(-301, 401)]
    [InlineData(300, 200)]
    [InlineData(-300, 200)]
    public void A_request_counts_five_minutes_both_ways(int secondsOff, int status) =>
        Assert.Equal(status, Read(Signed(Click("acknowledge"), at: Now.AddSeconds(secondsOff))).Status);

    [Theory]
    [InlineData("x-slack-signature", null, "the request is not signed")]
    [InlineData("x-slack-request-timestamp", null, "the request is not signed")]
    [InlineData("x-slack-signature", "v0=", "the request's signature is wrong")]
    [InlineData("x-slack-request-timestamp", "now", "the request's time is not in unix seconds")]
    [InlineData("x-slack-request-timestamp", "99999999999999999999", "the request's time is not in unix seconds")]
    public void A_request_without_good_headers_is_refused_with_the_reason(string header, string? value, string reason)
    {
        var request = Signed(Click("acknowledge"));
        var headers = new Dictionary<string, string>(request.Headers);
        _ = value is null ? headers.Remove(header) : (headers[header] = value) is not null;

        var answer = Read(request with { Headers = headers });

        Assert.Equal((401, $"Slack: {reason}"), (answer.Status, answer.Reason));
    }

    [Fact]
    public void Another_secret_is_refused() => Assert.Equal(401, SlackAnswers.Read(Signed(Click("acknowledge")), "another", Now).Status);

    [Fact]
    public void A_large_body_is_refused_before_it_is_looked_at() =>
        Assert.Equal(413, Read(Signed(Click("acknowledge")) with { Body = new byte[SlackAnswers.MaximumBytes + 1] }).Status);

    [Fact]
    public void Another_content_type_is_refused()
    {
        var request = Signed(Click("acknowledge"));

        Assert.Equal(
            415,
            Read(request with
            {
                Headers = new Dictionary<string, string>(request.Headers) { ["content-type"] = "application/json" }
            }).Status);
    }

    [Fact]
    public void Another_method_is_refused() => Assert.Equal(405, Read(Signed(Click("acknowledge")) with { Method = "GET" }).Status);

    [Theory]
    [InlineData("delete-everything", 400)]
    [InlineData("", 400)]
    public void An_unknown_action_is_refused(string action, int status) => Assert.Equal(status, Read(Signed(Click(action))).Status);

    [Theory]
    [InlineData("x'; DROP TABLE")]
    [InlineData("7Q2M9KXA-3\\n")]
    [InlineData("")]
    public void What_is_no_incident_is_refused(string incident) => Assert.Equal(404, Read(Signed(Click("acknowledge", incident))).Status);

    [Theory]
    [InlineData("payload=%7B")]
    [InlineData("payload=[]")]
    [InlineData("payload=null")]
    [InlineData("payload=%7B%22type%22%3A%22view_submission%22%7D")]
    [InlineData("nothing=1")]
    [InlineData("payload={}&payload={}")]
    [InlineData("")]
    public void A_signed_body_that_is_no_click_is_refused(string body) =>
        Assert.Equal(400, Read(Signed(Encoding.UTF8.GetBytes(body))).Status);

    [Fact]
    public void A_name_with_markup_and_control_characters_cannot_forge_a_line()
    {
        var answer = Read(Signed(Click("acknowledge", user: "ann\\n2026 root: granted\\u202e")));

        Assert.Equal("ann 2026 root: granted (U1)", answer.Request!.Acted.By);
        Assert.DoesNotContain('\n', answer.Reason);
    }

    [Fact]
    public void Any_signed_body_gets_an_answer_and_no_exception() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), body => Read(Signed([.. "payload="u8, .. body])).Status is 200 or 400 or 404)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    internal static byte[] Click(
        string action,
        string incident = Messages.IncidentId,
        string user = "ann",
        string responseUrl = "https://hooks.slack.com/actions/T1/2/x") =>
        Encoding.UTF8.GetBytes("payload=" + WebUtility.UrlEncode(
            $$"""
            {"type":"block_actions","user":{"id":"U1","username":"{{user}}"},"channel":{"id":"C1","name":"ops"},"response_url":"{{responseUrl}}",
             "message":{"ts":"17.2"},"actions":[{"action_id":"{{action}}","block_id":"incident","value":"{{incident}}"}]}
            """));

    internal static AnswerRequest Signed(byte[] body, Func<string, string>? spelling = null, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>
        {
            ["content-type"] = "application/x-www-form-urlencoded",
            ["x-slack-request-timestamp"] = timestamp,
            ["x-slack-signature"] = BodySignature.Make(BodySignature.SlackVersion, Encoding.UTF8.GetBytes(Secret), timestamp, body),
        };
        return new AnswerRequest
        {
            Method = "POST",
            Headers = headers.ToDictionary(header => (spelling ?? (name => name))(header.Key), header => header.Value),
            Body = body
        };
    }

    private static Answer Read(AnswerRequest request) => SlackAnswers.Read(request, Secret, Now);
}
