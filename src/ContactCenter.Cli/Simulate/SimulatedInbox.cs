using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Simulation.People;
using Reaction = ContactCenter.Simulation.People.PersonAction;

namespace ContactCenter.Cli.Simulate;

/// <summary>Delivers messages to simulated people and holds what they will do until its time comes.</summary>
internal sealed class SimulatedInbox(long seed)
{
    private readonly SimulatedPeople _people = new(seed);
    private readonly PriorityQueue<(string IncidentId, string Person, DateTimeOffset At), DateTimeOffset> _reactions = new();
    private readonly Dictionary<string, int> _messages = new(StringComparer.Ordinal);

    /// <summary>Messages by the address that they went to.</summary>
    public IReadOnlyDictionary<string, int> Messages => _messages;

    /// <summary>When the next person acts, or null.</summary>
    public DateTimeOffset? NextAt => _reactions.TryPeek(out _, out var at) ? at : null;

    /// <summary>Delivers a message.</summary>
    public void Deliver(NotifyEffect message)
    {
        if (message.Message.Occasion == Occasion.Acknowledged)
        {
            // a message that is there already is brought up to date; nobody is called
            return;
        }

        _messages[message.To] = _messages.GetValueOrDefault(message.To) + 1;
        if (!IsPerson(message.Channel) || message.Message.Occasion is Occasion.Mitigated or Occasion.Resolved)
        {
            return;
        }

        var reaction = _people.Receive(message.To, message.Id, message.At);
        if (reaction is { Action: Reaction.Acknowledges, At: { } at })
        {
            _reactions.Enqueue((message.IncidentId, message.To, at), at);
        }
    }

    /// <summary>Takes the next action out.</summary>
    public (string IncidentId, string Person, DateTimeOffset At) Next() => _reactions.Dequeue();

    private static bool IsPerson(Channel channel) => channel is Channel.Email or Channel.Sms or Channel.Slack or Channel.Teams;
}
