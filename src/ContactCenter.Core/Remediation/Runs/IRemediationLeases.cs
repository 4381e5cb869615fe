namespace ContactCenter.Core.Remediation.Runs;

/// <summary>Port: where leases are kept. A write succeeds only when nobody else wrote since the read, so two runs at once cannot both act.</summary>
/// <typeparam name="TChange">The change that undoes a lease.</typeparam>
public interface IRemediationLeases<TChange>
    where TChange : class
{
    /// <summary>The lease of a resource and the version of its record; version 0 when there never was one.</summary>
    Task<(RemediationLease<TChange>? Lease, long Version)> ReadAsync(string resource, CancellationToken cancellationToken);

    /// <summary>Writes or (with null) removes a lease if the version is still the one that was read, which makes it the next one; false when it is not.</summary>
    Task<bool> WriteAsync(string resource, RemediationLease<TChange>? lease, long version, CancellationToken cancellationToken);

    /// <summary>Every lease whose <see cref="RemediationLease{TChange}.Until"/> is not after a moment, and every unconfirmed one.</summary>
    IAsyncEnumerable<RemediationLease<TChange>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
