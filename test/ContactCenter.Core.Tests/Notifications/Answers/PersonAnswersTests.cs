using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Notifications.Answers;

public sealed class PersonAnswersTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static readonly DateTimeOffset Now = Messages.Opened;
    private static readonly ServiceNowCallback Callback = new([.. "a key of the business rule"u8], "integration");

    private readonly InMemoryIncidentStore _store = new();
    private readonly Notes _notes = new() { Now = Now };
    private readonly IncidentPipeline _pipeline;
    private readonly PersonAnswers _answers;
    private readonly string _incidentId;

    public PersonAnswersTests()
    {
        var desk = new IncidentDesk(Desk.Center(), _store);
        _pipeline = desk.Pipeline;
        var red = Alarms.Change("queue-wait-time", "<b>Billing</b>", AlarmState.Alarm, Now);
        _incidentId = _pipeline.ReceiveAsync(new ChangedAlarm(red), Now).AsTask().Result.Decision.After.Incident!.Id;
        _answers = new PersonAnswers(_store, _pipeline, desk.Policy, _notes);
    }

    private Incident Incident => Assert.Single(_store.All);

    [Fact]
    public async Task A_click_acknowledges_and_brings_the_message_up_to_date()
    {
        var answer = await SlackAsync(SlackAnswersTests.Click("acknowledge", _incidentId));

        Assert.Equal(200, answer.Status);
        Assert.Equal("ann (U1)", Incident.Acknowledgement!.By);
        var body = JsonNode.Parse(answer.FollowUp!.Body)!;
        Assert.True((bool?)body["replace_original"]);
        Assert.DoesNotContain("\"acknowledge\"", answer.FollowUp.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_tells_where_the_message_stands()
    {
        await SlackAsync(SlackAnswersTests.Click("acknowledge", _incidentId));

        Assert.Equal("C1 17.2", await _notes.FindAsync(SlackThread.NoteName(_incidentId, "#ops"), TestContext.Current.CancellationToken));
        Assert.Equal("C1 17.2", await _notes.FindAsync(SlackThread.NoteName(_incidentId, "C1"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_replayed_click_is_refused_and_changes_nothing()
    {
        await SlackAsync(SlackAnswersTests.Click("escalate", _incidentId));
        var version = await VersionAsync();

        var answer = await SlackAsync(SlackAnswersTests.Click("escalate", _incidentId));

        Assert.Equal(409, answer.Status);
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task A_second_click_right_after_the_first_takes_no_second_step()
    {
        await SlackAsync(SlackAnswersTests.Click("escalate", _incidentId));
        var version = await VersionAsync();

        var answer = await SlackAsync(SlackAnswersTests.Click("escalate", _incidentId), Now.AddSeconds(2));

        Assert.Equal(200, answer.Status);
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task A_request_that_could_not_be_stored_can_be_made_again()
    {
        var desk = new IncidentDesk(Desk.Center(), new BrokenStore());
        var broken = new PersonAnswers(_store, desk.Pipeline, desk.Policy, _notes);
        var request = Request("POST", Segment(PersonAction.Escalate));
        await Assert.ThrowsAsync<TimeoutException>(async () =>
            await broken.LinkAsync(request, Messages.Keys, Now, TestContext.Current.CancellationToken));
        var version = await VersionAsync();

        await _answers.LinkAsync(request, Messages.Keys, Now, TestContext.Current.CancellationToken);

        Assert.Equal(version + 1, await VersionAsync());
    }

    [Theory]
    [InlineData(PersonAction.Snooze)]
    [InlineData(PersonAction.Escalate)]
    public async Task A_request_that_was_stored_counts_once_although_the_answer_of_the_store_was_lost(PersonAction action)
    {
        var desk = new IncidentDesk(Desk.Center(), new LostAnswerStore(_store));
        var lossy = new PersonAnswers(_store, desk.Pipeline, desk.Policy, _notes);
        var request = Request("POST", Segment(action));
        await Assert.ThrowsAsync<TimeoutException>(async () =>
            await lossy.LinkAsync(request, Messages.Keys, Now, TestContext.Current.CancellationToken));
        var version = await VersionAsync();

        var answer = await _answers.LinkAsync(request, Messages.Keys, Now, TestContext.Current.CancellationToken);

        Assert.Contains("Done already", answer.Body, StringComparison.Ordinal);
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task Of_two_equal_requests_at_the_same_moment_one_counts()
    {
        var request = Request("POST", Segment(PersonAction.Escalate));
        var version = await VersionAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            await _answers.LinkAsync(request, Messages.Keys, Now, TestContext.Current.CancellationToken))));

        Assert.Equal(version + 1, await VersionAsync());
        Assert.Single(answers, static answer => answer.Body.Contains("Thank you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_replayed_click_that_ended_the_incident_is_refused()
    {
        await SlackAsync(SlackAnswersTests.Click("resolve", _incidentId));

        Assert.Equal(409, (await SlackAsync(SlackAnswersTests.Click("resolve", _incidentId))).Status);
    }

    [Fact]
    public async Task A_click_on_an_unknown_incident_is_refused() =>
        Assert.Equal(404, (await SlackAsync(SlackAnswersTests.Click("resolve", "00000000-1"))).Status);

    [Fact]
    public async Task A_refused_click_changes_nothing()
    {
        var version = await VersionAsync();

        await _answers.SlackAsync(
            SlackAnswersTests.Signed(SlackAnswersTests.Click("resolve", _incidentId)),
            "another secret",
            null,
            Now,
            TestContext.Current.CancellationToken);

        Assert.Equal(version, await VersionAsync());
        Assert.Empty(_notes.Names);
    }

    [Fact]
    public async Task Opening_a_link_asks_and_changes_nothing()
    {
        var version = await VersionAsync();

        var answer = await LinkAsync("GET", PersonAction.Acknowledge);

        Assert.Equal(200, answer.Status);
        Assert.Contains("<form method=\"post\">", answer.Body, StringComparison.Ordinal);
        Assert.Null(answer.Request);
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task The_page_encodes_what_is_not_ours_and_runs_no_script()
    {
        var answer = await LinkAsync("GET", PersonAction.Acknowledge, "<script>alert(1)</script>");

        Assert.DoesNotContain("<script", answer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>Billing", answer.Body, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Billing", answer.Body, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers["cache-control"]);
        Assert.Equal("no-referrer", answer.Headers["referrer-policy"]);
    }

    [Fact]
    public async Task Posting_a_link_acts_as_its_recipient()
    {
        var answer = await LinkAsync("POST", PersonAction.Acknowledge);

        Assert.Equal(200, answer.Status);
        Assert.Equal("ann@example.com", Incident.Acknowledgement!.By);
    }

    [Fact]
    public async Task Whoever_has_a_name_acts_by_it()
    {
        var center = Desk.Center() with
        {
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>
            {
                ["on-call"] = [new() { Channel = Channel.Email, To = "ann@example.com", Name = "Ann Lee" }],
            },
        };
        var named = new PersonAnswers(_store, _pipeline, new IncidentDesk(center, _store).Policy, _notes);

        _ = await named.LinkAsync(
            Request("POST", Segment(PersonAction.Acknowledge)), Messages.Keys, Now, TestContext.Current.CancellationToken);

        Assert.Equal("Ann Lee", Incident.Acknowledgement!.By);
    }

    [Fact]
    public async Task A_link_approves_the_repair_that_waits_and_its_page_says_which()
    {
        var waiting = new RemediationReported(
            "heal-capacity", "customers", Helped: true, "Needs approval. Reads go from 5 to 900.")
        { NeedsApproval = true };
        await _pipeline.ActAsync(_incidentId, waiting, Now, TestContext.Current.CancellationToken);

        var page = await LinkAsync("GET", PersonAction.Approve);
        Assert.Contains("Reads go from 5 to 900.", page.Body, StringComparison.Ordinal);
        Assert.NotNull(Incident.PendingApproval);

        await LinkAsync("POST", PersonAction.Approve);
        Assert.Null(Incident.PendingApproval);
    }

    [Theory]
    [InlineData(PersonAction.Acknowledge)]
    [InlineData(PersonAction.Snooze)]
    [InlineData(PersonAction.Escalate)]
    [InlineData(PersonAction.Resolve)]
    public async Task Posting_a_link_twice_acts_once(PersonAction action)
    {
        await LinkAsync("POST", action);
        var version = await VersionAsync();

        var answer = await LinkAsync("POST", action);

        Assert.Equal(200, answer.Status);
        Assert.Equal(version, await VersionAsync());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_link_that_was_changed_is_refused(string method)
    {
        var version = await VersionAsync();
        var segment = Segment(PersonAction.Acknowledge).Replace("~a~", "~r~", StringComparison.Ordinal);

        var answer = await _answers.LinkAsync(Request(method, segment), Messages.Keys, Now, TestContext.Current.CancellationToken);

        Assert.Equal((403, "link: the signature is wrong"), (answer.Status, answer.Reason));
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task An_expired_link_is_refused() =>
        Assert.Equal(
            410,
            (await _answers.LinkAsync(
                Request("POST", Segment(PersonAction.Acknowledge)), Messages.Keys, Now.AddHours(8),
                TestContext.Current.CancellationToken)).Status);

    [Fact]
    public async Task A_link_to_an_unknown_incident_is_refused() =>
        Assert.Equal(
            404,
            (await _answers.LinkAsync(
                Request("POST", Segment(PersonAction.Acknowledge, id: "00000000-1")),
                Messages.Keys,
                Now,
                TestContext.Current.CancellationToken)).Status);

    [Theory]
    [InlineData("PUT", 0, "", 405)]
    [InlineData("POST", 2000, "application/x-www-form-urlencoded", 413)]
    [InlineData("POST", 5, "application/json", 415)]
    public async Task A_request_to_a_link_that_no_browser_makes_is_refused(string method, int bytes, string type, int status)
    {
        var request = Request(method, Segment(PersonAction.Acknowledge)) with
        {
            Body = new byte[bytes],
            Headers = new Dictionary<string, string> { ["content-type"] = type },
        };

        Assert.Equal(status, (await _answers.LinkAsync(request, Messages.Keys, Now, TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task A_log_line_never_holds_a_link()
    {
        var segment = Segment(PersonAction.Acknowledge);

        var answer = await _answers.LinkAsync(Request("POST", segment), Messages.Keys, Now, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(segment[^22..], answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", IncidentState.Acknowledged)]
    [InlineData("6", IncidentState.Resolved)]
    [InlineData("8", IncidentState.Resolved)]
    [InlineData("3", IncidentState.Open)]
    public async Task A_change_in_ServiceNow_changes_the_incident(string state, IncidentState expected)
    {
        var answer = await ServiceNowAsync(Record(state, "beth"));

        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, Incident.State);
    }

    [Theory]
    [InlineData("integration")]
    [InlineData("Integration")]
    public async Task Our_own_change_in_ServiceNow_does_not_come_back(string user)
    {
        var version = await VersionAsync();

        var answer = await ServiceNowAsync(Record("6", user));

        Assert.Equal(200, answer.Status);
        Assert.Equal(version, await VersionAsync());
    }

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("[]", 400)]
    [InlineData("{\"state\":\"6\"}", 400)]
    [InlineData("{\"state\":\"6\",\"sys_updated_by\":\"beth\",\"correlation_id\":\"x\"}", 404)]
    [InlineData("{\"state\":\"6\",\"sys_updated_by\":\"beth\",\"correlation_id\":\"00000000-1\"}", 404)]
    public async Task A_callback_that_makes_no_sense_is_refused(string body, int status) =>
        Assert.Equal(status, (await ServiceNowAsync(body)).Status);

    [Fact]
    public async Task A_replayed_callback_is_refused()
    {
        await ServiceNowAsync(Record("2", "beth"));

        Assert.Equal(409, (await ServiceNowAsync(Record("2", "beth"))).Status);
    }

    [Theory]
    [InlineData("x-contactcenter-signature", "v1=00", 401)]
    [InlineData("x-contactcenter-timestamp", "1", 401)]
    [InlineData("content-type", "text/plain", 415)]
    public async Task A_callback_with_a_wrong_header_is_refused(string header, string value, int status)
    {
        var request = Signed(Record("6", "beth"));
        var answer = await _answers.ServiceNowAsync(
            request with { Headers = new Dictionary<string, string>(request.Headers) { [header] = value } }, Callback, Now,
            TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.Status);
        Assert.Equal(IncidentState.Open, Incident.State);
    }

    [Fact]
    public async Task A_large_callback_is_refused() =>
        Assert.Equal(413, (await ServiceNowAsync(new string(' ', ServiceNowAnswers.MaximumBytes + 1))).Status);

    private async Task<Answer> SlackAsync(byte[] body, DateTimeOffset? at = null) =>
        await _answers.SlackAsync(SlackAnswersTests.Signed(body, at: at), Secret, null, at ?? Now, TestContext.Current.CancellationToken);

    private async Task<Answer> ServiceNowAsync(string body) =>
        await _answers.ServiceNowAsync(Signed(body), Callback, Now, TestContext.Current.CancellationToken);

    private async Task<Answer> LinkAsync(string method, PersonAction action, string recipient = "ann@example.com") =>
        await _answers.LinkAsync(Request(method, Segment(action, recipient)), Messages.Keys, Now, TestContext.Current.CancellationToken);

    private async Task<long> VersionAsync() => (await _store.FindAsync(_incidentId, TestContext.Current.CancellationToken))!.Version;

    private string Segment(PersonAction action, string recipient = "ann@example.com", string? id = null) =>
        SignedLinks.Make(new LinkClaim(id ?? _incidentId, action, recipient, "5", Now.AddHours(8)), Messages.Keys);

    private string Record(string state, string user) =>
        $$"""{"correlation_id":"{{_incidentId}}","state":"{{state}}","sys_updated_by":"{{user}}","close_notes":"done","number":"INC1"}""";

    private static AnswerRequest Request(string method, string segment) =>
        new() { Method = method, Segment = segment, Headers = new Dictionary<string, string>() };

    private static AnswerRequest Signed(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var timestamp = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new AnswerRequest
        {
            Method = "POST",
            Body = bytes,
            Headers = new Dictionary<string, string>
            {
                ["content-type"] = "application/json",
                ["x-contactcenter-timestamp"] = timestamp,
                ["x-contactcenter-signature"] = BodySignature.Make(BodySignature.OwnVersion, Callback.Key.AsSpan(), timestamp, bytes),
            },
        };
    }
}
