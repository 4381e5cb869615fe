using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Slack;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>Audiences that share a channel of Slack get one message there, and it calls whoever any of them calls.</summary>
public sealed class SharedEndpointTests
{
    [Theory]
    [InlineData(null, "S012AB3CD", "<!subteam^S012AB3CD>")]
    [InlineData("U012AB3CD", null, "<@U012AB3CD>")]
    [InlineData("U012AB3CD", "S012AB3CD", "<@U012AB3CD> <!subteam^S012AB3CD>")]
    [InlineData("U012AB3CD", "U012AB3CD", "<@U012AB3CD>")]
    public void Of_one_step_the_message_calls_for_all_of_its_audiences(string? boss, string? lead, string mention)
    {
        var desk = new Desk(Center(boss, lead, [Desk.Step(0, "boss"), Desk.Step(0, "lead")]));

        desk.Red("calls-rejected", "bank", 0);

        Assert.Contains(mention, Sent(desk, Assert.Single(desk.Messages)), StringComparison.Ordinal);
    }

    /// <summary>Where steps come late they are taken in one decision, and each address is told once.</summary>
    [Theory]
    [InlineData("U012AB3CD", null)]
    [InlineData(null, "U012AB3CD")]
    public void Of_steps_that_come_together_it_does_too(string? lead, string? boss)
    {
        var desk = new Desk(Center(boss, lead, [Desk.Step(0, "on-call"), Desk.Step(5, "lead"), Desk.Step(15, "boss")]));
        desk.Red("calls-rejected", "bank", 0);

        desk.Act(DeadlinePassed.Instance, 20);

        var message = Assert.Single(desk.Messages, static message => message.Channel == Channel.Slack);
        Assert.Contains("<@U012AB3CD>", Sent(desk, message), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_not_told_there_is_not_called()
    {
        var desk = new Desk(Center("U012AB3CD", "S012AB3CD", [Desk.Step(0, "boss")]));

        desk.Red("calls-rejected", "bank", 0);

        Assert.DoesNotContain("S012AB3CD", Sent(desk, Assert.Single(desk.Messages)), StringComparison.Ordinal);
    }

    private static ContactCenterConfiguration Center(string? boss, string? lead, IReadOnlyList<EscalationStepSettings> steps) =>
        Desk.Center(center =>
        {
            center.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(center.Audiences)
            {
                ["boss"] = [new Endpoint { Channel = Channel.Slack, To = "#ops", Secret = "bot", Mention = boss }],
                ["lead"] = [new Endpoint { Channel = Channel.Slack, To = "#ops", Secret = "bot", Mention = lead }],
            };
            center.Escalation = new BySeverity<EscalationSettings>
            {
                P1 = new() { Steps = steps },
                P2 = center.Escalation.P2,
                P3 = center.Escalation.P3,
                P4 = center.Escalation.P4,
            };
        });

    private static string Sent(Desk desk, NotifyEffect effect)
    {
        var policy = new IncidentPolicy(desk.Configuration);
        var endpoint = policy.Endpoint(effect.Audience, effect.Channel, effect.To, effect.At)!;
        var calls = SlackPlan.For(
            effect.Message, effect.To, thread: null, hasToken: true, dashboard: null, policy.Mentions(effect, endpoint));
        return (string?)Assert.Single(calls).Body["blocks"]!.AsArray()
            .Select(static block => block!["text"]?["text"])
            .FirstOrDefault(static text => $"{text}".StartsWith('<')) ?? "";
    }
}
