using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.Faults;

/// <summary>
/// Channels that time out, answer with errors, ask to wait, or die after they have sent; and one address that is down for a while. Like
/// the real ones they can be asked what has arrived when an attempt is not the first.
/// </summary>
internal sealed class FaultyChannels(VirtualClock clock, FaultDice dice, Sabotage sabotage, string downAddress, DateTimeOffset downFrom, DateTimeOffset downTo) : IEffectHandler
{
    private static readonly TimeSpan AskedToWait = TimeSpan.FromSeconds(30);

    private readonly HashSet<string> _arrived = new(StringComparer.Ordinal);
    private readonly List<SentMessage> _sent = [];
    private readonly List<string> _repairs = [];

    /// <summary>Told of every message that arrives.</summary>
    public Action<SentMessage>? Arrived { get; set; }

    public IReadOnlyList<SentMessage> Sent => _sent;

    public IReadOnlyList<string> Remediations => _repairs;

    /// <summary>True when the address could be reached at a time.</summary>
    public bool Works(string address, DateTimeOffset at) => address != downAddress || at < downFrom || at >= downTo;

    /// <summary>
    /// From when on the address could be reached, for somebody who has a message for it at a time and may take so long to send it: an
    /// outage that begins meanwhile excuses as one that is there already, and so does the pause that was asked for last.
    /// </summary>
    public DateTimeOffset WorksSince(string address, DateTimeOffset at, TimeSpan allowance) =>
        address == downAddress && at + allowance >= downFrom && at < downTo ? downTo + AskedToWait : at;

    public ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        if (attempt > 1 && sabotage != Sabotage.NeverAsksChannels && _arrived.Contains(effect.Id))
        {
            return ValueTask.FromResult<DeliveryResult>(new Delivered());
        }

        if (effect is NotifyEffect down && !Works(down.To, clock.Now))
        {
            return ValueTask.FromResult<DeliveryResult>(new RetryLater(clock.Now + AskedToWait, "503"));
        }

        if (dice.Chance(dice.Rates.Channel))
        {
            return Fail();
        }

        Send(effect);
        if (dice.Chance(dice.Rates.Channel))
        {
            throw new SimulatedCrashException("after sending");
        }

        return ValueTask.FromResult<DeliveryResult>(new Delivered());
    }

    private ValueTask<DeliveryResult> Fail() => dice.Chance(0.5)
        ? ValueTask.FromResult<DeliveryResult>(new RetryLater(clock.Now + AskedToWait, "429"))
        : throw new TimeoutException("the channel did not answer");

    private void Send(Effect effect)
    {
        _arrived.Add(effect.Id);
        if (effect is NotifyEffect notify)
        {
            var message = new SentMessage(notify, clock.Now);
            _sent.Add(message);
            Arrived?.Invoke(message);
        }
        else
        {
            _repairs.Add(effect.Id);
        }
    }
}

/// <summary>A message that reached somebody.</summary>
/// <param name="Effect">The effect that asked for it.</param>
/// <param name="At">When it arrived.</param>
internal sealed record SentMessage(NotifyEffect Effect, DateTimeOffset At);
