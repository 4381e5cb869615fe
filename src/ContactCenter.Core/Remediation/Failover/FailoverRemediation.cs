using System.Globalization;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Failover;

/// <summary>
/// Fails something over when a person has agreed, never by itself, and brings it back when its time is over. What people changed meanwhile
/// is theirs and stays.
/// </summary>
/// <param name="entry">How the catalog knows it.</param>
/// <param name="word">What is failed over, as sentences have it: "flow", "queue".</param>
public sealed class FailoverRemediation(RemediationEntry entry, string word)
    : IRemediation<FailoverState, FailoverLimits, FailoverChange>
{
    /// <summary>How the catalog knows it.</summary>
    public RemediationEntry Entry => entry;

    /// <summary>What is failed over, as sentences have it.</summary>
    public string Word => word;

    /// <inheritdoc/>
    public RemediationPlan<FailoverChange> Plan(
        FailoverState state, FailoverLimits limits, RemediationLease<FailoverChange>? lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(limits);
        var plan = Decide(state, limits, lease, now);
        return limits.DryRun ? plan with { DryRun = true, Lease = lease } : plan;
    }

    /// <summary>What was failed over is there or it is not; whether customers are better off there, alarms tell.</summary>
    public RemediationVerdict Verify(FailoverState state, RemediationLease<FailoverChange> lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.IsOver ? RemediationVerdict.Helped : RemediationVerdict.TooEarly;
    }

    /// <inheritdoc/>
    public bool IsUndone(FailoverState state, RemediationLease<FailoverChange> lease)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state is { IsOver: false, Missing: null };
    }

    /// <summary>What is missing may be what would show how it is now: nothing is forgotten until that can be read.</summary>
    public (string Reason, string PeopleMust)? Hindrance(FailoverState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state is { Missing: { } missing, IsOver: false }
            ? (Sentences.FailoverKept(ResourceWords.Begin(word, state.Resource), missing.What), $"{missing.Right}.")
            : null;
    }

    /// <inheritdoc/>
    public FailoverChange? Return(FailoverState state, RemediationLease<FailoverChange> lease)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(lease);
        return state.IsOver ? lease.Undo : null;
    }

    /// <inheritdoc/>
    public (string Before, string After)? Difference(FailoverState state, FailoverChange change)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(change);
        return (state.NowWords, change.Words);
    }

    private RemediationPlan<FailoverChange> Decide(
        FailoverState state, FailoverLimits limits, RemediationLease<FailoverChange>? lease, DateTimeOffset now)
    {
        var name = ResourceWords.Begin(word, state.Resource);
        if (limits.Stopped)
        {
            return Nothing(Sentences.FailoverOff(word, state.Resource), lease);
        }

        if (Hindrance(state) is var (kept, must))
        {
            return new RemediationPlan<FailoverChange>
            {
                Reason = lease is null ? Sentences.FailoverCannot(name, state.Missing!.What) : kept,
                PeopleMust = must,
                Lease = lease,
            };
        }

        return (lease, state.IsOver) switch
        {
            ({ } held, true) when limits.IsApproved && held.EndsAtLatest > now =>
                Nothing(Sentences.FailoverStays(name, state.FallbackWords), held.Renew(now + limits.LeaseFor)),
            ({ } held, true) when now >= held.Until => new RemediationPlan<FailoverChange>
            {
                Change = held.Undo,
                Reason = Sentences.FailoverReturns(name, held.Undo.Words, state.FallbackWords),
            },
            ({ } held, true) => Nothing(Sentences.FailoverUntil(name, state.FallbackWords, Time(held.Until)), held),

            // a young intention may still be on its way
            ({ State: LeaseState.Intended } held, false) => Nothing(Sentences.FailoverAbout(name, state.FallbackWords), held),
            ({ }, false) => Nothing(Sentences.FailoverOwnAgain(name, state.NowWords), null),
            (null, true) => Nothing(Sentences.FailoverAlready(name, state.FallbackWords), null),
            _ => Over(name, state, limits, now),
        };
    }

    private static RemediationPlan<FailoverChange> Over(string name, FailoverState state, FailoverLimits limits, DateTimeOffset now)
    {
        var until = now + limits.LeaseFor;
        var reason = Sentences.FailoverGoes(name, state.NowWords, state.FallbackWords, Time(until));
        return new RemediationPlan<FailoverChange>
        {
            Change = new FailoverChange(state.Fallback, state.FallbackWords),
            Reason = reason,
            NeedsApproval = !limits.IsApproved,
            Lease = new RemediationLease<FailoverChange>(
                state.Resource, new FailoverChange(state.Now, state.NowWords) { From = state.Fallback }, reason, now, until,
                now + limits.MaximumLease, LeaseState.Intended),
        };
    }

    private static RemediationPlan<FailoverChange> Nothing(string reason, RemediationLease<FailoverChange>? lease) =>
        new() { Reason = reason, Lease = lease };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);
}
