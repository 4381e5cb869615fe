using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Sentiment;

namespace ContactCenter.Core.Contacts.Promises;

/// <summary>Where a contact stands with one promised time.</summary>
public enum PromiseState
{
    /// <summary>Nothing is promised, or the contact does not wait for it any more.</summary>
    Nothing,

    /// <summary>There is time.</summary>
    Ahead,

    /// <summary>Most of the time is over.</summary>
    Near,

    /// <summary>All of it is.</summary>
    Past,
}

/// <summary>Why somebody is told of a contact.</summary>
public enum EscalationKind
{
    /// <summary>It waits for its first agent longer than promised.</summary>
    AnswerPast,

    /// <summary>It is open longer than promised.</summary>
    ResolutionPast,

    /// <summary>A valuable customer waits.</summary>
    ValuableWaiting,

    /// <summary>The conversation gets worse.</summary>
    Worsening,

    /// <summary>It was transferred again and again.</summary>
    Transferred,

    /// <summary>The customer was in touch again and again, and is again.</summary>
    Unresolved,

    /// <summary>It waits for its first agent nearly as long as promised.</summary>
    AnswerNear,

    /// <summary>It is open nearly as long as promised.</summary>
    ResolutionNear,
}

/// <summary>A reason to tell somebody of a contact.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Elapsed">How long it has waited, or has been open, in the hours of its queue.</param>
/// <param name="Promised">How long was promised, or allowed.</param>
/// <param name="Count">Transfers, or how often the customer was in touch with this time.</param>
public sealed record EscalationReason(EscalationKind Kind, TimeSpan Elapsed, TimeSpan Promised, int Count)
{
    /// <summary><see cref="Code"/> of a conversation that gets worse.</summary>
    public const string WorseningCode = "worsening";

    /// <summary>How the contact goes, where that is the reason.</summary>
    public ContactTrend? Trend { get; init; }

    /// <summary>Name by which it is remembered that somebody was told.</summary>
    public string Code => Kind switch
    {
        EscalationKind.AnswerPast => "answerPast",
        EscalationKind.ResolutionPast => "resolutionPast",
        EscalationKind.ValuableWaiting => "valuableWaiting",
        EscalationKind.Worsening => WorseningCode,
        EscalationKind.Transferred => "transferred",
        EscalationKind.Unresolved => "unresolved",
        EscalationKind.AnswerNear => "answerNear",
        EscalationKind.ResolutionNear => "resolutionNear",
        _ => throw new ArgumentOutOfRangeException(nameof(Kind), Kind, null),
    };
}

/// <summary>Where a contact stands.</summary>
/// <param name="Answer">With the time to the first agent.</param>
/// <param name="Resolution">With the time until it is over.</param>
/// <param name="Reasons">Why somebody is to be told, the gravest first; also those of which somebody was.</param>
public sealed record PromiseOutlook(PromiseState Answer, PromiseState Resolution, ImmutableArray<EscalationReason> Reasons)
{
    /// <summary>The graver of both.</summary>
    public PromiseState Worst => Answer > Resolution ? Answer : Resolution;
}

/// <summary>Where contacts stand with what they were promised, and which of them need somebody. Pure.</summary>
public static class PromiseCheck
{
    /// <summary>What Amazon Connect says of a queue may be that much younger than what events say of a contact.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>Where a contact stands; one that has ended stands nowhere.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="promise">What it was promised.</param>
    /// <param name="settings">What is near, and of what somebody is told.</param>
    /// <param name="calendar">Hours of the queues.</param>
    /// <param name="queues">State of the queues, or null when it is not known.</param>
    /// <param name="byDefault">Queue that takes what no other does, or null.</param>
    /// <param name="now">The time.</param>
    /// <param name="trend">How it goes, or null when that is not known.</param>
    public static PromiseOutlook Of(
        PromisedContact contact, ContactPromise promise, ContactSettings settings, BusinessCalendar calendar, QueueStates? queues,
        string? byDefault, DateTimeOffset now, ContactTrend? trend = null)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(settings);
        if (contact.IsEnded)
        {
            return new PromiseOutlook(PromiseState.Nothing, PromiseState.Nothing, []);
        }

        var waited = Waited(contact, calendar, queues, byDefault, now);
        var open = Elapsed(contact, contact.Begun, calendar, now);
        var answer = Stands(waited, promise.AnswerWithin, settings.NearPercent);
        var resolution = Stands(open, promise.ResolveWithin, settings.NearPercent);
        return new PromiseOutlook(answer, resolution, Reasons());

        ImmutableArray<EscalationReason> Reasons()
        {
            if (settings.Escalation is not { } rules)
            {
                return [];
            }

            var reasons = new List<EscalationReason>();
            Add(answer == PromiseState.Past, EscalationKind.AnswerPast, waited, promise.AnswerWithin);
            Add(resolution == PromiseState.Past, EscalationKind.ResolutionPast, open, promise.ResolveWithin);
            Add(
                waited >= rules.ValuableWait
                    && contact.Segment is { } segment
                    && rules.ValuableSegments.Contains(segment, StringComparer.OrdinalIgnoreCase),
                EscalationKind.ValuableWaiting, waited, rules.ValuableWait);
            if (rules.Worsening && trend is { IsWorsening: true })
            {
                reasons.Add(new EscalationReason(EscalationKind.Worsening, open, TimeSpan.Zero, 0) { Trend = trend });
            }

            Add(contact.Transfers.Count > rules.MaximumTransfers, EscalationKind.Transferred, open, null, contact.Transfers.Count);
            Add(contact.RecentContacts > rules.MaximumContacts, EscalationKind.Unresolved, open, null, contact.RecentContacts + 1);
            Add(answer == PromiseState.Near, EscalationKind.AnswerNear, waited, promise.AnswerWithin);
            Add(resolution == PromiseState.Near, EscalationKind.ResolutionNear, open, promise.ResolveWithin);
            return [.. reasons];

            void Add(bool holds, EscalationKind kind, TimeSpan? elapsed, TimeSpan? promised, int count = 0)
            {
                if (holds)
                {
                    reasons.Add(new EscalationReason(kind, elapsed ?? TimeSpan.Zero, promised ?? TimeSpan.Zero, count));
                }
            }
        }
    }

    /// <summary>How the promise of a contact that is over was kept.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="promise">What it was promised.</param>
    /// <param name="calendar">Hours of the queues.</param>
    public static PromiseCount Count(PromisedContact contact, ContactPromise promise, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(promise);
        if (contact.EndedAt is not { } ended)
        {
            return PromiseCount.None with { Contacts = 1, Lost = 1, Told = contact.Told.IsEmpty ? 0 : 1 };
        }

        // who gave up in time has not shown whether the promise would have been kept
        var waited = Elapsed(contact, contact.QueuedAt ?? contact.Begun, calendar, contact.AnsweredAt ?? ended);
        var isAnswered = promise.AnswerWithin is { } answer && (contact.AnsweredAt is not null || waited > answer);
        var isResolved = promise.ResolveWithin is not null && contact.AnsweredAt is not null;
        return PromiseCount.None with
        {
            Contacts = 1,
            AnsweredOf = isAnswered ? 1 : 0,
            Answered = isAnswered && waited <= promise.AnswerWithin ? 1 : 0,
            ResolvedOf = isResolved ? 1 : 0,
            Resolved = isResolved && Elapsed(contact, contact.Begun, calendar, ended) <= promise.ResolveWithin ? 1 : 0,
            Told = contact.Told.IsEmpty ? 0 : 1,
        };
    }

    /// <summary>
    /// How long it has waited for its first agent; null where it does not wait. A call of one part waits no longer than the oldest that
    /// Amazon Connect says to wait where it may be: then the event of its end was lost. A callback waits longer than its own age there.
    /// </summary>
    private static TimeSpan? Waited(
        PromisedContact contact, BusinessCalendar calendar, QueueStates? queues, string? byDefault, DateTimeOffset now)
    {
        if (contact.AnsweredAt is not null || contact.QueuedAt is not { } queued)
        {
            return null;
        }

        var bound = contact is { Channel: ContactChannel.Voice, Queue: { } name, Parts.Count: 1 } ? Oldest(queues, name, byDefault) : null;
        return now - queued > bound + Slack ? null : Elapsed(contact, queued, calendar, now);
    }

    /// <summary>
    /// How long the first call waits in a queue or in the one that takes what no other does, where a contact may be as well; null where
    /// either was not measured, or its age was not although somebody waits.
    /// </summary>
    private static TimeSpan? Oldest(QueueStates? queues, string queue, string? byDefault)
    {
        return (Age(queue), Age(byDefault ?? queue)) is ({ } own, { } other) ? own > other ? own : other : null;

        TimeSpan? Age(string name) => queues?.Find(name) is { } state && (state.OldestSeconds > 0 || state.Waiting == 0)
            ? TimeSpan.FromSeconds(state.OldestSeconds)
            : null;
    }

    private static TimeSpan Elapsed(PromisedContact contact, DateTimeOffset from, BusinessCalendar calendar, DateTimeOffset to) =>
        to <= from ? TimeSpan.Zero : contact.Queue is { } queue ? calendar.OpenTime(queue, from, to) : to - from;

    private static PromiseState Stands(TimeSpan? elapsed, TimeSpan? promised, int nearPercent) => (elapsed, promised) switch
    {
        ({ } so, { } far) => so > far ? PromiseState.Past : so >= far * nearPercent / 100 ? PromiseState.Near : PromiseState.Ahead,
        _ => PromiseState.Nothing,
    };
}
