namespace ContactCenter.Core.Remediation;

/// <summary>One run of capacity healing for one table, which counts the decreases that it makes itself.</summary>
public sealed class CapacityHealer
{
    // What was turned away longer ago is over.
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    private readonly IRepairLog _decreases;
    private readonly RemediationRun<TableState, CapacityLimits, CapacityChange> _run;

    /// <summary>Stands on the tables, the leases and the log of decreases.</summary>
    public CapacityHealer(ITableCapacity tables, IRemediationLeases<CapacityChange> leases, CapacityRemediation remediation, IRepairLog decreases)
    {
        _decreases = decreases;
        _run = new(tables, leases, remediation, KnowDecreasesAsync, RememberDecreasesAsync);
    }

    /// <summary>Runs once.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="limits">What people allow.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    public async Task<HealingReport> RunAsync(string table, CapacityLimits limits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Report(await _run.RunAsync(table, limits, now, cancellationToken), now);
    }

    /// <summary>Gives back what is borrowed for a table that may no longer be changed; null when nothing is.</summary>
    public async Task<HealingReport?> ReturnAsync(string table, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _run.ReturnAsync(table, now, cancellationToken) is { } step ? Report(step, now) : null;

    private static HealingReport Report(RemediationStep<TableState, CapacityChange> step, DateTimeOffset now) => step.Report() with
    {
        IsUnderWay = step.State.Updating,
        IsTroubled = step.State.Resources.Any(resource =>
            resource.Reads.Concat(resource.Writes).Any(minute => minute.Start > now - Recent && minute.Throttled.Total > 0)),
    };

    private async Task<TableState> KnowDecreasesAsync(TableState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var midnight = new DateTimeOffset(state.ReadAt.UtcDateTime.Date, TimeSpan.Zero);
        if (!state.Resources.Any(resource => resource.LastDecrease >= midnight))
        {
            return state;
        }

        var known = await _decreases.SinceAsync(state.Name, midnight, cancellationToken);
        return state with
        {
            Resources = [.. state.Resources.Select(resource => resource with
            {
                KnownDecreases = [.. known.Where(one => one.Part == resource.Index).Select(one => one.At)],
            })],
        };
    }

    private async Task RememberDecreasesAsync(TableState state, CapacityChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var resource in state.Resources)
        {
            if (CapacityUndo.Of(change, resource.Index) is { } to && to.DecreasesFrom(resource.Provisioned))
            {
                await _decreases.AddAsync(state.Name, resource.Index, now, cancellationToken);
            }
        }
    }
}
