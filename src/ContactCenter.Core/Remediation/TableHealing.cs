using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Remediation;

/// <summary>
/// Looks after tables: takes a request on, runs the healer, tells the incidents that asked, and looks again while the trouble lasts.
/// </summary>
/// <param name="healer">One run for one table.</param>
/// <param name="leases">What is borrowed.</param>
/// <param name="cases">Which tables are looked after.</param>
/// <param name="pipeline">Where reports go.</param>
/// <param name="configuration">The limits of each table.</param>
/// <param name="mode">How far repairs may go.</param>
/// <param name="clock">The time, and the waits between two looks.</param>
public sealed class TableHealing(
    CapacityHealer healer,
    IRemediationLeases<CapacityChange> leases,
    IHealingCases cases,
    IncidentPipeline pipeline,
    ContactCenterConfiguration configuration,
    HealingMode mode,
    TimeProvider clock)
{
    /// <summary>Time between two looks: an update within the warm throughput takes seconds.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    /// <summary>After a request a table is looked at every minute for so long; a throttle alarm may never tell that it is over.</summary>
    public static readonly TimeSpan LookAfterFor = TimeSpan.FromHours(1);

    /// <summary>An approval is for the change that was asked for, not for every later one.</summary>
    public static readonly TimeSpan ApprovalLasts = TimeSpan.FromMinutes(15);

    private const int MostIncidents = 20;
    private const int MostAttempts = 10;

    /// <summary>Takes a request on and works on it until the trouble is over or the time is.</summary>
    /// <param name="target">The table, or <c>table/index</c>.</param>
    /// <param name="incidentId">The incident that asks, or null.</param>
    /// <param name="isApproved">True when a person has agreed to the change.</param>
    /// <param name="until">No look begins later than this.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    /// <returns>What each look found, in order.</returns>
    public async Task<IReadOnlyList<HealingLook>> HealAsync(
        string target, string? incidentId, bool isApproved, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        var table = target.Split('/')[0];
        var now = clock.GetUtcNow();
        await ChangeAsync(table, healing => Ask(healing ?? new HealingCase(table, now), incidentId, isApproved, now), cancellationToken);
        var looks = new List<HealingLook>();
        while (true)
        {
            var look = await LookAsync(table, cancellationToken);
            looks.Add(look);
            if (look.Again is not { } wait || clock.GetUtcNow() + wait > until)
            {
                return looks;
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>
    /// The minute's look at every table that follows its demand, was asked for lately or has capacity on loan, an unconfirmed loan included.
    /// </summary>
    /// <returns>What each look found, and what went wrong where.</returns>
    public async Task<(IReadOnlyList<HealingLook> Looks, IReadOnlyList<string> Problems)> LookAtAllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var tables = new SortedSet<string>(StringComparer.Ordinal);
        tables.UnionWith((await cases.AllAsync(cancellationToken)).Where(healing => healing.Until > now).Select(healing => healing.Table));
        tables.UnionWith(configuration.Tables.Where(table => table.FollowDemand && table.Limits() is not null).Select(table => table.Name));
        await foreach (var lease in leases.DueAsync(DateTimeOffset.MaxValue, cancellationToken))
        {
            tables.Add(lease.Resource);
        }

        var (looks, problems) = (new List<HealingLook>(), new List<string>());
        foreach (var table in tables)
        {
            try
            {
                looks.Add(await LookAsync(table, cancellationToken));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
            {
                // one table that cannot be read must not keep the others waiting
                problems.Add($"{table}: {failure.GetType().Name}: {failure.Message}");
            }
        }

        return (looks, problems);
    }

    private static HealingCase Ask(HealingCase healing, string? incidentId, bool isApproved, DateTimeOffset now)
    {
        var known = healing.Until > now ? healing.Incidents : [];
        return healing with
        {
            Until = now + LookAfterFor,
            Incidents = incidentId is null || known.Contains(incidentId) ? known : [.. known.Add(incidentId).TakeLast(MostIncidents)],

            // whoever asks anew is answered, also with what others know already
            Told = incidentId is null ? healing.Told : null,
            ApprovedUntil = isApproved ? now + ApprovalLasts : healing.ApprovedUntil,
        };
    }

    private async Task<HealingLook> LookAsync(string table, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var healing = await cases.FindAsync(table, cancellationToken) ?? new HealingCase(table, now);
        if (configuration.Tables.FirstOrDefault(known => known.Name == table)?.Limits() is not { } limits)
        {
            var watched = new HealingLook(table, null, $"Table {table} is only watched: the configuration names no limits within which it may be changed.", true, null);
            await TellAsync(healing with { Until = now }, watched, "watched", cancellationToken);
            return watched;
        }

        limits = limits with
        {
            Stopped = mode is HealingMode.Off,
            DryRun = mode is HealingMode.DryRun,
            ApprovalAbove = healing.ApprovedUntil > now ? double.PositiveInfinity : limits.ApprovalAbove,
        };
        var report = await healer.RunAsync(table, limits, now, cancellationToken);
        var refusals = report.Outcome is null or ChangeOutcome.Done ? 0 : healing.Refusals + 1;
        var advice = RetryAdvice.For(report.Outcome ?? ChangeOutcome.Done, Math.Max(1, refusals), $"table {table}");
        var look = new HealingLook(table, report, Text(report, advice), Helped(report, advice), Again(report, advice));
        var told = $"{report.Plan.Kind} {report.Outcome} {report.Verdict} {report.Plan.DryRun} {report.Plan.NeedsApproval} {report.IsUpdating} {advice.PeopleMust is not null}";
        await TellAsync(healing with { Refusals = refusals }, look, report.IsChanged ? null : told, cancellationToken);
        return look;
    }

    private static string Text(HealingReport report, RetryAdvice advice)
    {
        var failed = report.Verdict is RemediationVerdict.DidNotHelp
            ? $"Requests are still turned away {CapacityRemediation.RegistryEntry.VerifyWithin.TotalMinutes:0} minutes after it was tried: {report.Tried} "
            : "";
        return advice.PeopleMust is { } must ? $"{failed}{report.Text} {must}" : $"{failed}{report.Text}";
    }

    private static bool Helped(HealingReport report, RetryAdvice advice) =>
        report.Verdict is not RemediationVerdict.DidNotHelp && report.Plan.PeopleMust is null && advice.PeopleMust is null;

    /// <summary>A change needs to be seen to hold, a refused one to be planned anew, and a trouble that lasts to be followed.</summary>
    private static TimeSpan? Again(HealingReport report, RetryAdvice advice) => report switch
    {
        { Outcome: not (null or ChangeOutcome.Done) } => advice.PlanAgain ? Longer(advice.After) : null,
        { Plan: { DryRun: true } or { NeedsApproval: true } } => null,
        { IsChanged: true } or { IsUpdating: true } or { IsTroubled: true } => LookEvery,
        _ => null,
    };

    // A stale description is planned anew at once, but never in a loop without a pause.
    private static TimeSpan Longer(TimeSpan wait) => wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait;

    /// <summary>Tells the incidents what is new to them and writes down that they know.</summary>
    private async Task TellAsync(HealingCase healing, HealingLook look, string? told, CancellationToken cancellationToken)
    {
        if (told is null || told != healing.Told)
        {
            var report = new RemediationReported(CapacityRemediation.RegistryEntry.Name, look.Table, look.Helped, look.Text)
            {
                NeedsApproval = look.Report is { Plan.NeedsApproval: true, IsChanged: false },
            };
            foreach (var incidentId in healing.Incidents)
            {
                _ = await pipeline.ActAsync(incidentId, report, clock.GetUtcNow(), cancellationToken);
            }
        }

        if (healing.Incidents.Length == 0 && healing.Version == 0)
        {
            return;
        }

        await ChangeAsync(
            look.Table,
            current => (current ?? healing) with
            {
                // another run may have been asked meanwhile; what it was told of is not ours to forget
                Until = current is { } other && other.Until > healing.Until ? other.Until : healing.Until,
                Told = current is null || current.Version == healing.Version ? told ?? "changed" : null,
                Refusals = healing.Refusals,
                ApprovedUntil = look.Report is { IsChanged: true } ? null : current?.ApprovedUntil,
            },
            cancellationToken);
    }

    private async Task ChangeAsync(string table, Func<HealingCase?, HealingCase> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var current = await cases.FindAsync(table, cancellationToken);
            var next = change(current);
            if (next == current || await cases.WriteAsync(next, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException($"the record of table {table} was changed by others {MostAttempts} times in a row");
    }
}
