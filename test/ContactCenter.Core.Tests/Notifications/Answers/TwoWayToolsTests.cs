using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.Jira;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Notifications.Answers;

/// <summary>What people do in PagerDuty and in Jira Service Management counts here, once, and what we did there does not.</summary>
public sealed class TwoWayToolsTests
{
    private static readonly DateTimeOffset Now = Messages.Opened;
    private static readonly ImmutableArray<byte> Token = [.. Encoding.UTF8.GetBytes(ToolEvents.Token)];

    private readonly InMemoryIncidentStore _store = new();
    private readonly ConcurrentQueue<Effect> _effects = new();
    private readonly Notes _notes = new() { Now = Now };
    private readonly PersonAnswers _answers;
    private readonly IncidentPipeline _pipeline;
    private readonly string _incidentId;

    public TwoWayToolsTests()
    {
        var desk = new IncidentDesk(
            Desk.Center() with
            {
                Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>
                {
                    ["on-call"] =
                    [
                        new Endpoint { Channel = Channel.PagerDuty, To = "eu", Secret = "arn" },
                        new Endpoint { Channel = Channel.Jira, To = "jsm", Secret = "arn" },
                        new Endpoint { Channel = Channel.Email, To = "alex@example.com", Name = "Alex Example" },
                    ],
                    ["lead"] = [new Endpoint { Channel = Channel.Email, To = "lead@example.com" }],
                    ["service-desk"] = [new Endpoint { Channel = Channel.Email, To = "desk@example.com" }],
                    ["engineering"] = [new Endpoint { Channel = Channel.Email, To = "engineering@example.com" }],
                },
            },
            _store);
        _pipeline = desk.Pipeline;
        _store.Committed += commit =>
        {
            foreach (var effect in commit.Effects)
            {
                _effects.Enqueue(effect);
            }
        };
        var red = Alarms.Change("queue-wait-time", "Billing", AlarmState.Alarm, Now);
        _incidentId = _pipeline.ReceiveAsync(new ChangedAlarm(red), Now).AsTask().Result.Decision.After.Incident!.Id;
        _answers = new PersonAnswers(_store, _pipeline, desk.Policy, _notes);
    }

    private Incident Incident => Assert.Single(_store.All);

    [Theory]
    [InlineData("incident.acknowledged", IncidentState.Acknowledged)]
    [InlineData("incident.resolved", IncidentState.Resolved)]
    [InlineData("incident.unacknowledged", IncidentState.Open)]
    [InlineData("incident.reassigned", IncidentState.Open)]
    [InlineData("incident.escalated", IncidentState.Open)]
    [InlineData("incident.delegated", IncidentState.Open)]
    [InlineData("incident.reopened", IncidentState.Open)]
    [InlineData("incident.priority_updated", IncidentState.Open)]
    [InlineData("incident.triggered", IncidentState.Open)]
    [InlineData("incident.of_next_year", IncidentState.Open)]
    public async Task An_event_of_PagerDuty_counts_where_somebody_works_on_the_incident(string type, IncidentState expected)
    {
        var answer = await PagerDutyAsync(ToolEvents.PagerDuty(type, _incidentId, Now));

        Assert.Equal((200, expected), (answer.Status, Incident.State));
    }

    [Theory]
    [InlineData("Acknowledge", IncidentState.Acknowledged)]
    [InlineData("Close", IncidentState.Resolved)]
    [InlineData("UnAcknowledge", IncidentState.Open)]
    [InlineData("Snooze", IncidentState.Open)]
    [InlineData("Delete", IncidentState.Open)]
    [InlineData("TakeOwnership", IncidentState.Open)]
    [InlineData("Create", IncidentState.Open)]
    public async Task An_action_in_Jira_counts_where_somebody_works_on_the_incident(string action, IncidentState expected)
    {
        var answer = await JiraAsync(ToolEvents.Jira(action, _incidentId, Now));

        Assert.Equal((200, expected), (answer.Status, Incident.State));
    }

    [Fact]
    public async Task Who_acted_is_known_by_the_name_there_or_by_ours()
    {
        await PagerDutyAsync(ToolEvents.PagerDuty("incident.acknowledged", _incidentId, Now));
        var there = Incident.Acknowledgement!.By;
        await JiraAsync(ToolEvents.Jira("Acknowledge", _incidentId, Now));

        Assert.Equal(("Alex Example (PagerDuty)", "Alex Example (Jira)"), (there, Incident.Acknowledgement!.By));
    }

    [Theory]
    [InlineData("incident.acknowledged", "events_api_v2_inbound_integration_reference")]
    [InlineData("incident.resolved", "events_api_v2_inbound_integration_reference")]
    [InlineData("incident.resolved", "service_reference")]
    [InlineData("incident.acknowledged", "inbound_integration_reference")]
    public async Task Our_own_event_in_PagerDuty_and_its_time_limits_change_nothing_and_tell_nobody(string type, string agent) =>
        await ChangesNothingAsync(() => PagerDutyAsync(ToolEvents.PagerDuty(type, _incidentId, Now, agent)));

    [Fact]
    public async Task An_event_of_PagerDuty_without_an_agent_changes_nothing()
    {
        var body = ToolEvents.PagerDuty("incident.resolved", _incidentId, Now);
        body["event"]!["agent"] = null;

        await ChangesNothingAsync(() => PagerDutyAsync(body));
    }

    [Theory]
    [InlineData(JiraRenderer.User, "API")]
    [InlineData(JiraRenderer.User, "web")]
    [InlineData("Alert API", "API")]
    [InlineData("System", "")]
    [InlineData("", "web")]
    public async Task Our_own_request_in_Jira_and_its_rules_change_nothing_and_tell_nobody(string user, string source)
    {
        foreach (var action in new[] { "Acknowledge", "Close", "AddNote" })
        {
            await ChangesNothingAsync(() => JiraAsync(ToolEvents.Jira(action, _incidentId, Now, user, source, "a note")));
        }
    }

    [Fact]
    public async Task What_was_merged_in_PagerDuty_is_not_over_here()
    {
        var body = ToolEvents.PagerDuty("incident.resolved", _incidentId, Now);
        body["event"]!["data"]!["resolve_reason"] = new JsonObject { ["type"] = "merge_resolve_reason" };

        await ChangesNothingAsync(() => PagerDutyAsync(body));
    }

    [Fact]
    public async Task A_note_in_PagerDuty_is_known_by_what_came_before_it()
    {
        await PagerDutyAsync(ToolEvents.PagerDuty("incident.triggered", _incidentId, Now, "events_api_v2_inbound_integration_reference"));
        await PagerDutyAsync(ToolEvents.Note(Now));

        Assert.Contains(
            await NotesAsync(), static text => text.Contains("I sure am glad we are using PagerDuty!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_in_PagerDuty_about_something_else_is_nobodys() =>
        await ChangesNothingAsync(() => PagerDutyAsync(ToolEvents.Note(Now)));

    [Fact]
    public async Task A_note_in_Jira_stands_on_the_timeline()
    {
        await JiraAsync(ToolEvents.Jira("AddNote", _incidentId, Now, note: "the carrier has it"));

        Assert.Contains(await NotesAsync(), static text => text.Contains("the carrier has it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_comes_twice_counts_once_and_is_a_success()
    {
        var taken = ToolEvents.PagerDuty("incident.acknowledged", _incidentId, Now);
        await PagerDutyAsync(taken);
        await JiraAsync(ToolEvents.Jira("Acknowledge", _incidentId, Now));

        await ChangesNothingAsync(() => PagerDutyAsync(taken));
        await ChangesNothingAsync(() => JiraAsync(ToolEvents.Jira("Acknowledge", _incidentId, Now)));
    }

    [Fact]
    public async Task An_event_without_an_id_is_known_by_its_body()
    {
        var taken = ToolEvents.PagerDuty("incident.acknowledged", _incidentId, Now);
        taken["event"]!.AsObject().Remove("id");
        await PagerDutyAsync(taken);
        await JiraAsync(ToolEvents.Jira("Acknowledge", _incidentId, Now));

        await ChangesNothingAsync(() => PagerDutyAsync(taken));
    }

    [Fact]
    public async Task What_is_older_than_an_hour_is_of_no_use()
    {
        var later = Now + PagerDutyAnswers.MaximumAge + TimeSpan.FromMinutes(1);

        await ChangesNothingAsync(() => PagerDutyAsync(ToolEvents.PagerDuty("incident.resolved", _incidentId, Now), later));
        await ChangesNothingAsync(() => JiraAsync(ToolEvents.Jira("Close", _incidentId, Now), later));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("inc-0001")]
    [InlineData("00000000-1")]
    public async Task What_is_about_others_is_a_success_so_that_webhooks_go_on(string? incident)
    {
        await ChangesNothingAsync(() => PagerDutyAsync(ToolEvents.PagerDuty("incident.resolved", incident, Now)));
        await ChangesNothingAsync(() => JiraAsync(ToolEvents.Jira("Close", incident, Now)));
    }

    [Fact]
    public async Task A_ping_of_PagerDuty_is_answered()
    {
        var ping = JsonNode.Parse("""{"event":{"event_type":"pagey.ping","data":{"type":"ping"}}}""")!.AsObject();

        Assert.Equal(200, (await PagerDutyAsync(ping)).Status);
    }

    [Fact]
    public async Task Any_of_several_signatures_and_of_several_secrets_is_enough()
    {
        var body = ToolEvents.PagerDuty("incident.acknowledged", _incidentId, Now);
        var right = PagerDutySignature.Make("the other secret"u8, Encoding.UTF8.GetBytes(body.ToJsonString()));

        var answer = await PagerDutyAsync(
            ToolEvents.Signed(body, $"v1={new string('0', 64)}, {right}"), Now, ToolEvents.Key, "the other secret");

        Assert.Equal((200, IncidentState.Acknowledged), (answer.Status, Incident.State));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1=")]
    [InlineData("v1=00")]
    [InlineData("v0=0,v1=1,v1=2,v1=3,v1=4,v1=5,v1=6,v1=7,v1=8,v1=9")]
    public async Task A_webhook_that_PagerDuty_did_not_sign_is_refused(string signatures)
    {
        var body = ToolEvents.PagerDuty("incident.resolved", _incidentId, Now);

        var answer = await PagerDutyAsync(ToolEvents.Signed(body, signatures), Now, ToolEvents.Key);

        Assert.Equal((401, IncidentState.Open), (answer.Status, Incident.State));
    }

    [Fact]
    public async Task A_signature_of_another_body_is_refused()
    {
        var signed = ToolEvents.Signed(ToolEvents.PagerDuty("incident.acknowledged", _incidentId, Now));
        var forged = ToolEvents.Signed(
            ToolEvents.PagerDuty("incident.resolved", _incidentId, Now), signed.Header(PagerDutySignature.Header));

        Assert.Equal(401, (await PagerDutyAsync(forged, Now, ToolEvents.Key)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-token-of-more-than-thirty-two-character")]
    [InlineData("A-token-of-more-than-thirty-two-characters")]
    public async Task A_webhook_without_the_token_of_Jira_is_refused(string? token)
    {
        var answer = await _answers.JiraAsync(
            ToolEvents.Posted(ToolEvents.Jira("Close", _incidentId, Now), token), Token, Now, TestContext.Current.CancellationToken);

        Assert.Equal((401, IncidentState.Open), (answer.Status, Incident.State));
        Assert.DoesNotContain(ToolEvents.Token, answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolved_there_while_alarms_are_red_is_resolved_here_until_one_turns_red_again()
    {
        await PagerDutyAsync(ToolEvents.PagerDuty("incident.resolved", _incidentId, Now));
        var resolved = Incident.State;

        await TurnAsync(AlarmState.Ok, 1);
        await TurnAsync(AlarmState.Alarm, 2);

        Assert.Equal(IncidentState.Resolved, resolved);
        Assert.Contains(_store.All, static incident => incident.IsActive);

        async Task TurnAsync(AlarmState state, int minutes) => await _pipeline.ReceiveAsync(
            new ChangedAlarm(Alarms.Change("queue-wait-time", "Billing", state, Now.AddMinutes(minutes))),
            Now.AddMinutes(minutes),
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task People_in_both_tools_and_here_act_at_once_and_everything_counts()
    {
        var acts = new[]
        {
            Task.Run(() => PagerDutyAsync(ToolEvents.PagerDuty("incident.acknowledged", _incidentId, Now))),
            Task.Run(() => JiraAsync(ToolEvents.Jira("Acknowledge", _incidentId, Now))),
            Task.Run(() => JiraAsync(ToolEvents.Jira("AddNote", _incidentId, Now, note: "looking"))),
            Task.Run(async () => await _pipeline.ActAsync(
                _incidentId, new PersonActed(PersonAction.Acknowledge, "ann"), Now, TestContext.Current.CancellationToken) is { }
                    ? new Answer(200, "", "")
                    : new Answer(404, "", "")),
        };

        Assert.All(await Task.WhenAll(acts), static answer => Assert.Equal(200, answer.Status));
        var notes = await NotesAsync();
        Assert.Equal(IncidentState.Acknowledged, Incident.State);
        foreach (var who in new[] { "Alex Example (PagerDuty)", "Alex Example (Jira)", "ann", "looking" })
        {
            Assert.Contains(notes, text => text.Contains(who, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_round_through_both_tools_ends_where_it_began()
    {
        // taken in PagerDuty: told to both tools, and what both tell of that is our own
        await PagerDutyAsync(ToolEvents.PagerDuty("incident.acknowledged", _incidentId, Now));
        Assert.Equal(
            [Channel.Jira, Channel.PagerDuty],
            _effects.OfType<NotifyEffect>().Where(static effect => effect.Message.Occasion == Occasion.Acknowledged)
                .Select(static effect => effect.Channel).OrderBy(static channel => $"{channel}"));

        await ChangesNothingAsync(() => PagerDutyAsync(
            ToolEvents.PagerDuty("incident.acknowledged", _incidentId, Now, "events_api_v2_inbound_integration_reference", "another")));
        await ChangesNothingAsync(() => JiraAsync(ToolEvents.Jira("Acknowledge", _incidentId, Now, JiraRenderer.User, "API")));
    }

    private async Task ChangesNothingAsync(Func<Task<Answer>> act)
    {
        var before = await StandAsync();

        Assert.Equal(200, (await act()).Status);
        Assert.Equal(before, await StandAsync());
    }

    private async Task<(long Version, int Effects)> StandAsync() => (
        (await _store.FindAsync(_incidentId, TestContext.Current.CancellationToken))!.Version, _effects.Count);

    private async Task<IReadOnlyList<string>> NotesAsync() =>
        [.. (await _store.TimelineAsync(_incidentId, TestContext.Current.CancellationToken)).Select(static entry => entry.Text)];

    private Task<Answer> PagerDutyAsync(JsonObject body, DateTimeOffset? at = null) =>
        PagerDutyAsync(ToolEvents.Signed(body), at ?? Now, ToolEvents.Key);

    private async Task<Answer> PagerDutyAsync(AnswerRequest request, DateTimeOffset at, params string[] keys) =>
        await _answers.PagerDutyAsync(
            request,
            [.. keys.Select(static key => ImmutableArray.Create(Encoding.UTF8.GetBytes(key)))],
            at,
            TestContext.Current.CancellationToken);

    private async Task<Answer> JiraAsync(JsonObject body, DateTimeOffset? at = null) =>
        await _answers.JiraAsync(ToolEvents.Posted(body), Token, at ?? Now, TestContext.Current.CancellationToken);
}
