using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>
/// Who is told when a channel refuses a message: the fallbacks of the audience in their order; and when all refuse, whether and when it is
/// tried again. Pure: it decides by the answers so far.
/// </summary>
public static class FallbackRules
{
    /// <summary>A channel that asks for a longer pause is asked again after this one: somebody waits for the message.</summary>
    public static readonly TimeSpan MaximumWait = TimeSpan.FromHours(1);

    /// <summary>Decides what comes next.</summary>
    /// <param name="effect">What to tell.</param>
    /// <param name="route">The effect's own endpoint, then the fallbacks.</param>
    /// <param name="answers">What the first of them answered, in order; all but the last have refused.</param>
    /// <param name="attempt">The attempt at the effect, from 1.</param>
    /// <param name="isAlone">True when the audience has no other endpoint that is told of the same step.</param>
    /// <param name="now">The time.</param>
    public static NotificationStep Next(
        NotifyEffect effect,
        IReadOnlyList<Endpoint> route,
        ImmutableArray<ChannelAnswer> answers,
        int attempt,
        bool isAlone,
        DateTimeOffset now)
    {
        if (answers is [.., Taken taken])
        {
            return new Finished(new Delivered(answers.Length == 1 ? taken.Note : Instead(effect, route, answers)));
        }

        if (answers is [.., Underway underway])
        {
            return new Finished(new RetryLater(underway.Until, Sentences.CallRings) { IsUnderway = true });
        }

        if (answers is [.., PerhapsTaken silence] && Perhaps(effect, route, answers, silence, attempt, isAlone, now) is { } ended)
        {
            return new Finished(ended);
        }

        if (answers.Length == route.Count)
        {
            return new Finished(Ended(route, answers, attempt, now));
        }

        var next = route[answers.Length];
        return answers is [var first, ..]
            ? new TellBy(next, Explained(effect, route[0], ReasonOf(first)), NoteOf(effect, next))
            : new TellBy(next, effect, NoteName: null);
    }

    /// <summary>
    /// Who may have the message is told once more, later, and never again: a slow channel would say the same again and again. Where others
    /// are told of the step that is all; when none of them could be told either, the next step is taken. Where nobody else is told of
    /// it, it counts as broken at once, and the fallbacks, or the next step, take its place.
    /// </summary>
    private static DeliveryResult? Perhaps(
        NotifyEffect effect,
        IReadOnlyList<Endpoint> route,
        ImmutableArray<ChannelAnswer> answers,
        PerhapsTaken silence,
        int attempt,
        bool isAlone,
        DateTimeOffset now) => (answers.Length, attempt, isAlone) switch
        {
            ( > 1, _, _) => new Delivered($"{Instead(effect, route, answers)} {Sentences.NotePerhaps(silence.Reason)}"),
            (_, 1, _) => new RetryLater(now + EffectDelivery.PauseAfter(attempt), silence.Reason),
            (_, _, false) => new Delivered(
                Sentences.NotePerhapsTold(effect.Audience, $"{effect.Channel}", effect.To, silence.Reason))
            {
                IsUncertain = true,
            },
            _ => null,
        };

    private static string ReasonOf(ChannelAnswer answer) => answer switch
    {
        Refused refused => refused.Reason,
        PerhapsTaken silence => Sentences.MayHaveIt(silence.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "who has taken a message has no reason not to"),
    };

    /// <summary>
    /// Name of the note that an endpoint counts as told of a step: a fallback, so that two broken endpoints do not tell it twice; or who
    /// may have the message twice already, so that what is put right there does not begin with a third.
    /// </summary>
    internal static string NoteOf(NotifyEffect effect, Endpoint endpoint) =>
        $"stand-in-{effect.IncidentId}-{effect.At.ToUnixTimeMilliseconds()}-{Fingerprint.Of($"{endpoint.Channel} {endpoint.To}")}";

    private static NotifyEffect Explained(NotifyEffect effect, Endpoint broken, string reason)
    {
        var why = Sentences.ToldInstead($"{broken.Channel}", broken.To, reason);
        return effect with { Message = effect.Message with { Remark = $"{effect.Message.Remark} {why}".TrimStart() } };
    }

    private static string Instead(NotifyEffect effect, IReadOnlyList<Endpoint> route, ImmutableArray<ChannelAnswer> answers)
    {
        var (broken, fallback) = (route[0], route[answers.Length - 1]);
        return $"{Sentences.NoteNotToldFully(effect.Audience, $"{broken.Channel}", broken.To, ReasonOf(answers[0]))} "
            + Sentences.NoteWentOutInstead($"{fallback.Channel}", fallback.To);
    }

    private static DeliveryResult Ended(
        IReadOnlyList<Endpoint> route, ImmutableArray<ChannelAnswer> answers, int attempt, DateTimeOffset now)
    {
        Refused[] refusals = [.. answers.Select(static answer => answer as Refused ?? new Refused(ReasonOf(answer), IsPassing: false))];
        var others = refusals.Zip(route).Skip(1).Select(pair => $"{pair.Second.Channel} ({pair.Second.To}): {pair.First.Reason}");
        var reason = string.Join("; ", others.Prepend(refusals[0].Reason));
        Refused[] passing = [.. refusals.Where(refusal => refusal.IsPassing)];
        if (passing.Length == 0 || answers[0] is PerhapsTaken)
        {
            // another attempt would begin with who may have it twice already
            return new DeliveryFailed(reason) { IsUnanswered = refusals.All(static refusal => refusal.IsUnanswered) };
        }

        var asked = passing.Max(refusal => refusal.RetryAfter ?? TimeSpan.Zero);
        var pause = EffectDelivery.PauseAfter(attempt);
        return new RetryLater(now + (asked > MaximumWait ? MaximumWait : asked > pause ? asked : pause), reason);
    }
}

/// <summary>What to do next about a message: exactly one of the records that derive from this one.</summary>
public abstract record NotificationStep;

/// <summary>Tell by an endpoint.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Effect">What to tell, with the reason when the endpoint is a fallback.</param>
/// <param name="NoteName">Name of the note that says that this fallback was told of this step; null for the effect's own endpoint.</param>
public sealed record TellBy(Endpoint Endpoint, NotifyEffect Effect, string? NoteName) : NotificationStep;

/// <summary>Nothing is left to do in this attempt.</summary>
/// <param name="Result">What became of it.</param>
public sealed record Finished(DeliveryResult Result) : NotificationStep;
