using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// One run of capacity remediation for one table, which remembers the decreases that it makes or sees and the scalers that did not follow.
/// </summary>
public sealed class CapacityRemediator
{
    // What was turned away longer ago is over.
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    private static readonly CapacityLimits NothingAllowed = new() { Maximum = new Throughput(1, 1), Stopped = true };

    private readonly IRemediationLog _log;
    private readonly RemediationRun<TableState, CapacityLimits, CapacityChange> _run;

    private readonly LeaseBook? _book;

    /// <summary>Stands on the tables, the leases and the log of repairs; what leases cost goes into the book, where there is one.</summary>
    public CapacityRemediator(
        ITableCapacity tables, IRemediationLeases<CapacityChange> leases, CapacityRemediation remediation, IRemediationLog log,
        LeaseBook? book = null)
    {
        _book = book;
        _log = log;
        _run = new(tables, leases, remediation, KnowAsync, RememberAsync);
    }

    /// <summary>Runs once.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="limits">What people allow.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    public async Task<RemediationReport> RunAsync(
        string table, CapacityLimits limits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return await ReportAsync(await _run.RunAsync(table, limits, now, cancellationToken), now, cancellationToken);
    }

    /// <summary>
    /// Gives back what is leased for a table that may no longer be changed, or that somebody wants back; null when nothing is.
    /// </summary>
    public async Task<RemediationReport?> ReturnAsync(string table, string? by, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _run.ReturnAsync(table, by, now, cancellationToken) is { } step
            ? await ReportAsync(step, now, cancellationToken)
            : null;

    /// <summary>
    /// Lets go of Application Auto Scaling where it is held down, and does nothing else: for a table that may be neither changed nor given
    /// back. Null when there is nothing to let go of.
    /// </summary>
    public async Task<RemediationReport?> ReleaseAsync(string table, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var step = await _run.RunAsync(table, NothingAllowed, now, cancellationToken);
        var report = await ReportAsync(step, now, cancellationToken);
        return step.Plan.Change is null ? null : report;
    }

    private async Task<RemediationReport> ReportAsync(
        RemediationStep<TableState, CapacityChange> step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_book is not null)
        {
            await _book.NoteAsync(CapacityLease.Look(step, now), cancellationToken);
        }

        return step.Report() with
        {
            IsUnderWay = step.State.Updating,
            IsSymptomSeen = step.State.Resources.Any(resource =>
                resource.Reads.Concat(resource.Writes).Any(minute => minute.Start > now - Recent && minute.Throttled.Total > 0)),
        };
    }

    private async Task<TableState> KnowAsync(TableState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var midnight = new DateTimeOffset(state.ReadAt.UtcDateTime.Date, TimeSpan.Zero);
        var decreased = state.Resources.Any(resource => resource.LastDecrease >= midnight);
        if (!decreased && !state.Resources.Any(resource => resource.ReadTarget is not null || resource.WriteTarget is not null))
        {
            return state;
        }

        var ignored = now - RangeReturns.IgnoredFor;
        var known = await _log.SinceAsync(state.Name, midnight < ignored ? midnight : ignored, cancellationToken);
        var resources = new List<CapacityResource>();
        foreach (var resource in state.Resources)
        {
            resources.Add(resource with
            {
                KnownDecreases = await DecreasesAsync(
                    state.Name,
                    resource,
                    [.. known.Where(one => one.Part == resource.Index && one.At >= midnight).Select(one => one.At)],
                    now,
                    cancellationToken),
                ReadTargetIgnored = Last(known, Scaler(resource.Index, CapacityKind.Read)),
                WriteTargetIgnored = Last(known, Scaler(resource.Index, CapacityKind.Write)),
            });
        }

        return state with { Resources = resources };
    }

    // The scaler decreases too, and so do people: what is seen of that now tells later how many are left.
    private async Task<IReadOnlyList<DateTimeOffset>> DecreasesAsync(
        string table, CapacityResource resource, DateTimeOffset[] known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var others = DecreaseQuota.Others(resource.DecreasesToday, resource.LastDecrease, known, now);
        foreach (var at in others)
        {
            await _log.AddAsync(table, resource.Index, at, cancellationToken);
        }

        return [.. known, .. others];
    }

    private async Task RememberAsync(TableState state, CapacityChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var resource in state.Resources)
        {
            if (CapacityUndo.Of(change, resource.Index) is { } to && to.DecreasesFrom(resource.Provisioned))
            {
                await _log.AddAsync(state.Name, resource.Index, now, cancellationToken);
            }
        }

        foreach (var range in RangeReturns.Ignored(state, change))
        {
            await _log.AddAsync(state.Name, Scaler(range.Index, range.Kind), now, cancellationToken);
        }
    }

    // No index has a colon in its name, so none is taken for another's scaler.
    private static string Scaler(string? index, CapacityKind kind) => $"{index}:{kind}";

    private static DateTimeOffset? Last(IReadOnlyList<(string? Part, DateTimeOffset At)> known, string part) =>
        known.Where(one => one.Part == part).Select(one => (DateTimeOffset?)one.At).LastOrDefault();
}
