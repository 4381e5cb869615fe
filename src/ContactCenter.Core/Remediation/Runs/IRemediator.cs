using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>One remediation with its resources, leases and limits: what <see cref="ResourceRemediation"/> runs.</summary>
public interface IRemediator
{
    /// <summary>The entry in the registry.</summary>
    RemediationEntry Entry { get; }

    /// <summary>The word for what it repairs, as sentences have it: "table", "function".</summary>
    string Word { get; }

    /// <summary>Resources that are looked at every minute, asked for or not.</summary>
    IEnumerable<string> Followed { get; }

    /// <summary>Every resource for which something is leased, an unconfirmed lease included.</summary>
    Task<IReadOnlyList<string>> LeasedAsync(CancellationToken cancellationToken);

    /// <summary>Runs once; for a resource without limits what is leased is given back.</summary>
    /// <param name="resource">Its name.</param>
    /// <param name="mode">How far repairs may go.</param>
    /// <param name="isApproved">True when a person has agreed to the next change.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    /// <returns>Null when the resource is only watched: there are no limits, and nothing is leased.</returns>
    Task<RemediationReport?> RunAsync(
        string resource, RemediationMode mode, bool isApproved, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Gives back what is leased for a resource, because somebody wants that.</summary>
    /// <param name="resource">Its name.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    /// <returns>Null when nothing is leased.</returns>
    Task<RemediationReport?> RollBackAsync(string resource, string by, DateTimeOffset now, CancellationToken cancellationToken);
}
