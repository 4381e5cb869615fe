namespace ContactCenter.Core.Remediation.Runs;

/// <summary>
/// The shape of every remediation: an adapter reads the state (diagnose), the plan is pure, an adapter does it (act), the next state
/// shows whether it helped (verify), and the lease says how it is undone (roll back).
/// </summary>
/// <typeparam name="TState">What is known about the resource at one moment.</typeparam>
/// <typeparam name="TLimits">What people allow.</typeparam>
/// <typeparam name="TChange">What can be done to it.</typeparam>
public interface IRemediation<in TState, in TLimits, TChange>
    where TChange : class
{
    /// <summary>Decides what to do, which may be to return what a lease holds.</summary>
    RemediationPlan<TChange> Plan(TState state, TLimits limits, RemediationLease<TChange>? lease, DateTimeOffset now);

    /// <summary>Judges a held lease by a later state.</summary>
    RemediationVerdict Verify(TState state, RemediationLease<TChange> lease, DateTimeOffset now);

    /// <summary>True when the state is still, or again, what the lease would bring back: its change was never made or is undone.</summary>
    bool IsUndone(TState state, RemediationLease<TChange> lease);

    /// <summary>
    /// What brings back all that either of two leases on a resource would; where they differ the earlier one knows what was before.
    /// </summary>
    TChange Join(TChange earlier, TChange later) => earlier;

    /// <summary>What gives back all that a lease holds, as the resource is now; null when nothing of it is left.</summary>
    TChange? Return(TState state, RemediationLease<TChange> lease);

    /// <summary>
    /// Why nobody can tell now how much of a lease is left, and what people must do about that; null: it can be told. The lease is kept.
    /// </summary>
    (string Reason, string PeopleMust)? Hindrance(TState state) => null;

    /// <summary>How something is now and how a change would make it, for people; null where a change cannot be said so.</summary>
    (string Before, string After)? Difference(TState state, TChange change) => null;
}

/// <summary>Whether a change did what it was made for.</summary>
public enum RemediationVerdict
{
    /// <summary>Its window is not over, or the metrics are not there yet.</summary>
    TooEarly,

    /// <summary>What was wrong is gone.</summary>
    Helped,

    /// <summary>What was wrong is still so at the end of the window: the severity rises and people are told what was tried.</summary>
    DidNotHelp,
}
