using ContactCenter.Core.Configuration;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Remediation.Failover;

/// <summary>Fails over the resources of a configuration that may be, one kind of them, and brings them back.</summary>
/// <param name="act">The kind, with its resources.</param>
/// <param name="leaseFor">How long something is failed over.</param>
public sealed class FailoverRemediator(FailoverAct act, TimeSpan leaseFor) : IRemediator
{
    private readonly RemediationRun<FailoverState, FailoverLimits, FailoverChange> _run =
        new(act.Resources, act.Leases, act.Remediation);

    /// <inheritdoc/>
    public RemediationEntry Entry => act.Remediation.Entry;

    /// <inheritdoc/>
    public string Word => act.Remediation.Word;

    /// <inheritdoc/>
    public IEnumerable<string> Followed => [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LeasedAsync(CancellationToken cancellationToken) => act.Leases.ResourcesAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<RemediationReport?> RunAsync(
        string resource, RemediationMode mode, bool isApproved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!act.Names.Contains(resource, StringComparer.Ordinal))
        {
            return mode is RemediationMode.Act && await _run.ReturnAsync(resource, by: null, now, cancellationToken) is { } returned
                ? returned.Report()
                : null;
        }

        var limits = new FailoverLimits
        {
            LeaseFor = leaseFor,
            IsApproved = isApproved,
            Stopped = mode is RemediationMode.Off,
            DryRun = mode is RemediationMode.DryRun,
        };
        return (await _run.RunAsync(resource, limits, now, cancellationToken)).Report();
    }

    /// <inheritdoc/>
    public async Task<RemediationReport?> RollBackAsync(
        string resource, string by, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await _run.ReturnAsync(resource, by, now, cancellationToken))?.Report();
}

/// <summary>One kind of failing over.</summary>
/// <param name="Remediation">Decides.</param>
/// <param name="Names">What may be failed over.</param>
/// <param name="Resources">Reads and changes it.</param>
/// <param name="Leases">What is failed over now.</param>
public sealed record FailoverAct(
    FailoverRemediation Remediation,
    IReadOnlyList<string> Names,
    IRemediable<FailoverState, FailoverChange> Resources,
    IRemediationLeases<FailoverChange> Leases);
