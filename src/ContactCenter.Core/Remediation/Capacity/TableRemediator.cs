using ContactCenter.Core.Configuration;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>Repairs the capacity of the tables of a configuration.</summary>
public sealed class TableRemediator(
    CapacityRemediator remediator, IRemediationLeases<CapacityChange> leases, ContactCenterConfiguration configuration) : IRemediator
{
    /// <inheritdoc/>
    public RemediationEntry Entry => CapacityRemediation.Entry;

    /// <inheritdoc/>
    public string Word => Sentences.WordTable;

    /// <inheritdoc/>
    public IEnumerable<string> Followed =>
        configuration.Tables.Where(table => table.FollowDemand && table.MayBeChanged()).Select(table => table.Name);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LeasedAsync(CancellationToken cancellationToken) => leases.ResourcesAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<RemediationReport?> RunAsync(
        string resource, RemediationMode mode, bool isApproved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (configuration.Tables.FirstOrDefault(known => known.Name == resource) is not { } table
            || CapacityLimits.Of(table) is not { } limits)
        {
            return mode is RemediationMode.Act
                ? await remediator.ReturnAsync(resource, by: null, now, cancellationToken)
                : await HasRangesAsync(resource, cancellationToken)
                    ? await remediator.ReleaseAsync(resource, now, cancellationToken)
                    : null;
        }

        return await remediator.RunAsync(
            resource,
            limits with
            {
                Stopped = mode is RemediationMode.Off,
                DryRun = mode is RemediationMode.DryRun,
                ApprovalAbove = isApproved ? double.PositiveInfinity : limits.ApprovalAbove,
            },
            now,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RemediationReport?> RollBackAsync(
        string resource, string by, DateTimeOffset now, CancellationToken cancellationToken) =>
        remediator.ReturnAsync(resource, by, now, cancellationToken);

    // Reading a table costs some forty metrics, a lease nothing to speak of.
    private async Task<bool> HasRangesAsync(string resource, CancellationToken cancellationToken) =>
        (await leases.ReadAsync(resource, cancellationToken)).Lease is { Undo.Targets.Count: > 0 };
}
