using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>Tells people, by the endpoint that was decided or by what the audience falls back to.</summary>
internal sealed class NotificationDelivery(
    IMessageChannel channel, IIncidentStore store, RulesInForce rules, INotebook notebook, TimeProvider clock) : IEffectHandler
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The effect is not a <see cref="NotifyEffect"/>.</exception>
    public async ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken) =>
        await new NotificationAttempt(channel, store, (await rules.NowAsync()).Policy, notebook, clock)
            .HandleAsync(effect, attempt, cancellationToken);
}

/// <summary>One attempt at telling people, by the policy as it is when it begins.</summary>
internal sealed class NotificationAttempt(
    IMessageChannel channel, IIncidentStore store, IncidentPolicy policy, INotebook notebook, TimeProvider clock)
{
    private static readonly TimeSpan RememberTold = TimeSpan.FromDays(2);
    private static readonly Taken KnownAlready = new();

    /// <summary>Makes it.</summary>
    /// <exception cref="ArgumentException">The effect is not a <see cref="NotifyEffect"/>.</exception>
    public async ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        var notify = effect as NotifyEffect ?? throw new ArgumentException("only messages are told to people", nameof(effect));
        if (policy.Endpoint(notify.Audience, notify.Channel, notify.To, notify.At) is not { } endpoint)
        {
            return new DeliveryFailed(Sentences.NotConfiguredAnyMore);
        }

        var isExercise = notify.Message.Exercise is not null;
        if (isExercise && !ExerciseRules.MayTell(endpoint.Channel, policy.Exercises))
        {
            // it was decided before the configuration said so; nobody is missed there
            return new Delivered();
        }

        if (attempt > 2
            && ChannelTraits.ShowsWhatCameLast(endpoint.Channel)
            && await notebook.FindAsync(FallbackRules.NoteOf(notify, endpoint), cancellationToken) is not null)
        {
            return (DeliveryResult?)await PutRightAsync(notify, endpoint, attempt, isMissed: true, cancellationToken) ?? new Delivered();
        }

        Endpoint[] route =
        [
            endpoint,
            .. policy.Fallbacks(notify.Audience, endpoint, notify.At)
                .Where(fallback => !notify.IsUpdate || ChannelTraits.CanBeUpdated(fallback.Channel))
                .Where(fallback => !isExercise || ExerciseRules.MayTell(fallback.Channel, policy.Exercises)),
        ];

        // of what is over nobody has to act, and who hears of it need not be who is on call
        var isAlone = notify.Message.State is not (IncidentState.Mitigated or IncidentState.Resolved)
            && policy.Endpoints(notify.Audience, notify.At).Count <= 1;
        var answers = ImmutableArray<ChannelAnswer>.Empty;
        while (true)
        {
            var step = FallbackRules.Next(notify, route, answers, attempt, isAlone, clock.GetUtcNow());
            if (step is Finished { Result: Delivered done })
            {
                return await ToldAsync(notify, endpoint, attempt, answers, done, cancellationToken);
            }

            var isFirst = attempt == 1 && answers.IsEmpty;
            var isCall = route.Take(answers.Length + 1).Any(static one => one.Channel == Channel.Call);
            if (step is TellBy or Finished { Result: DeliveryFailed }
                && !await IsPlacedAsync(notify, step, attempt, cancellationToken)
                && await UntimelyAsync(notify, endpoint, attempt, isFirst, isCall, cancellationToken) is { } untimely)
            {
                return untimely;
            }

            if (step is Finished finished)
            {
                return finished.Result;
            }

            answers = answers.Add(await TellAsync((TellBy)step, cancellationToken));
        }
    }

    /// <summary>Somebody was told. What Slack, PagerDuty or Jira shows may be less than that, or what was so before.</summary>
    private async ValueTask<DeliveryResult> ToldAsync(
        NotifyEffect notify,
        Endpoint endpoint,
        int attempt,
        ImmutableArray<ChannelAnswer> answers,
        Delivered done,
        CancellationToken cancellationToken)
    {
        var mayHaveIt = answers[0] is PerhapsTaken;
        if (await PutRightAsync(notify, endpoint, attempt, isMissed: mayHaveIt || answers.Length > 1, cancellationToken) is not { } again)
        {
            return done;
        }

        if (mayHaveIt)
        {
            await NoteToldAsync(FallbackRules.NoteOf(notify, endpoint), notify, cancellationToken);
        }

        return again with { Note = ReferenceEquals(answers[^1], KnownAlready) ? null : done.Note };
    }

    /// <summary>True where nobody is told, but asked what became of a call: that is known whatever has happened since.</summary>
    private async ValueTask<bool> IsPlacedAsync(
        NotifyEffect notify, NotificationStep step, int attempt, CancellationToken cancellationToken) =>
        attempt > 1
        && step is TellBy { Endpoint: { Channel: Channel.Call } call }
        && await notebook.FindAsync(PlacedCall.NameOf(notify.Id, call.To), cancellationToken) is not null;

    /// <summary>
    /// What becomes of a message that is not to be told now. That is asked before each endpoint, and not once: until a channel has refused
    /// a message half a minute may be over.
    /// </summary>
    private async ValueTask<DeliveryResult?> UntimelyAsync(
        NotifyEffect notify, Endpoint endpoint, int attempt, bool isFirst, bool isCall, CancellationToken cancellationToken)
    {
        var correlation = await store.FindAsync(notify.IncidentId, cancellationToken);
        if ((Timeliness.Overtaken(notify, correlation) ?? (isCall ? Timeliness.TakenSince(notify, correlation) : null)) is { } why)
        {
            // before anything was tried it is ordinary: two things happened in the same moment
            return isFirst
                ? new Delivered()
                : (DeliveryResult?)await PutRightAsync(notify, endpoint, attempt, isMissed: false, cancellationToken)
                    ?? new Delivered(Sentences.NoteNotToldLate(notify.Audience, $"{notify.Channel}", notify.To, why));
        }

        return Timeliness.HeldUntil(correlation, policy, clock.GetUtcNow()) is { } held
            ? new RetryLater(held, Sentences.NotificationsHeld)
            : null;
    }

    /// <summary>
    /// What was on its way while something newer was told, or may be from an earlier attempt, arrives after that: a message in Slack, which
    /// is changed in place, would show for ever what is over, and an alert in PagerDuty or Jira would page for it. So it would when they
    /// have missed the end, of which others were told in their place. So it is changed once more, into what is so now.
    /// </summary>
    /// <returns>When to try again; null when there is nothing to do any more.</returns>
    private async ValueTask<RetryLater?> PutRightAsync(
        NotifyEffect late, Endpoint endpoint, int attempt, bool isMissed, CancellationToken cancellationToken)
    {
        if (!ChannelTraits.ShowsWhatCameLast(endpoint.Channel))
        {
            return null;
        }

        IncidentState? shown = null;
        while (await store.FindAsync(late.IncidentId, cancellationToken) is { Incident: { } incident } correlation
            && incident.State != shown
            && ((isMissed && late.Message.State is IncidentState.Mitigated or IncidentState.Resolved)
                || Timeliness.Overtaken(late, correlation) is not null))
        {
            var now = clock.GetUtcNow();
            var message = MessageComposer.Compose(
                incident, correlation.Tracks, policy, Timeliness.OccasionOf(incident.State), now, remark: null);
            var amendment = late with { Message = message with { IsInternal = late.Message.IsInternal }, IsAmendment = true };

            // unlike a message, what changes one in place may arrive twice
            if (await SendAsync(amendment, endpoint, cancellationToken) switch
            {
                Refused { IsPassing: true } refused => refused.Reason,
                PerhapsTaken silence => silence.Reason,
                _ => null,
            } is { } reason)
            {
                return new RetryLater(now + EffectDelivery.PauseAfter(attempt), reason);
            }

            // it was on its way for a while too
            shown = incident.State;
        }

        return null;
    }

    private async ValueTask<ChannelAnswer> TellAsync(TellBy step, CancellationToken cancellationToken)
    {
        if (step.NoteName is not { } note)
        {
            return await SendAsync(step.Effect, step.Endpoint, cancellationToken);
        }

        // another endpoint of the audience was broken too, so this fallback knows of the step already; of a call of this effect's own the
        // outcome is asked
        if (await notebook.FindAsync(note, cancellationToken) is { } by
            && (step.Endpoint.Channel != Channel.Call || by != step.Effect.Id))
        {
            return KnownAlready;
        }

        var answer = await SendAsync(step.Effect, step.Endpoint, cancellationToken);
        if (answer is Taken or PerhapsTaken or Underway)
        {
            await NoteToldAsync(note, step.Effect, cancellationToken);
        }

        return answer;
    }

    private async ValueTask NoteToldAsync(string name, NotifyEffect effect, CancellationToken cancellationToken) =>
        _ = await notebook.TryAddAsync(name, effect.Id, clock.GetUtcNow() + RememberTold, cancellationToken);

    /// <summary>Everybody is told in their own language, by their own clock.</summary>
    private ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken) =>
        channel.SendAsync(
            effect with { Message = effect.Message.For(policy.ReaderOf(effect.Audience, endpoint, effect.At)) },
            endpoint,
            cancellationToken);
}
