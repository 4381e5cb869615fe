using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>
/// Carries out effects, each effectively once: claim, act, mark as done. A crash after acting and before marking is the one window in
/// which an effect can go out twice; a handler narrows it further by asking its channel when the attempt is not the first.
/// </summary>
public sealed class EffectDelivery
{
    /// <summary>How long the stream has to bring an effect before the clock takes care of it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long an attempt may take: longer than the time-out of the function that makes it, so a lease never runs out under it.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>A message that could not be sent for a day tells nobody anything.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    /// <summary>Somebody waits for the message: a longer pause would save little and cost more.</summary>
    private static readonly TimeSpan MaximumPause = TimeSpan.FromMinutes(5);

    private readonly IOutbox _outbox;
    private readonly IEffectHandler _handler;
    private readonly IncidentPipeline _pipeline;
    private readonly TimeProvider _clock;

    /// <summary>Delivery of what waits in an outbox; <see cref="IncidentDesk"/> makes it.</summary>
    internal EffectDelivery(IOutbox outbox, IEffectHandler handler, IncidentPipeline pipeline, TimeProvider clock)
    {
        _outbox = outbox;
        _handler = handler;
        _pipeline = pipeline;
        _clock = clock;
    }

    /// <summary>Makes one attempt at an effect, unless it is done or somebody else's.</summary>
    /// <param name="effectId">The effect.</param>
    /// <param name="cancellationToken">Cuts the attempt short; what became of it is stored all the same.</param>
    public async ValueTask<DeliveryOutcome> DeliverAsync(string effectId, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        EffectLease? lease;
        try
        {
            lease = await _outbox.ClaimAsync(effectId, now, now + Lease, cancellationToken);
        }
        catch (UnreadableItemException unreadable)
        {
            return await GiveUpAsync(effectId, unreadable, now);
        }

        if (lease is null)
        {
            return new DeliveryOutcome(effectId, 0, null);
        }

        var result = await AttemptAsync(lease, cancellationToken);

        // That nobody was told must not be lost: the effect stays due until its incident knows. Whatever else there is to say is said once
        // the effect is done, because a message that arrived must not be sent again for its sake.
        var isGivenUp = result is DeliveryFailed or Delivered { IsUncertain: true };
        if (isGivenUp)
        {
            await ReportAsync(lease.Effect, result, isGivenUp);
        }

        var isOurs = await _outbox.CompleteAsync(lease, result, _clock.GetUtcNow(), CancellationToken.None);
        if (isOurs && !isGivenUp)
        {
            await ReportAsync(lease.Effect, result, isGivenUp);
        }

        return new DeliveryOutcome(effectId, lease.Attempt, result) { Channel = (lease.Effect as NotifyEffect)?.Channel };
    }

    /// <summary>Tells the incident what it should know of an attempt.</summary>
    private async ValueTask ReportAsync(Effect effect, DeliveryResult result, bool isGivenUp)
    {
        if (ReportOf(effect, result) is { } text)
        {
            var report = new DeliveryReported(text)
            {
                GivenUp = isGivenUp ? effect.Id : null,
                Untold = isGivenUp ? effect as NotifyEffect : null,
            };
            await _pipeline.ActAsync(effect.IncidentId, report, _clock.GetUtcNow(), CancellationToken.None);
        }
    }

    /// <summary>
    /// Nobody knows any more what it was to tell; those who look at the incident, and who watches the channel, must know that.
    /// </summary>
    private async ValueTask<DeliveryOutcome> GiveUpAsync(string effectId, UnreadableItemException unreadable, DateTimeOffset now)
    {
        if (effectId.LastIndexOf('.') is > 0 and var dot)
        {
            var report = new DeliveryReported(unreadable.Lane is { } lane
                ? Sentences.NoteNotCarriedOutTo(lane, unreadable.Message)
                : Sentences.NoteNotCarriedOut(unreadable.Message));
            await _pipeline.ActAsync(effectId[..dot], report, now, CancellationToken.None);
        }

        return new DeliveryOutcome(effectId, 1, new DeliveryFailed(unreadable.Message))
        {
            Channel = Enum.TryParse<Channel>(unreadable.Lane?.Split(' ')[0], out var channel) ? channel : null,
        };
    }

    /// <summary>The pause after an attempt that ended in an exception: one minute, doubled each time, at most five.</summary>
    public static TimeSpan PauseAfter(int attempt) =>
        attempt < 4 ? TimeSpan.FromMinutes(1 << Math.Max(0, attempt - 1)) : MaximumPause;

    private async ValueTask<DeliveryResult> AttemptAsync(EffectLease lease, CancellationToken cancellationToken)
    {
        DeliveryResult result;
        try
        {
            result = await _handler.HandleAsync(lease.Effect, lease.Attempt, cancellationToken);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // its message may hold an address or a secret, so only its kind is kept
            result = new RetryLater(_clock.GetUtcNow() + PauseAfter(lease.Attempt), exception.GetType().Name);
        }

        return result is RetryLater again && again.At - lease.Effect.At > GiveUpAfter
            ? new DeliveryFailed(Sentences.GivenUpAfter($"{lease.Attempt}", again.Reason))
            : result;
    }

    private static string? ReportOf(Effect effect, DeliveryResult result) => (effect, result) switch
    {
        (_, Delivered { Note: { } note }) => note,
        (_, RetryLater { Note: { } note }) => note,
        (NotifyEffect notify, DeliveryFailed failed) =>
            Sentences.NoteNotTold(notify.Audience, $"{notify.Channel}", notify.To, failed.Reason),
        (RemediateEffect remediate, DeliveryFailed failed) =>
            Sentences.NoteNotAsked(remediate.Remediation, remediate.Target, failed.Reason),
        _ => null,
    };
}

/// <summary>What became of an effect that was to be carried out.</summary>
/// <param name="EffectId">The effect.</param>
/// <param name="Attempt">Number of the attempt; 0 when there was none.</param>
/// <param name="Result">The result, or null when there was nothing to do: it was done, or is somebody else's.</param>
public sealed record DeliveryOutcome(string EffectId, int Attempt, DeliveryResult? Result)
{
    /// <summary>How people were to be told; null when the effect is no message, or there was nothing to do.</summary>
    public Channel? Channel { get; init; }
}
