using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.Faults;

/// <summary>
/// Channels that time out, answer with errors, ask to wait, answer with an error or die after they have sent; and addresses that are out
/// for a while. Like the real ones they know by its id what has arrived already. They take repairs too.
/// </summary>
internal sealed class FaultyChannels(VirtualClock clock, FaultDice dice, Sabotage sabotage, ImmutableArray<ChannelOutage> outages)
    : IMessageChannel, IEffectHandler
{
    private static readonly TimeSpan AskedToWait = TimeSpan.FromSeconds(30);

    private readonly HashSet<(string EffectId, string Address)> _arrived = [];
    private readonly HashSet<(string EffectId, string Address)> _refusedForGood = [];
    private readonly Dictionary<string, NotifyEffect> _asked = new(StringComparer.Ordinal);
    private readonly List<SentMessage> _sent = [];
    private readonly HashSet<string> _repairs = new(StringComparer.Ordinal);

    /// <summary>Told of every message that a channel takes, whether it arrives or is lied about.</summary>
    public Action<SentMessage>? Accepted { get; set; }

    /// <summary>Messages that reached somebody.</summary>
    public IReadOnlyList<SentMessage> Sent => _sent;

    /// <summary>Messages that were taken and reached nobody.</summary>
    public int Lies { get; private set; }

    public IReadOnlySet<string> Remediations => _repairs;

    /// <summary>The message that somebody tried to send, as it was first tried.</summary>
    public NotifyEffect? Asked(string effectId) => _asked.GetValueOrDefault(effectId);

    /// <summary>True when an address has said that it will never take a message.</summary>
    public bool HasRefusedForGood(string effectId, string address) => _refusedForGood.Contains((effectId, address));

    /// <summary>
    /// From when on somebody on a route could be reached, for who has a message at a time and may take so long to send it: an outage that
    /// begins meanwhile excuses as one that is there already, and so does the pause before the next attempt.
    /// </summary>
    public DateTimeOffset WorksSince(IEnumerable<Endpoint> route, DateTimeOffset at, TimeSpan allowance) =>
        route.Min(endpoint => WorksSince(endpoint.To, at, allowance));

    public ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        _asked.TryAdd(effect.Id, effect);
        if (sabotage != Sabotage.NeverAsksChannels && _arrived.Contains((effect.Id, endpoint.To)))
        {
            return ValueTask.FromResult<ChannelAnswer>(new Taken());
        }

        return ValueTask.FromResult(OutageAt(endpoint.To) switch
        {
            ChannelFault.Down => new Refused("it answered HTTP 503", IsPassing: true, AskedToWait),
            ChannelFault.Gone => RefuseForGood(effect, endpoint),
            ChannelFault.Lies => Lie(effect, endpoint),
            _ => Send(effect, endpoint),
        });
    }

    ValueTask<DeliveryResult> IEffectHandler.HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        if (attempt == 1 || sabotage == Sabotage.NeverAsksChannels || !_repairs.Contains(effect.Id))
        {
            if (dice.Chance(dice.Rates.Channel))
            {
                throw new TimeoutException("the topic did not answer");
            }

            _repairs.Add(effect.Id);
            if (dice.Chance(dice.Rates.Channel))
            {
                throw new SimulatedCrashException("after asking for a repair");
            }
        }

        return ValueTask.FromResult<DeliveryResult>(new Delivered());
    }

    private DateTimeOffset WorksSince(string address, DateTimeOffset at, TimeSpan allowance)
    {
        var since = at;
        foreach (var outage in outages.Where(outage => outage.Address == address && outage.Fault != ChannelFault.Lies))
        {
            since = since + allowance >= outage.From && since < outage.To ? outage.To + EffectDelivery.PauseAfter(int.MaxValue) : since;
        }

        return since;
    }

    private ChannelFault? OutageAt(string address) =>
        outages.FirstOrDefault(outage => outage.Address == address && clock.Now >= outage.From && clock.Now < outage.To)?.Fault;

    private Refused RefuseForGood(NotifyEffect effect, Endpoint endpoint)
    {
        _refusedForGood.Add((effect.Id, endpoint.To));
        return new Refused("it answered HTTP 404", IsPassing: false);
    }

    /// <summary>Says that it has the message, and nobody gets it.</summary>
    private Taken Lie(NotifyEffect effect, Endpoint endpoint)
    {
        Lies++;
        Accepted?.Invoke(new SentMessage(effect, endpoint, clock.Now, IsLie: true));
        return new Taken();
    }

    private ChannelAnswer Send(NotifyEffect effect, Endpoint endpoint)
    {
        if (dice.Chance(dice.Rates.Channel))
        {
            return Fail();
        }

        _arrived.Add((effect.Id, endpoint.To));
        var message = new SentMessage(effect, endpoint, clock.Now, IsLie: false);
        _sent.Add(message);
        Accepted?.Invoke(message);
        if (dice.Chance(dice.Rates.Channel))
        {
            // the message is there, and nobody who sent it knows
            return dice.Chance(0.5) ? throw new SimulatedCrashException("after sending")
                : dice.Chance(0.5) ? new PerhapsTaken("it did not answer in time")
                : new Refused("it answered HTTP 500", IsPassing: dice.Chance(0.5));
        }

        return new Taken();
    }

    private Refused Fail() => dice.Chance(0.5)
        ? new Refused("it answered HTTP 429", IsPassing: true, AskedToWait)
        : dice.Chance(0.5)
            ? new Refused("it did not answer in time", IsPassing: true)
            : throw new TimeoutException("nothing is known of the channel");
}

/// <summary>A message that a channel took.</summary>
/// <param name="Effect">The effect that asked for it.</param>
/// <param name="Endpoint">Where it went: the effect's endpoint or a fallback.</param>
/// <param name="At">When.</param>
/// <param name="IsLie">True when it reached nobody.</param>
internal sealed record SentMessage(NotifyEffect Effect, Endpoint Endpoint, DateTimeOffset At, bool IsLie);
