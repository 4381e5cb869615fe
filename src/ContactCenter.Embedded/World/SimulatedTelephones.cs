using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Calls;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation.People;

namespace ContactCenter.Embedded.World;

/// <summary>
/// The telephones of people who are called: a call rings, and whoever has it presses a key, or not. It is written down as the deployed
/// channel does, so that the deployed functions find it.
/// </summary>
internal sealed class SimulatedTelephones(long seed, ContactCenterConfiguration configuration, TimeProvider clock, Func<INotebook> notebook)
{
    /// <summary>What proves a call; nobody in this world makes one up.</summary>
    private const string Token = "00000000000000000000000000000000";

    /// <summary>Several are called at once, and by however many threads: what happens in the same moment happens in one order.</summary>
    private static readonly Comparer<(DateTimeOffset At, string Order)> InOrder = Comparer<(DateTimeOffset At, string Order)>.Create(
        static (one, other) => one.At == other.At ? string.CompareOrdinal(one.Order, other.Order) : one.At.CompareTo(other.At));

    private readonly Lock _gate = new();
    private readonly PriorityQueue<TelephoneStep, (DateTimeOffset At, string Order)> _steps = new(InOrder);
    private readonly NamesOfPeople _people = new(configuration);
    private readonly int _ring = (configuration.Calls ?? new()).RingSeconds;
    private readonly SortedDictionary<CallReaction, int> _reactions = [];

    /// <summary>How often people have done what when they were called.</summary>
    public IReadOnlyDictionary<CallReaction, int> Reactions => _reactions;

    /// <summary>When a key is pressed or a call ends next, or null.</summary>
    public DateTimeOffset? NextAt => _steps.TryPeek(out _, out var next) ? next.At : null;

    /// <summary>Takes out what happens next.</summary>
    public TelephoneStep Next() => _steps.Dequeue();

    /// <summary>Calls somebody, or tells what became of that.</summary>
    public async ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (!CallRenderer.IsWorthCalling(effect.Message))
        {
            return new Taken();
        }

        var (name, notes, now) = (PlacedCall.NameOf(effect.Id, endpoint.To), notebook(), clock.GetUtcNow());
        var placed = PlacedCall.Read(await notes.FindAsync(name, cancellationToken));
        if (placed is null)
        {
            var contact = $"called-{Fingerprint.Of(name)}";
            placed = new PlacedCall(Token, now, contact, endpoint.To, effect.Audience);
            await notes.SetAsync(PlacedCall.OfContact(contact), name, now + PlacedCall.RememberFor, cancellationToken);
            await notes.SetAsync(name, placed.Write(), now + PlacedCall.RememberFor, cancellationToken);
            Ring(effect with { To = endpoint.To }, contact, now);
        }

        var outcome = await notes.FindAsync(PlacedCall.OutcomeOf(name), cancellationToken);
        return placed.Answer(outcome, _people.Of(endpoint.To), _ring, now);
    }

    private void Ring(NotifyEffect effect, string contact, DateTimeOffset now)
    {
        var played = PlayedCall.Of(seed, effect.To, effect.Id, TimeSpan.FromSeconds(_ring));
        var call = CallRenderer.Render(effect, effect.Message.Reader.Words.Language, Token);
        lock (_gate)
        {
            _reactions[played.Reaction] = _reactions.GetValueOrDefault(played.Reaction) + 1;
            if (played.Key is { } key)
            {
                var pressed = PersonCallEvent.Pressed(contact, call.Attributes, key);
                _steps.Enqueue(new(EmbeddedFunction.AnswerCall, pressed), (now + played.Lasts, $"{effect.Id} 1"));
            }

            _steps.Enqueue(new(EmbeddedFunction.EndCall, PersonCallEvent.Ended(contact)), (now + played.Lasts, $"{effect.Id} 2"));
        }
    }
}

/// <summary>What a telephone brings about.</summary>
/// <param name="Function">The function that is told.</param>
/// <param name="Request">What it is told.</param>
internal sealed record TelephoneStep(EmbeddedFunction Function, byte[] Request);
