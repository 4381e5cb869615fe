using ContactCenter.Core.Configuration;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Remediation.Failover;

/// <summary>Fails over the resources of a configuration that may be, one kind of them, and brings them back.</summary>
/// <param name="act">The kind, with its resources.</param>
/// <param name="leaseFor">How long something is failed over.</param>
/// <param name="book">Where it is written down what was failed over for how long; null: nowhere.</param>
public sealed class FailoverRemediator(FailoverAct act, TimeSpan leaseFor, LeaseBook? book = null) : IRemediator
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
                ? await ReportAsync(resource, returned, now, cancellationToken)
                : null;
        }

        var limits = new FailoverLimits
        {
            LeaseFor = leaseFor,
            IsApproved = isApproved,
            Stopped = mode is RemediationMode.Off,
            DryRun = mode is RemediationMode.DryRun,
        };
        return await ReportAsync(
            resource, await _run.RunAsync(resource, limits, now, cancellationToken), now, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<RemediationReport?> RollBackAsync(
        string resource, string by, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _run.ReturnAsync(resource, by, now, cancellationToken) is { } returned
            ? await ReportAsync(resource, returned, now, cancellationToken)
            : null;

    /// <summary>Nothing is provisioned for it, and what customers were spared nobody counts: it is remembered with its time.</summary>
    private async Task<RemediationReport> ReportAsync(
        string resource, RemediationStep<FailoverState, FailoverChange> step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (book is not null)
        {
            await book.NoteAsync(
                new LeaseLook(Entry.Name, resource, now)
                {
                    Before = step.Before?.GrantedAt,
                    After = step.After?.GrantedAt,
                    IsChanged = step.Outcome is ChangeOutcome.Done,
                    Reason = (step.After ?? step.Before)?.Reason ?? step.Plan.Reason,
                },
                cancellationToken);
        }

        return step.Report();
    }
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
