using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Simulation.People;
using Reaction = ContactCenter.Simulation.People.PersonAction;

namespace ContactCenter.Embedded.World;

/// <summary>Delivers messages to simulated people and holds what they will do until its time comes.</summary>
internal sealed class SimulatedInbox(long seed, AnswerSettings answers, SimulatedTelephones telephones) : IMessageChannel
{
    private static readonly Comparer<(DateTimeOffset At, string Effect)> InOrder = Comparer<(DateTimeOffset At, string Effect)>.Create(
        static (one, other) => one.At == other.At ? string.CompareOrdinal(one.Effect, other.Effect) : one.At.CompareTo(other.At));

    private readonly Lock _gate = new();
    private readonly SimulatedPeople _people = new(seed);
    private readonly PriorityQueue<NotifyEffect, (DateTimeOffset At, string Effect)> _reactions = new(InOrder);
    private readonly SortedDictionary<string, int> _messages = new(StringComparer.Ordinal);

    /// <summary>Messages by the address that they went to.</summary>
    public IReadOnlyDictionary<string, int> Messages => _messages;

    /// <summary>When the next person acts, or null.</summary>
    public DateTimeOffset? NextAt => _reactions.TryPeek(out _, out var next) ? next.At : null;

    /// <summary>Delivers a message; several may come at once.</summary>
    public ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (endpoint.Channel == Channel.Call)
        {
            return telephones.SendAsync(effect, endpoint, cancellationToken);
        }

        lock (_gate)
        {
            Deliver(effect);
        }

        return new(new Taken());
    }

    /// <summary>Takes the message out on which somebody acts next.</summary>
    public NotifyEffect Next() => _reactions.Dequeue();

    private void Deliver(NotifyEffect message)
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
        if (reaction is { Action: Reaction.Acknowledges, At: { } at }
            && OfferedActions.For(message.Message).Contains(Core.Incidents.PersonAction.Acknowledge))
        {
            _reactions.Enqueue(message, (at, message.Id));
        }
    }

    /// <summary>Whether somebody reads there who can answer: by a signed link, or by a button where buttons are answered.</summary>
    private bool IsPerson(Channel channel) => channel is Channel.Email or Channel.Sms or Channel.Teams
        || (channel == Channel.Slack && answers.SlackSigningSecret is not null);
}
