using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

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
    string Resource, TChange Undo, string Reason, DateTimeOffset GrantedAt, DateTimeOffset Until, DateTimeOffset EndsAtLatest,
    LeaseState State)
    where TChange : class
{
    /// <summary>The same lease, until a later time that is not beyond its latest end.</summary>
    public RemediationLease<TChange> Renew(DateTimeOffset until) => this with { Until = until < EndsAtLatest ? until : EndsAtLatest };
}

/// <summary>
/// Where a lease stands. It is written before the change and confirmed after it, so that a crash between the two is seen.
/// </summary>
[JsonConverter(typeof(NamedEnumConverter<LeaseState>))]
public enum LeaseState
{
    /// <summary>Written down; the change may or may not have been made.</summary>
    Intended,

    /// <summary>The change was made.</summary>
    Held,
}

/// <summary>
/// Port: where leases are kept. A write succeeds only when nobody else wrote since the read, so two runs at once cannot both act.
/// </summary>
/// <typeparam name="TChange">The change that undoes a lease.</typeparam>
public interface IRemediationLeases<TChange>
    where TChange : class
{
    /// <summary>The lease of a resource and the version of its record; version 0 when there never was one.</summary>
    Task<(RemediationLease<TChange>? Lease, long Version)> ReadAsync(string resource, CancellationToken cancellationToken);

    /// <summary>
    /// Writes or (with null) removes a lease if the version is still the one that was read, which makes it the next one; false when it is
    /// not.
    /// </summary>
    Task<bool> WriteAsync(string resource, RemediationLease<TChange>? lease, long version, CancellationToken cancellationToken);

    /// <summary>
    /// The resources of every lease whose <see cref="RemediationLease{TChange}.Until"/> is not after a moment, and of every unconfirmed
    /// one. One that cannot be read is among them: whoever looks at it fails at it alone.
    /// </summary>
    IAsyncEnumerable<string> DueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
