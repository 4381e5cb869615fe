using System.Collections.Immutable;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>Tells people, by the endpoint that was decided or by what the audience falls back to.</summary>
internal sealed class NotificationDelivery(
    IMessageChannel channel, IIncidentStore store, IncidentPolicy policy, INotebook notebook, TimeProvider clock) : IEffectHandler
{
    private static readonly TimeSpan RememberFallback = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The effect is not a <see cref="NotifyEffect"/>.</exception>
    public async ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        var notify = effect as NotifyEffect ?? throw new ArgumentException("only messages are told to people", nameof(effect));
        if (policy.Endpoint(notify.Audience, notify.Channel, notify.To, notify.At) is not { } endpoint)
        {
            return new DeliveryFailed("it does not stand in the configuration any more");
        }

        var correlation = await store.FindAsync(notify.IncidentId, cancellationToken);
        if (Timeliness.Overtaken(notify, correlation) is { } why)
        {
            // at a first attempt it is ordinary: two things happened in the same moment
            return attempt == 1
                ? new Delivered()
                : await PutRightAsync(notify, endpoint, attempt, cancellationToken)
                    ?? new Delivered($"{notify.Audience} was not told late by {notify.Channel} ({notify.To}): {why}.");
        }

        if (Timeliness.HeldUntil(correlation, policy, clock.GetUtcNow()) is { } held)
        {
            return new RetryLater(held, "notifications are held");
        }

        Endpoint[] route =
        [
            endpoint,
            .. policy.Fallbacks(notify.Audience, endpoint, notify.At)
                .Where(fallback => !notify.IsUpdate || ChannelTraits.CanBeUpdated(fallback.Channel)),
        ];
        var isAlone = policy.Endpoints(notify.Audience, notify.At).Count <= 1;
        var answers = ImmutableArray<ChannelAnswer>.Empty;
        while (true)
        {
            switch (FallbackRules.Next(notify, route, answers, attempt, isAlone, clock.GetUtcNow()))
            {
                case TellBy step:
                    answers = answers.Add(await TellAsync(step, cancellationToken));
                    break;
                case Finished { Result: Delivered done }:
                    return await PutRightAsync(notify, endpoint, attempt, cancellationToken) ?? done;
                case Finished finished:
                    return finished.Result;
            }
        }
    }

    /// <summary>
    /// What was on its way while something newer was told, or may be from an earlier attempt, arrives after that: a message in Slack, which
    /// is changed in place, would show for ever what is over. So it is changed once more, into what is so now.
    /// </summary>
    /// <returns>When to try again; null when there is nothing to do any more.</returns>
    private async ValueTask<DeliveryResult?> PutRightAsync(
        NotifyEffect late, Endpoint endpoint, int attempt, CancellationToken cancellationToken)
    {
        if (endpoint.Channel != Channel.Slack)
        {
            return null;
        }

        var correlation = await store.FindAsync(late.IncidentId, cancellationToken);
        if (correlation?.Incident is not { } incident || Timeliness.Overtaken(late, correlation) is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var message = MessageComposer.Compose(
            incident, correlation.Tracks, policy, Timeliness.OccasionOf(incident.State), now, remark: null);
        var amendment = late with { Message = message with { IsInternal = late.Message.IsInternal }, IsAmendment = true };
        return await SendAsync(amendment, endpoint, cancellationToken) is Refused { IsPassing: true } refused
            ? new RetryLater(now + EffectDelivery.PauseAfter(attempt), refused.Reason)
            : null;
    }

    private async ValueTask<ChannelAnswer> TellAsync(TellBy step, CancellationToken cancellationToken)
    {
        if (step.NoteName is not { } note)
        {
            return await SendAsync(step.Effect, step.Endpoint, cancellationToken);
        }

        // another endpoint of the audience was broken too, so this fallback knows of the step already
        if (await notebook.FindAsync(note, cancellationToken) is not null)
        {
            return new Taken();
        }

        var answer = await SendAsync(step.Effect, step.Endpoint, cancellationToken);
        if (answer is Taken or PerhapsTaken)
        {
            _ = await notebook.TryAddAsync(note, step.Effect.Id, clock.GetUtcNow() + RememberFallback, cancellationToken);
        }

        return answer;
    }

    /// <summary>Everybody is told in their own language, by their own clock.</summary>
    private ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken) =>
        channel.SendAsync(
            effect with { Message = effect.Message.For(policy.ReaderOf(effect.Audience, endpoint, effect.At)) },
            endpoint,
            cancellationToken);
}
