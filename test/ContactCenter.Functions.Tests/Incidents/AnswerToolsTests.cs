using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Functions.Incidents;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>Slack, ServiceNow, PagerDuty and Jira, whose requests are of the minute or the hour and so need a clock that is set.</summary>
public sealed class AnswerToolsTests : IDisposable
{
    private readonly Desk _desk = new();
    private readonly RecordingHandler _slack = new();

    [Fact]
    public async Task A_click_in_Slack_acknowledges_and_brings_the_message_up_to_date()
    {
        var id = (await _desk.OpenAsync("Billing")).Correlation.Incident!.Id;

        var status = await StatusAsync(Slack().AnswerSlack, Click(id, "acknowledge"));

        var incident = (await _desk.Store.FindAsync(id, TestContext.Current.CancellationToken))!.Incident!;
        Assert.Equal((200, IncidentState.Acknowledged, "ada (U1)"), (status, incident.State, incident.Acknowledgement?.By));
        Assert.Contains("replace_original", Assert.Single(_slack.Bodies), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_counts_although_Slack_does_not_take_the_new_message()
    {
        var id = (await _desk.OpenAsync("Billing")).Correlation.Incident!.Id;
        _slack.Status = HttpStatusCode.InternalServerError;

        Assert.Equal(200, await StatusAsync(Slack().AnswerSlack, Click(id, "acknowledge")));
    }

    [Fact]
    public async Task A_request_that_Slack_did_not_sign_changes_nothing()
    {
        var id = (await _desk.OpenAsync("Billing")).Correlation.Incident!.Id;
        var forged = Click(id, "resolve").Replace("v0=", "v0=0", StringComparison.Ordinal);

        var status = await StatusAsync(Slack().AnswerSlack, forged);

        var incident = (await _desk.Store.FindAsync(id, TestContext.Current.CancellationToken))!.Incident!;
        Assert.Equal((401, IncidentState.Open), (status, incident.State));
        Assert.Empty(_slack.Bodies);
    }

    [Fact]
    public async Task A_body_that_claims_to_be_base64_and_is_not_is_refused()
    {
        var request = Click("AAAAAAAA-1", "acknowledge").Replace(
            "\"isBase64Encoded\":false", "\"isBase64Encoded\":true", StringComparison.Ordinal);

        Assert.Equal(401, await StatusAsync(Slack().AnswerSlack, request));
    }

    [Fact]
    public async Task A_command_in_Slack_takes_an_incident_and_tells_the_person_alone()
    {
        var id = (await _desk.OpenAsync("Billing")).Correlation.Incident!.Id;

        var body = await BodyAsync(Slack().AnswerSlack, Command($"ack {id}"));

        Assert.Equal("ephemeral", (string?)body["response_type"]);
        Assert.Equal($"ada (U1) acknowledged incident {id}.", (string?)body["blocks"]![0]!["text"]!["text"]);
        Assert.Equal("ada (U1)", (await _desk.Store.FindAsync(id, TestContext.Current.CancellationToken))!.Incident!.Acknowledgement?.By);
        Assert.Empty(_slack.Bodies);
    }

    [Fact]
    public async Task A_command_that_Slack_did_not_sign_changes_nothing() =>
        Assert.Equal(
            401,
            await StatusAsync(Slack().AnswerSlack, Command("open no-audio").Replace("v0=", "v0=0", StringComparison.Ordinal)));

    [Fact]
    public async Task A_command_is_answered_in_time_and_in_words_when_the_store_is_not()
    {
        using var stop = new CancellationTokenSource();
        var slow = new HangingStore(_desk.Store, stop.Token);

        var late = await BodyAsync(Slack(slow, new HastyClock(_desk.Clock.Now)).AnswerSlack, Command("list"));
        var failed = await BodyAsync(Slack(new PoisonedStore(_desk.Store, "7Q2M9KXA-3")).AnswerSlack, Command("ack 7Q2M9KXA-3"));

        const string Expected = "There was no answer in time: it may have counted. Look before you ask again.";
        Assert.Equal((Expected, Expected), ((string?)late["text"], (string?)failed["text"]));
        await stop.CancelAsync();
    }

    [Fact]
    public async Task Work_that_begins_in_ServiceNow_acknowledges_here()
    {
        var id = (await _desk.OpenAsync("Billing")).Correlation.Incident!.Id;

        var status = await StatusAsync(ServiceNow().AnswerServiceNow, Callback(id, user: "grace"));

        var incident = (await _desk.Store.FindAsync(id, TestContext.Current.CancellationToken))!.Incident!;
        Assert.Equal((200, IncidentState.Acknowledged, "grace (ServiceNow)"), (status, incident.State, incident.Acknowledgement?.By));
    }

    [Fact]
    public async Task Our_own_change_in_ServiceNow_does_not_come_back_as_a_persons()
    {
        var id = (await _desk.OpenAsync("Billing")).Correlation.Incident!.Id;

        var status = await StatusAsync(ServiceNow().AnswerServiceNow, Callback(id, user: "integration"));

        var incident = (await _desk.Store.FindAsync(id, TestContext.Current.CancellationToken))!.Incident!;
        Assert.Equal((200, IncidentState.Open), (status, incident.State));
    }

    [Fact]
    public async Task Who_takes_an_incident_in_PagerDuty_has_taken_it_here()
    {
        var id = (await _desk.OpenAsync("Billing")).Correlation.Incident!.Id;

        var status = await StatusAsync(
            PagerDuty("""{"service1":"another-pagerduty-key","service2":"key-of-pagerduty-here"}""").AnswerPagerDuty, Webhook(id));

        var incident = (await _desk.Store.FindAsync(id, TestContext.Current.CancellationToken))!.Incident!;
        Assert.Equal((200, IncidentState.Acknowledged, "Ada (PagerDuty)"), (status, incident.State, incident.Acknowledgement?.By));
    }

    [Fact]
    public async Task A_remark_beside_the_keys_of_PagerDuty_is_no_key()
    {
        var id = (await _desk.OpenAsync("Billing")).Correlation.Incident!.Id;

        // the loop in which functions run reports what a function throws
        var problem = await Assert.ThrowsAnyAsync<Exception>(
            () => StatusAsync(PagerDuty("""{"team":"operations"}""").AnswerPagerDuty, Webhook(id)));

        Assert.Contains("its secret has no key of 16 characters or more", $"{problem}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_PagerDuty_did_not_sign_changes_nothing()
    {
        var id = (await _desk.OpenAsync("Billing")).Correlation.Incident!.Id;

        var status = await StatusAsync(PagerDuty("another-pagerduty-key").AnswerPagerDuty, Webhook(id));

        var incident = (await _desk.Store.FindAsync(id, TestContext.Current.CancellationToken))!.Incident!;
        Assert.Equal((401, IncidentState.Open), (status, incident.State));
    }

    [Theory]
    [InlineData("a-token-of-more-than-thirty-two-characters", 200, IncidentState.Acknowledged)]
    [InlineData("a-token-of-more-than-thirty-two-characterz", 401, IncidentState.Open)]
    public async Task Who_takes_an_alert_in_Jira_has_taken_the_incident_here(string token, int expected, IncidentState state)
    {
        var id = (await _desk.OpenAsync("Billing")).Correlation.Incident!.Id;
        var body = new JsonObject
        {
            ["action"] = "Acknowledge",
            ["source"] = new JsonObject { ["name"] = "", ["type"] = "web" },
            ["alert"] = new JsonObject { ["alias"] = id, ["username"] = "ada@example.com" },
        }.ToJsonString();

        var status = await StatusAsync(
            Jira("{\"token\":\"a-token-of-more-than-thirty-two-characters\\n\"}").AnswerJira,
            Events.Http("POST", "/jira", body, ("content-type", "application/json"), ("authorization", $"Bearer {token}")));

        var incident = (await _desk.Store.FindAsync(id, TestContext.Current.CancellationToken))!.Incident!;
        Assert.Equal((expected, state), (status, incident.State));
    }

    [Fact]
    public async Task A_token_that_could_be_guessed_lets_nobody_in()
    {
        var refused = await Assert.ThrowsAsync<ChannelException>(() =>
            Jira("short").AnswerJira(new APIGatewayHttpApiV2ProxyRequest(), new LoggedCall(TimeSpan.FromSeconds(10))));

        Assert.Contains("less than 32 characters", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _slack.Dispose();

    private static async Task<int> StatusAsync(
        Func<APIGatewayHttpApiV2ProxyRequest, ILambdaContext, Task<APIGatewayHttpApiV2ProxyResponse>> function, string request) =>
        (int)JsonNode.Parse((await RuntimeLoop.InvokeAsync(function, request)).Body)!["statusCode"]!;

    private static FunctionEnvironment Told(string variable, string value) => new(name => name switch
    {
        "CONTACTCENTER_CONFIG" => Path.Combine(AppContext.BaseDirectory, "contactcenter.test.json"),
        _ => name == variable ? value : null,
    });

    private string Click(string incidentId, string action)
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = "U1", ["username"] = "ada" },
            ["actions"] = new JsonArray(new JsonObject { ["action_id"] = action, ["value"] = incidentId }),
            ["response_url"] = "https://hooks.slack.com/actions/T1/1/x",
        };
        var body = $"payload={Uri.EscapeDataString(payload.ToJsonString())}";
        var time = Seconds();
        var signature = BodySignature.Make(BodySignature.SlackVersion, "slack-key"u8, time, Encoding.UTF8.GetBytes(body));
        return Events.Http(
            "POST",
            "/slack",
            body,
            ("content-type", "application/x-www-form-urlencoded"),
            ("x-slack-request-timestamp", time),
            ("x-slack-signature", signature));
    }

    private string Command(string text)
    {
        var body = $"command=%2Fincident&text={Uri.EscapeDataString(text)}&user_id=U1&user_name=ada&channel_id=C1&channel_name=ops";
        var time = Seconds();
        return Events.Http(
            "POST",
            "/slack",
            body,
            ("content-type", "application/x-www-form-urlencoded"),
            ("x-slack-request-timestamp", time),
            (
                "x-slack-signature",
                BodySignature.Make(BodySignature.SlackVersion, "slack-key"u8, time, Encoding.UTF8.GetBytes(body))));
    }

    private static async Task<JsonNode> BodyAsync(
        Func<APIGatewayHttpApiV2ProxyRequest, ILambdaContext, Task<APIGatewayHttpApiV2ProxyResponse>> function, string request) =>
        JsonNode.Parse((string)JsonNode.Parse((await RuntimeLoop.InvokeAsync(function, request)).Body)!["body"]!)!;

    private string Callback(string incidentId, string user)
    {
        var body = new JsonObject { ["correlation_id"] = incidentId, ["state"] = "2", ["sys_updated_by"] = user }.ToJsonString();
        var time = Seconds();
        var signature = BodySignature.Make(BodySignature.OwnVersion, "callback-key"u8, time, Encoding.UTF8.GetBytes(body));
        return Events.Http(
            "POST",
            "/servicenow",
            body,
            ("content-type", "application/json"),
            (ServiceNowAnswers.TimestampHeader, time),
            (ServiceNowAnswers.SignatureHeader, signature));
    }

    private string Seconds() => _desk.Clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private SlackCommands Commands(IIncidentStore store)
    {
        var desk = new IncidentDesk(Configuration, store);
        return new SlackCommands(
            desk, store, new ReportDesk(desk.Pipeline, store, new InMemoryNotebook(_desk.Clock), Configuration), Configuration);
    }

    private AnswerSlackFunction Slack(IIncidentStore? store = null, TimeProvider? clock = null) => new(
        Answers(), Commands(store ?? _desk.Store), new KnownSecrets(("slack", """{"signingSecret":"slack-key"}""")),
        Told("SLACK_SIGNING_SECRET_ARN", "slack"), new HttpClient(_slack), clock ?? _desk.Clock);

    private AnswerServiceNowFunction ServiceNow() => new(
        Answers(),
        new KnownSecrets(("servicenow", """{"callbackKey":"callback-key","user":"integration"}""")),
        Told("SERVICENOW_CALLBACK_SECRET_ARN", "servicenow"),
        _desk.Clock);

    private AnswerPagerDutyFunction PagerDuty(string secret) => new(
        Answers(), new KnownSecrets(("pagerduty", secret)), Told("PAGERDUTY_WEBHOOK_SECRET_ARN", "pagerduty"), _desk.Clock);

    private AnswerJiraFunction Jira(string secret) => new(
        Answers(), new KnownSecrets(("jira", secret)), Told("JIRA_WEBHOOK_SECRET_ARN", "jira"), _desk.Clock);

    private string Webhook(string incidentId)
    {
        var body = new JsonObject
        {
            ["event"] = new JsonObject
            {
                ["id"] = "01EXAMPLE",
                ["event_type"] = "incident.acknowledged",
                ["occurred_at"] = _desk.Clock.Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                ["agent"] = new JsonObject { ["id"] = "P1", ["type"] = "user_reference", ["summary"] = "Ada" },
                ["data"] = new JsonObject { ["id"] = "PINC0001", ["type"] = "incident", ["incident_key"] = incidentId },
            },
        }.ToJsonString();
        return Events.Http(
            "POST",
            "/pagerduty",
            body,
            ("content-type", "application/json"),
            (PagerDutySignature.Header, PagerDutySignature.Make("key-of-pagerduty-here"u8, Encoding.UTF8.GetBytes(body))));
    }

    private PersonAnswers Answers() => new(_desk.Store, _desk.Pipeline, Policy, new InMemoryNotebook(_desk.Clock));

    /// <summary>Whatever is waited for is over at once.</summary>
    private sealed class HastyClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }

    /// <summary>Takes what would go to Slack.</summary>
    private sealed class RecordingHandler : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(Status);
        }
    }
}
