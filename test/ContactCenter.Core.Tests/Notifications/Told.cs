using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Tests.Monitoring.Parsing;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Notifications;

/// <summary>What people are told of an alarm as it arrives: from the event of its topic through parser, triage and incident.</summary>
internal static class Told
{
    /// <summary>The first message about an alarm.</summary>
    /// <param name="configuration">The center.</param>
    /// <param name="alarm">The alarm, as CloudWatch tells it.</param>
    /// <param name="receivedAt">When its event arrives.</param>
    public static IncidentMessage First(ContactCenterConfiguration configuration, AlarmPayload alarm, DateTimeOffset receivedAt)
    {
        var desk = new IncidentDesk(configuration, new InMemoryIncidentStore());
        var input = Assert.Single(AlarmParser.Parse(alarm.Bytes(PayloadShape.SnsEvent), receivedAt));
        var decision = desk.Pipeline.ReceiveAsync(input, receivedAt).AsTask().Result.Decision;
        return decision.Effects.OfType<NotifyEffect>().First().Message;
    }

    /// <summary>A center with the queue Billing, in which one person is told of everything.</summary>
    public static ContactCenterConfiguration Center(
        string environment, string alias, string runbookUrl, Importance billing = Importance.Normal)
    {
        var steps = new EscalationSettings { Steps = [new EscalationStepSettings { After = TimeSpan.Zero, Audience = "on-call" }] };
        return new ContactCenterConfiguration
        {
            Environment = environment,
            Instance = new ConnectInstance
            {
                Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                Alias = alias
            },
            RunbookUrl = runbookUrl,
            Queues = [new QueueSettings { Name = "Billing", Importance = billing }],
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>
            {
                ["on-call"] = [new Endpoint { Channel = Channel.Email, To = "ann@example.com" }]
            },
            Escalation = new BySeverity<EscalationSettings> { P1 = steps, P2 = steps, P3 = steps, P4 = steps },
        };
    }
}
