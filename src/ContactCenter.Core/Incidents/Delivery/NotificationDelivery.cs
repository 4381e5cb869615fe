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
            return new Delivered(
                attempt == 1 ? null : $"{notify.Audience} was not told late by {notify.Channel} ({notify.To}): {why}.");
        }

        if (Timeliness.HeldUntil(correlation, policy, clock.GetUtcNow()) is { } held)
        {
            return new RetryLater(held, "notifications are held");
        }

        Endpoint[] route = [endpoint, .. policy.Fallbacks(notify.Audience, endpoint, notify.At)];
        var answers = ImmutableArray<ChannelAnswer>.Empty;
        while (true)
        {
            switch (FallbackRules.Next(notify, route, answers, attempt, clock.GetUtcNow()))
            {
                case TellBy step:
                    answers = answers.Add(await TellAsync(step, cancellationToken));
                    break;
                case Finished finished:
                    return finished.Result;
            }
        }
    }

    private async ValueTask<ChannelAnswer> TellAsync(TellBy step, CancellationToken cancellationToken)
    {
        if (step.NoteName is not { } note)
        {
            return await channel.SendAsync(step.Effect, step.Endpoint, cancellationToken);
        }

        // another endpoint of the audience was broken too, so this fallback knows of the step already
        if (await notebook.FindAsync(note, cancellationToken) is not null)
        {
            return new Taken();
        }

        var answer = await channel.SendAsync(step.Effect, step.Endpoint, cancellationToken);
        if (answer is Taken)
        {
            _ = await notebook.TryAddAsync(note, step.Effect.Id, clock.GetUtcNow() + RememberFallback, cancellationToken);
        }

        return answer;
    }
}
