using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Concurrency;

/// <summary>
/// Lifts the reserved concurrency of a throttled function within limits, and returns it. A reservation of 0 is how people switch a
/// function off, so that is never lifted; without a reservation the account's pool is the limit, which only people can raise.
/// </summary>
public sealed class ReservedConcurrencyRemediation
    : IRemediation<ReservedConcurrencyState, ReservedConcurrencyLimits, ReservedConcurrencyChange>
{
    private const int RecentMinutes = 3;
    private const double Headroom = 1.25;

    // the minutes that are looked at, and one in which their metrics arrive
    private static readonly TimeSpan Settles = TimeSpan.FromMinutes(RecentMinutes + 1);

    /// <summary>How the catalog knows it.</summary>
    public static RemediationEntry Entry { get; } = new(RemediationNames.ReservedConcurrency, TimeSpan.FromMinutes(10));

    /// <inheritdoc/>
    public RemediationPlan<ReservedConcurrencyChange> Plan(
        ReservedConcurrencyState state,
        ReservedConcurrencyLimits limits,
        RemediationLease<ReservedConcurrencyChange>? lease,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(limits);
        var plan = Decide(state, limits, lease, now);
        return limits.DryRun ? plan with { DryRun = true, Lease = lease } : plan;
    }

    /// <inheritdoc/>
    public RemediationVerdict Verify(
        ReservedConcurrencyState state, RemediationLease<ReservedConcurrencyChange> lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(lease);
        var since = (int)(now - lease.GrantedAt).TotalMinutes - 1;
        var seen = Math.Min(since, state.Throttles.Count);
        return (
            seen >= 1 && state.Throttles.TakeLast(Math.Min(seen, 2)).All(t => t == 0), now - lease.GrantedAt >= Entry.VerifyWithin) switch
        {
            (true, _) => RemediationVerdict.Helped,
            (false, true) => RemediationVerdict.DidNotHelp,
            _ => RemediationVerdict.TooEarly,
        };
    }

    /// <inheritdoc/>
    public bool IsUndone(ReservedConcurrencyState state, RemediationLease<ReservedConcurrencyChange> lease)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(lease);
        return state.Reserved == lease.Undo.Reserved;
    }

    /// <inheritdoc/>
    public ReservedConcurrencyChange? Return(ReservedConcurrencyState state, RemediationLease<ReservedConcurrencyChange> lease)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(lease);

        // what people changed meanwhile, and a function that they switched off, is theirs
        return state.Exists && state.Reserved > lease.Undo.Reserved ? lease.Undo : null;
    }

    /// <inheritdoc/>
    public (string Before, string After)? Difference(ReservedConcurrencyState state, ReservedConcurrencyChange change)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(change);
        return ($"{state.Reserved}", $"{change.Reserved}");
    }

    private RemediationPlan<ReservedConcurrencyChange> Decide(
        ReservedConcurrencyState state,
        ReservedConcurrencyLimits limits,
        RemediationLease<ReservedConcurrencyChange>? lease,
        DateTimeOffset now)
    {
        var function = state.Function;
        var throttled = state.Throttles.TakeLast(RecentMinutes).Sum();
        if (limits.Stopped)
        {
            return Nothing(Sentences.RepairFunctionOff(function), lease);
        }

        if (!state.Exists)
        {
            return People(Sentences.RepairNoFunction(function), Sentences.RepairDeployFunction(function), null);
        }

        if (state.Reserved is not { } reserved)
        {
            return throttled == 0
                ? Nothing(Sentences.RepairUnreserved(function), null)
                : People(
                    Sentences.RepairUnreservedThrottled(function),
                    $"{Sentences.RepairReserveSome(function)} {Quota(state)}", null);
        }

        if (reserved == 0)
        {
            return People(
                Sentences.RepairReservedZero(function), Sentences.RepairDecideZero(function), null);
        }

        if (lease is not null && (now >= lease.EndsAtLatest || IsCalm(state, limits, lease)))
        {
            var back = Return(state, lease);
            return new RemediationPlan<ReservedConcurrencyChange>
            {
                Change = back,
                Reason = back is null
                    ? Sentences.RepairNotOurs(function, $"{reserved}")
                    : Sentences.RepairReservationBack(function, $"{reserved}", $"{back.Reserved}"),
                PeopleMust = now >= lease.EndsAtLatest
                    ? Sentences.RepairReservationNeeded(function)
                    : null,
            };
        }

        if (throttled == 0)
        {
            return Nothing(
                Sentences.RepairNotThrottled(function),
                lease is not null && now >= lease.Until ? lease.Renew(now + limits.LeaseFor) : lease);
        }

        // the metrics of the minutes after a raise are not there yet; a raise upon what was before it would run away
        return lease is not null && now < lease.Until - limits.LeaseFor + Settles
            ? Nothing(Sentences.RepairRaisedBefore(function, $"{reserved}"), lease)
            : Lift(state, limits, lease, reserved, throttled, now);
    }

    private static RemediationPlan<ReservedConcurrencyChange> Lift(
        ReservedConcurrencyState state,
        ReservedConcurrencyLimits limits,
        RemediationLease<ReservedConcurrencyChange>? lease,
        int reserved,
        long throttled,
        DateTimeOffset now)
    {
        var function = state.Function;

        // Throttles tell how many were turned away, not for how long they would have run: half as much again, with headroom, each time.
        var wanted = (int)Math.Min(int.MaxValue, Math.Ceiling(reserved * 1.5 * Headroom));
        var allowed = Math.Min(limits.Maximum, reserved + Math.Max(0, state.Unreserved - limits.LeaveUnreserved));
        var to = Math.Min(wanted, allowed);
        var must = to >= wanted
            ? null
            : to == limits.Maximum
                ? Sentences.RepairFunctionMaximum(function, $"{wanted}", $"{limits.Maximum}")
                : $"{Sentences.RepairFunctionAccount(function, $"{wanted}", $"{Math.Max(to, reserved)}")} {Quota(state)}";
        if (to <= reserved)
        {
            return People(Sentences.RepairThrottledTimes(function, $"{throttled}"), must!, lease);
        }

        var until = now + limits.LeaseFor;
        var times = throttled == 1 ? Sentences.OneInvocation : Sentences.ManyInvocations($"{throttled}");
        var reason = Sentences.RepairReservationRaise(function, $"{reserved}", $"{to}", times, $"{RecentMinutes}");
        return new RemediationPlan<ReservedConcurrencyChange>
        {
            Change = new ReservedConcurrencyChange(to),
            Reason = reason,
            PeopleMust = must,
            NeedsApproval = to > limits.ApprovalAbove,
            Lease = (lease ?? new RemediationLease<ReservedConcurrencyChange>(
                function, new ReservedConcurrencyChange(reserved), reason, now, until, now + limits.MaximumLease,
                LeaseState.Intended)).Renew(until),
        };
    }

    private static string Quota(ReservedConcurrencyState state) =>
        QuotaRequest.ConcurrentExecutions(state.AccountLimit).Text;

    private static bool IsCalm(
        ReservedConcurrencyState state, ReservedConcurrencyLimits limits, RemediationLease<ReservedConcurrencyChange> lease) =>
        state.Throttles.Count >= limits.CalmMinutes
        && state.Throttles.TakeLast(limits.CalmMinutes).All(t => t == 0)
        && state.Concurrent.TakeLast(limits.CalmMinutes).All(c => c * Headroom <= lease.Undo.Reserved);

    private static RemediationPlan<ReservedConcurrencyChange> Nothing(string reason, RemediationLease<ReservedConcurrencyChange>? lease) =>
        new() { Reason = reason, Lease = lease };

    private static RemediationPlan<ReservedConcurrencyChange> People(
        string reason, string must, RemediationLease<ReservedConcurrencyChange>? lease) =>
        new() { Reason = reason, PeopleMust = must, Lease = lease };
}
