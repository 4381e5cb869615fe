using ContactCenter.Aws.Tests;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Functions.Tests.Contacts;
using Moq;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>What agents report from a flow, and what they are told.</summary>
public sealed class ReportFaultTests : IDisposable
{
    private const string Instance = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private readonly ManualClock _clock = new(Noon);
    private readonly Hooks _hooks;

    public ReportFaultTests() => _hooks = new Hooks(_clock);

    [Fact]
    public async Task A_report_opens_an_incident_whose_timeline_names_agent_and_way()
    {
        var answer = await AskAsync("""{"kind":"noAudio","queue":"Billing","agentName":"ann","text":"three of us"}""");

        var incident = Assert.Single(_hooks.Incidents.All);
        Assert.Equal(
            ("recorded", incident.Id, "P3", "0", $"It is recorded: incident {incident.Id}, P3, owner operations."),
            (answer["status"], answer["incident"], answer["severity"], answer["others"], answer["answer"]));
        var opened = (await _hooks.Incidents.TimelineAsync(incident.Id, TestContext.Current.CancellationToken))[0];
        Assert.Equal(("ann reports: three of us", "ann", "guide"), (opened.Text, opened.Facts!.Actor, opened.Facts.Channel));
    }

    [Fact]
    public async Task The_agent_is_told_in_the_language_that_the_block_asks_for() => Assert.StartsWith(
        "Ist notiert: Vorfall ",
        (await AskAsync("""{"kind":"no-audio","language":"de"}"""))["answer"],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"kind":"noAudio"}""", "Billing")]
    [InlineData("""{"kind":"noAudio","queue":"none"}""", null)]
    [InlineData("""{"kind":"noAudio","queue":"cards"}""", "Cards")]
    [InlineData("""{"kind":"noAudio","queue":"No such queue"}""", null)]
    public async Task The_queue_is_that_of_the_block_else_of_the_contact_and_one_that_is_unknown_is_none(string parameters, string? queue)
    {
        _ = await AskAsync(parameters);

        Assert.Equal(queue ?? Hooks.Configuration.Instance.Alias, Assert.Single(_hooks.Incidents.All).Key.Resource);
    }

    [Theory]
    [InlineData("""{"agentName":"ann.smith@example.com"}""", "ann.smith@example.com")]
    [InlineData($$"""{"agentArn":"{{Instance}}/agent/00000000-0000-4000-8000-00000000000a"}""", "agent 00000000-0000-4000-8000-00000000000a")]
    [InlineData("""{"agentArn":"arn:aws:connect:eu-central-1:999999999999:instance/x/agent/00000000-0000-4000-8000-00000000000a"}""", "an agent")]
    [InlineData("""{"agentName":"ann <b>root</b>"}""", "an agent")]
    [InlineData("""{"agentName":"$.Agent.UserName"}""", "an agent")]
    [InlineData("{}", "an agent")]
    public async Task Who_reports_is_believed_where_it_has_the_form_of_an_agent(string agent, string name)
    {
        _ = await AskAsync(agent.Replace("{", """{"kind":"noAudio",""", StringComparison.Ordinal).Replace(",}", "}", StringComparison.Ordinal));

        Assert.Equal($"{name} reports: no audio", Assert.Single(_hooks.Incidents.All).Description);
    }

    [Fact]
    public async Task A_whisper_flow_may_have_named_the_agent()
    {
        _ = await Hooks.AskAsync(
            _hooks.Fault.ReportFault, FlowEvents.Voice("""{"kind":"noAudio","agentName":""}""", """{"reportingAgent":"bob"}"""));

        Assert.Equal("bob reports: no audio", Assert.Single(_hooks.Incidents.All).Description);
    }

    [Fact]
    public async Task Agents_who_are_not_named_are_one_voice()
    {
        for (var i = 0; i < 4; i++)
        {
            _ = await AskAsync("""{"kind":"noAudio","queue":"Billing"}""", $"c-{i}");
        }

        Assert.Equal(Severity.P3, Assert.Single(_hooks.Incidents.All).Severity);
    }

    [Fact]
    public async Task One_agent_reports_no_more_than_allowed_and_is_told_what_is_known()
    {
        var statuses = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            statuses.Add((await AskAsync("""{"kind":"noAudio","queue":"Billing","agentName":"ann"}""", $"c-{i}"))["status"]);
        }

        Assert.Equal([.. Enumerable.Repeat("recorded", 6), "too_many"], statuses);
    }

    [Fact]
    public async Task What_says_nothing_opens_nothing()
    {
        var answer = await AskAsync("""{"queue":"Billing","agentName":"ann"}""");

        Assert.Equal(("unclear", "none", "Say what is wrong."), (answer["status"], answer["incident"], answer["answer"]));
        Assert.Empty(_hooks.Incidents.All);
    }

    [Fact]
    public async Task When_the_store_fails_the_agent_is_told_that_nobody_may_know()
    {
        using var hooks = new Hooks(_clock, new Mock<IIncidentStore>(MockBehavior.Strict).Object);

        var answer = await Hooks.AskAsync(hooks.Fault.ReportFault, FlowEvents.Voice("""{"kind":"noAudio"}"""));

        Assert.Equal(
            ("failed", "Nobody knows whether it is recorded, so tell somebody."), (answer["status"], answer["answer"]));
        Assert.Contains("\"HookDefaults\":1", hooks.Metrics, StringComparison.Ordinal);
    }

    public void Dispose() => _hooks.Dispose();

    private Task<Dictionary<string, string>> AskAsync(string parameters, string contact = FlowEvents.ContactId) => Hooks.AskAsync(
        _hooks.Fault.ReportFault, FlowEvents.Voice(parameters).Replace(FlowEvents.ContactId, contact, StringComparison.Ordinal));
}
