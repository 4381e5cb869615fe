using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Contacts.Synthetic;

/// <summary>A center in which contacts are tried, and an Amazon Connect that does what a test says.</summary>
internal sealed class SyntheticCenter : ISyntheticCenter, IAlarmTopic
{
    private readonly Dictionary<string, (SyntheticOutcome? End, int Reads)> _ends = new(StringComparer.Ordinal);

    /// <summary>Where test cases are to be had, with a bot of its own and two queues.</summary>
    public static ContactCenterConfiguration Configuration(Action<SyntheticSettings>? change = null, Action<FlowSettings>? flows = null)
    {
        var settings = new SyntheticSettings();
        change?.Invoke(settings);
        var spoken = new FlowSettings { Bot = "ivr" };
        flows?.Invoke(spoken);
        return Desk.Center(center =>
        {
            center.Queues =
            [
                new QueueSettings { Name = "Billing", Id = "11111111-0000-0000-0000-000000000001" },
                new QueueSettings { Name = "Cards", Id = "11111111-0000-0000-0000-000000000002", Importance = Importance.High },
            ];
            center.Bots = [new BotSettings { Name = "ivr", BotId = "ABCDEFGHIJ", AliasId = "KLMNOPQRST" }];
            center.Flows = spoken;
            center.ContactFlows = [new NamedResource { Name = "Main line", Id = "22222222-0000-0000-0000-000000000001" }];
            center.Synthetic = settings;
        });
    }

    /// <summary>The contact of calls in English.</summary>
    public static SyntheticContact Call(Action<SyntheticSettings>? change = null, Action<FlowSettings>? flows = null) =>
        SyntheticContacts.Of(Configuration(change, flows)).First(static contact => !contact.IsChat);

    /// <summary>How the next contacts end; null: all go right.</summary>
    public Func<SyntheticContact, SyntheticOutcome?> End { get; set; } = static _ => null;

    /// <summary>Why none can be begun, or null.</summary>
    public SyntheticBegin? Refusal { get; set; }

    public double? CallsPercent { get; set; } = 10;

    public List<string> Begun { get; } = [];

    public List<string> Chats { get; } = [];

    public List<string> Published { get; } = [];

    public ValueTask<double?> CallsPercentAsync(DateTimeOffset now, CancellationToken cancellationToken) => new(CallsPercent);

    public ValueTask<SyntheticBegin> BeginAsync(SyntheticContact contact, string token, CancellationToken cancellationToken)
    {
        if (Refusal is { } refusal)
        {
            return new(refusal);
        }

        Begun.Add(contact.Id);
        _ends[token] = (End(contact), 0);
        return new(new SyntheticBegin(token, null, IsUnavailable: false));
    }

    public ValueTask<SyntheticOutcome?> ReadAsync(
        SyntheticContact contact, string execution, DateTimeOffset now, CancellationToken cancellationToken) =>
        new((_ends[execution].End ?? new SyntheticOutcome(SyntheticResult.Right, now)) with { At = now });

    /// <summary>What happens while a number is dialled, and why it is not; null: it is.</summary>
    public Func<SyntheticContact, Task<string?>> Dial { get; set; } = static _ => Task.FromResult<string?>(null);

    public List<string> Dialled { get; } = [];

    public async ValueTask<string?> DialAsync(SyntheticContact contact, string token, CancellationToken cancellationToken)
    {
        Dialled.Add(contact.Number!);
        return await Dial(contact);
    }

    public ValueTask<SyntheticOutcome> ChatAsync(SyntheticContact contact, string token, CancellationToken cancellationToken)
    {
        Chats.Add(contact.Id);
        return new(End(contact) ?? new SyntheticOutcome(SyntheticResult.Right, Desk.Monday));
    }

    public Task PublishAsync(string message, CancellationToken cancellationToken)
    {
        Published.Add(message);
        return Task.CompletedTask;
    }
}
