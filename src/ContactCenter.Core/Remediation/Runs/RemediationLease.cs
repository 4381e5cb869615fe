namespace ContactCenter.Core.Remediation.Runs;

/// <summary>The record of a change that is to be undone: what was before, why, and until when.</summary>
/// <typeparam name="TChange">The change that undoes it.</typeparam>
/// <param name="Resource">What was changed.</param>
/// <param name="Undo">The change that brings back what was before.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="GrantedAt">When the first change was planned.</param>
/// <param name="Until">When it is renewed or returned, at the latest.</param>
/// <param name="EndsAtLatest">It is never renewed beyond this.</param>
/// <param name="State">Whether the change is known to have been made.</param>
public sealed record RemediationLease<TChange>(
    string Resource, TChange Undo, string Reason, DateTimeOffset GrantedAt, DateTimeOffset Until, DateTimeOffset EndsAtLatest, LeaseState State)
    where TChange : class
{
    /// <summary>The same lease, until a later time that is not beyond its latest end.</summary>
    public RemediationLease<TChange> Renew(DateTimeOffset until) => this with { Until = until < EndsAtLatest ? until : EndsAtLatest };
}
