using System.Globalization;
using ContactCenter.Core.Remediation.Runs;

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
        return !state.IsOver;
    }

    /// <inheritdoc/>
    public FailoverChange? Return(FailoverState state, RemediationLease<FailoverChange> lease)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(lease);
        return state.IsOver ? lease.Undo : null;
    }

    private RemediationPlan<FailoverChange> Decide(
        FailoverState state, FailoverLimits limits, RemediationLease<FailoverChange>? lease, DateTimeOffset now)
    {
        var name = $"{char.ToUpperInvariant(word[0])}{word[1..]} {state.Resource}";
        if (limits.Stopped)
        {
            return Nothing($"Failing over is switched off, {word} {state.Resource} too.", lease);
        }

        if (state.Missing is { } missing)
        {
            return new RemediationPlan<FailoverChange>
            {
                Reason = $"{name} cannot be failed over: {missing.What}.",
                PeopleMust = $"{missing.Right}.",
                Lease = lease,
            };
        }

        return (lease, state.IsOver) switch
        {
            ({ } held, true) when limits.IsApproved && held.EndsAtLatest > now =>
                Nothing($"{name} stays on {state.FallbackWords}.", held.Renew(now + limits.LeaseFor)),
            ({ } held, true) when now >= held.Until => new RemediationPlan<FailoverChange>
            {
                Change = held.Undo,
                Reason = $"{name} goes back to {held.Undo.Words}: its time on {state.FallbackWords} is over.",
            },
            ({ } held, true) => Nothing($"{name} is on {state.FallbackWords} until {Time(held.Until)}, then it goes back.", held),

            // a young intention may still be on its way
            ({ State: LeaseState.Intended } held, false) => Nothing($"{name} is about to go to {state.FallbackWords}.", held),
            ({ }, false) => Nothing($"{name} is on {state.NowWords} again, and not by us: it is left so.", null),
            (null, true) => Nothing($"{name} is on {state.FallbackWords} already, and not by us: it is left so.", null),
            _ => Over(name, state, limits, now),
        };
    }

    private static RemediationPlan<FailoverChange> Over(string name, FailoverState state, FailoverLimits limits, DateTimeOffset now)
    {
        var until = now + limits.LeaseFor;
        var reason = $"{name} goes from {state.NowWords} to {state.FallbackWords}, and back at {Time(until)}.";
        return new RemediationPlan<FailoverChange>
        {
            Change = new FailoverChange(state.Fallback, state.FallbackWords),
            Reason = reason,
            NeedsApproval = !limits.IsApproved,
            Lease = new RemediationLease<FailoverChange>(
                state.Resource, new FailoverChange(state.Now, state.NowWords), reason, now, until, now + limits.MaximumLease,
                LeaseState.Intended),
        };
    }

    private static RemediationPlan<FailoverChange> Nothing(string reason, RemediationLease<FailoverChange>? lease) =>
        new() { Reason = reason, Lease = lease };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
