using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Calls;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.Faults;

/// <summary>
/// Channels that time out, answer with errors, ask to wait, answer with an error or die after they have sent; and addresses that are out
/// for a while. Each is as it is: ServiceNow, AWS Support, tasks, calls, PagerDuty and Jira know what has arrived already, the others take
/// it once more; what is on its way may be overtaken. A telephone rings, and what comes of it shows later. They take repairs too.
/// </summary>
internal sealed class FaultyChannels(VirtualClock clock, FaultDice dice, Sabotage sabotage, ImmutableArray<ChannelOutage> outages)
    : IMessageChannel, IEffectHandler
{
    private static readonly TimeSpan AskedToWait = TimeSpan.FromSeconds(30);

    private readonly HashSet<(string EffectId, string Address)> _arrived = [];
    private readonly HashSet<(string EffectId, string Address)> _refusedForGood = [];
    private readonly Dictionary<(string EffectId, string Address), FaultyCall> _calls = [];
    private readonly Dictionary<string, NotifyEffect> _asked = new(StringComparer.Ordinal);
    private readonly List<SentMessage> _sent = [];
    private readonly Dictionary<(string EffectId, string Address), int> _silences = [];
    private long _order;
    private readonly HashSet<string> _repairs = new(StringComparer.Ordinal);

    /// <summary>Told of every message that a channel takes, whether it arrives or is lied about.</summary>
    public Action<SentMessage>? Accepted { get; set; }

    /// <summary>Told of every call that rings, and of what will come of it.</summary>
    public Action<SentMessage, FaultyCall>? Rings { get; set; }

    /// <summary>Told of every repair that is asked for.</summary>
    public Action<RemediateEffect>? RepairAsked { get; set; }

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

    /// <summary>Lets another process act while a message is on its way.</summary>
    public Func<ValueTask>? Overtake { get; set; }

    /// <summary>What people read in the messages that are changed in place.</summary>
    public ShownMessages Shown { get; } = new();

    /// <summary>
    /// True for an address that was gone for a while, or took messages and delivered nothing: what it shows is nobody's word.
    /// </summary>
    public bool IsLost(string address) =>
        outages.Any(outage => outage.Address == address && outage.Fault is ChannelFault.Gone or ChannelFault.Lies);

    /// <summary>How often a message had arrived and nobody could know that: the process died with it, or nothing came back.</summary>
    public int Silences(string effectId, string address) => _silences.GetValueOrDefault((effectId, address));

    public async ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (effect.IsAmendment)
        {
            return Amend(effect, endpoint);
        }

        _asked.TryAdd(effect.Id, effect);
        if (ChannelTraits.CanBeAsked(endpoint.Channel)
            && sabotage != Sabotage.NeverAsksChannels
            && _arrived.Contains((effect.Id, endpoint.To)))
        {
            return Answer(effect, endpoint);
        }

        switch (OutageAt(endpoint.To))
        {
            case ChannelFault.Down:
                return new Refused("it answered HTTP 503", IsPassing: true, AskedToWait);
            case ChannelFault.Gone:
                return RefuseForGood(effect, endpoint);
            case ChannelFault.Lies:
                return Lie(effect, endpoint);
            default:
                return await SendThroughAsync(effect, endpoint);
        }
    }

    ValueTask<DeliveryResult> IEffectHandler.HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        if (attempt == 1 || sabotage == Sabotage.NeverAsksChannels || !_repairs.Contains(effect.Id))
        {
            if (dice.Chance(dice.Rates.Channel))
            {
                throw new TimeoutException("the topic did not answer");
            }

            if (_repairs.Add(effect.Id) && effect is RemediateEffect repair)
            {
                RepairAsked?.Invoke(repair);
            }

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
        Accepted?.Invoke(new SentMessage(effect, endpoint, clock.Now, IsLie: true) { Began = ++_order, Order = ++_order });
        return new Taken();
    }

    /// <summary>The message takes its time, in which others act; then it is there, once more where it was before.</summary>
    private async ValueTask<ChannelAnswer> SendThroughAsync(NotifyEffect effect, Endpoint endpoint)
    {
        if (dice.Chance(dice.Rates.Channel))
        {
            return Fail(effect, endpoint);
        }

        var began = ++_order;
        var isOvertaken = dice.Chance(dice.Rates.Channel) && Overtake is not null;
        if (isOvertaken)
        {
            await Overtake!();
        }

        for (var copies = sabotage == Sabotage.RepeatsMessages ? 2 : 1; copies > 0; copies--)
        {
            Arrive(effect, endpoint, began, isOvertaken);
        }

        return dice.Chance(dice.Rates.Channel) ? FailAfter(effect, endpoint) : Answer(effect, endpoint);
    }

    private void Arrive(NotifyEffect effect, Endpoint endpoint, long began, bool isOvertaken)
    {
        _arrived.Add((effect.Id, endpoint.To));
        Shown.Arrive(effect, endpoint, clock.Now);
        var message = new SentMessage(effect, endpoint, clock.Now, IsLie: false)
        {
            Began = began,
            Order = ++_order,
            IsOvertaken = isOvertaken,
        };
        _sent.Add(message);
        Accepted?.Invoke(message);
        if (endpoint.Channel == Channel.Call && CallRenderer.IsWorthCalling(effect.Message))
        {
            var call = FaultyCall.Of(dice, clock.Now);
            _calls[(effect.Id, endpoint.To)] = call;
            Rings?.Invoke(message, call);
        }
    }

    /// <summary>What became of a message that has arrived; of a call that may not be known yet.</summary>
    private ChannelAnswer Answer(NotifyEffect effect, Endpoint endpoint) => _calls.GetValueOrDefault((effect.Id, endpoint.To)) switch
    {
        null => new Taken(),
        var call when clock.Now < call.EndsAt => new Underway(call.Until),
        { IsReached: true } => new Taken(),
        _ => new Refused("nobody pressed a key", IsPassing: false) { IsUnanswered = true },
    };

    /// <summary>The message is there, and who sent it does not know: it may ask where the channel can be asked.</summary>
    private ChannelAnswer FailAfter(NotifyEffect effect, Endpoint endpoint)
    {
        var key = (effect.Id, endpoint.To);
        _silences[key] = _silences.GetValueOrDefault(key) + 1;
        return dice.Chance(0.5) ? throw new SimulatedCrashException("after sending")
            : ChannelTraits.CanBeAsked(endpoint.Channel) ? new Refused("it answered HTTP 500", IsPassing: dice.Chance(0.5))
            : new PerhapsTaken("it did not answer in time");
    }

    private ChannelAnswer Amend(NotifyEffect effect, Endpoint endpoint)
    {
        if (OutageAt(endpoint.To) is { } outage)
        {
            return outage == ChannelFault.Down ? new Refused("it answered HTTP 503", IsPassing: true, AskedToWait) : new Taken();
        }

        if (dice.Chance(dice.Rates.Channel))
        {
            return dice.Chance(0.5) ? new PerhapsTaken("it did not answer in time")
                : new Refused("it answered HTTP 429", IsPassing: true, AskedToWait);
        }

        if (sabotage != Sabotage.NeverPutsRight)
        {
            Shown.Amend(effect, endpoint);
        }

        return new Taken();
    }

    /// <summary>It does not arrive; of a time-out nobody knows, and who cannot be asked counts it as perhaps told.</summary>
    private ChannelAnswer Fail(NotifyEffect effect, Endpoint endpoint)
    {
        if (dice.Chance(0.5))
        {
            return new Refused("it answered HTTP 429", IsPassing: true, AskedToWait);
        }

        if (dice.Chance(0.5))
        {
            throw new TimeoutException("nothing is known of the channel");
        }

        if (ChannelTraits.CanBeAsked(endpoint.Channel))
        {
            return new Refused("it did not answer in time", IsPassing: true);
        }

        Lies++;
        Accepted?.Invoke(new SentMessage(effect, endpoint, clock.Now, IsLie: true) { Began = ++_order, Order = ++_order });
        return new PerhapsTaken("it did not answer in time");
    }
}

/// <summary>A call that rings.</summary>
/// <param name="EndsAt">When it ends, with a key or without.</param>
/// <param name="IsReached">Whether a key is pressed that takes it.</param>
/// <param name="Until">When nobody waits for its end any more.</param>
internal sealed record FaultyCall(DateTimeOffset EndsAt, bool IsReached, DateTimeOffset Until)
{
    /// <summary>What comes of a call that begins to ring.</summary>
    public static FaultyCall Of(FaultDice dice, DateTimeOffset now) =>
        new(now + TimeSpan.FromSeconds(dice.Chance(0.5) ? 30 : 75), dice.Chance(0.6), now + PlacedCall.Conversation);
}

/// <summary>A message that a channel took.</summary>
/// <param name="Effect">The effect that asked for it.</param>
/// <param name="Endpoint">Where it went: the effect's endpoint or a fallback.</param>
/// <param name="At">When.</param>
/// <param name="IsLie">True when it reached nobody.</param>
internal sealed record SentMessage(NotifyEffect Effect, Endpoint Endpoint, DateTimeOffset At, bool IsLie)
{
    /// <summary>When it was begun, in the order of everything that channels do.</summary>
    public long Began { get; init; }

    /// <summary>When it arrived, in the same order.</summary>
    public long Order { get; init; }

    /// <summary>True when others acted while it was on its way: it may tell what was so when it was begun.</summary>
    public bool IsOvertaken { get; init; }

    /// <summary>Number of an effect within its incident: the higher, the newer.</summary>
    public static int NumberOf(string effectId) =>
        int.Parse(effectId.AsSpan(effectId.LastIndexOf('.') + 1), CultureInfo.InvariantCulture);
}
