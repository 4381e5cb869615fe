using System.Text.Json.Nodes;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Notifications.Answers;

/// <summary>What an incident was is said by a click on the message that told its end.</summary>
public sealed class VerdictClickTests
{
    private static readonly DateTimeOffset Now = Messages.Opened;

    private readonly InMemoryIncidentStore _store = new();

    [Fact]
    public async Task A_click_says_what_it_was_and_the_message_asks_no_more()
    {
        var desk = new IncidentDesk(Desk.Center(), _store);
        var red = Alarms.Change("queue-wait-time", "Billing", AlarmState.Alarm, Now);
        var id = (await desk.Pipeline.ReceiveAsync(new ChangedAlarm(red), Now, Stop)).Decision.After.Incident!.Id;
        var ended = await ClickAsync(desk, "resolve", id);
        Assert.Contains("verdict-noise", ended, StringComparison.Ordinal);

        var answered = await ClickAsync(desk, "verdict-noise", id);

        Assert.Equal((VerdictKind.Noise, "ann (U1)"), (Incident.Verdict!.Kind, Incident.Verdict.By));
        Assert.DoesNotContain("verdict-", answered, StringComparison.Ordinal);
        Assert.Contains("ann (U1) said what this was.", answered, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Incident Incident => Assert.Single(_store.All);

    private async Task<string> ClickAsync(IncidentDesk desk, string action, string id)
    {
        var answers = new PersonAnswers(_store, desk.Pipeline, desk.Policy, new Notes { Now = Now });
        var request = SlackAnswersTests.Signed(SlackAnswersTests.Click(action, id));
        var answer = await answers.SlackAsync(request, "8f742231b10e8888abcd99yyyzzz85a5", null, Now, Stop);
        Assert.Equal(200, answer.Status);
        return JsonNode.Parse(answer.FollowUp!.Body)!.ToJsonString();
    }
}
