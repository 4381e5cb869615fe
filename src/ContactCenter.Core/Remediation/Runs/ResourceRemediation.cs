using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>
/// Looks after resources: takes a request on, runs the remediation, tells the incidents that asked, and looks again while the incident
/// lasts.
/// </summary>
/// <param name="remediator">One run for one resource.</param>
/// <param name="cases">Which resources are looked after.</param>
/// <param name="pipeline">Where reports go.</param>
/// <param name="mode">How far repairs may go now; it is asked before every run.</param>
/// <param name="clock">The time, and the waits between two looks.</param>
/// <param name="isShadow">True in shadow, where nothing is changed, also not because a person wants it.</param>
public sealed class ResourceRemediation(
    IRemediator remediator, IRemediationCases cases, IncidentPipeline pipeline, Func<ValueTask<RemediationMode>> mode, TimeProvider clock,
    bool isShadow = false)
{
    /// <summary>Time between two looks: an update within the warm throughput takes seconds.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    /// <summary>The remediation.</summary>
    public RemediationEntry Entry => remediator.Entry;

    /// <summary>
    /// After a request a resource is looked at every minute for so long; a throttle alarm may never tell that it is over.
    /// </summary>
    public static readonly TimeSpan LookAfterFor = TimeSpan.FromHours(1);

    /// <summary>An approval is for the change that was asked for, not for every later one.</summary>
    public static readonly TimeSpan ApprovalLasts = TimeSpan.FromMinutes(15);

    /// <summary>
    /// So long nothing is repaired that a person has rolled back, unless a person agrees to it: the next look would make it again.
    /// </summary>
    public static readonly TimeSpan RolledBackFor = TimeSpan.FromHours(1);

    /// <summary>How far a clock may run ahead of this one.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private const int MaximumIncidents = 20;
    private const int MaximumAttempts = 10;

    /// <summary>
    /// Whether a request has the approval of somebody who can be named, given a moment ago: what arrives hours later is about another
    /// incident than the one that was seen.
    /// </summary>
    public static bool IsApproved(RemediateEffect repair, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(repair);
        return repair.ApprovedBy?.Any(char.IsLetterOrDigit) == true
            && now - repair.At < ApprovalLasts && repair.At - now <= ClockSkew;
    }

    /// <summary>Takes a request on and works on it until the incident is over or the time is.</summary>
    /// <param name="target">The table, or <c>table/index</c>.</param>
    /// <param name="incidentId">The incident that asks, or null.</param>
    /// <param name="isApproved">True when a person has agreed to the change.</param>
    /// <param name="until">No look begins later than this.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    /// <returns>What each look found, in order.</returns>
    public async Task<IReadOnlyList<RemediationLook>> RemediateAsync(
        string target, string? incidentId, bool isApproved, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        var resource = target.Split('/')[0];
        var now = clock.GetUtcNow();
        await ChangeAsync(
            resource, known => Ask(known ?? new RemediationCase(resource, now), incidentId, isApproved, now), cancellationToken);
        var looks = new List<RemediationLook>();
        while (true)
        {
            var look = await LookAsync(resource, cancellationToken);
            looks.Add(look);
            if (look.Again is not { } wait || clock.GetUtcNow() + wait > until)
            {
                return looks;
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>Gives back what is leased for a resource, because a person wants that, and leaves it alone for a while.</summary>
    /// <param name="target">The table, or <c>table/index</c>.</param>
    /// <param name="incidentId">The incident in which that was asked for; it is told what came of it.</param>
    /// <param name="by">Who wants that.</param>
    /// <param name="cancellationToken">Stops before the next call to a service.</param>
    public async Task<RemediationLook> RollBackAsync(string target, string incidentId, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        var resource = target.Split('/')[0];
        var now = clock.GetUtcNow();
        await ChangeAsync(
            resource,
            known => Ask(known ?? new RemediationCase(resource, now), incidentId, isApproved: false, now) with
            {
                ApprovedUntil = null,
                RolledBackUntil = now + RolledBackFor,
                RolledBackBy = by,
            },
            cancellationToken);
        return await LookAsync(resource, cancellationToken);
    }

    /// <summary>
    /// The minute's look at every resource that is followed, was asked for lately or has something on lease.
    /// </summary>
    /// <returns>What each look found, and what went wrong where.</returns>
    public async Task<(IReadOnlyList<RemediationLook> Looks, IReadOnlyList<string> Problems)> LookAtAllAsync(
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var resources = new SortedSet<string>(StringComparer.Ordinal);
        resources.UnionWith(await cases.OpenAsync(now, cancellationToken));
        resources.UnionWith(remediator.Followed);
        var leased = await remediator.LeasedAsync(cancellationToken);
        resources.UnionWith(leased);

        var (looks, problems) = (new List<RemediationLook>(), new List<string>());
        foreach (var resource in resources)
        {
            try
            {
                looks.Add(await LookAsync(resource, cancellationToken));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
            {
                // one that cannot be read must not keep the others waiting
                problems.Add($"{resource}: {failure.GetType().Name}: {failure.Message}");
                if (leased.Contains(resource) && await TellUnreachableAsync(resource, failure, cancellationToken) is { } problem)
                {
                    problems.Add(problem);
                }
            }
        }

        return (looks, problems);
    }

    /// <summary>
    /// Tells the incidents that asked, once, that what is on lease cannot be given back: most often the entry has left the configuration,
    /// and with it the right. Another problem where they cannot be told.
    /// </summary>
    private async Task<string?> TellUnreachableAsync(string resource, Exception failure, CancellationToken cancellationToken)
    {
        try
        {
            if (await cases.FindAsync(resource, cancellationToken) is { Incidents.Length: > 0 } known)
            {
                var what = Sentences.RepairUnreachable(ResourceWords.Begin(remediator.Word, resource), failure.Message.TrimEnd('.'));
                var text = $"{what} {Sentences.RepairGiveBack}";
                await TellAsync(known, new RemediationLook(resource, null, text, false, null), "unreachable", cancellationToken);
            }

            return null;
        }
        catch (Exception also) when (also is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            return $"{resource}: {also.GetType().Name}: {also.Message}";
        }
    }

    private static RemediationCase Ask(RemediationCase remediationCase, string? incidentId, bool isApproved, DateTimeOffset now)
    {
        var known = remediationCase.Until > now ? remediationCase.Incidents : [];
        return remediationCase with
        {
            Until = now + LookAfterFor,
            Incidents = incidentId is null || known.Contains(incidentId) ? known : [.. known.Add(incidentId).TakeLast(MaximumIncidents)],

            // whoever asks anew is answered, also with what others know already
            Told = incidentId is null ? remediationCase.Told : null,
            ApprovedUntil = isApproved ? now + ApprovalLasts : remediationCase.ApprovedUntil,
            RolledBackUntil = isApproved ? null : remediationCase.RolledBackUntil,
        };
    }

    private async Task<RemediationLook> LookAsync(string resource, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var remediationCase = await cases.FindAsync(resource, cancellationToken) ?? new RemediationCase(resource, now);
        if (await RunAsync(remediationCase, now, cancellationToken) is not { } report)
        {
            var isHeld = remediationCase.RolledBackUntil > now;
            var watched = new RemediationLook(
                resource, null,
                isHeld
                    ? Sentences.RepairHeldBack(
                        ResourceWords.Begin(remediator.Word, resource), remediationCase.RolledBackBy ?? "",
                        $"{remediationCase.RolledBackUntil:yyyy-MM-dd HH:mm}")
                    : Sentences.RepairWatched(ResourceWords.Begin(remediator.Word, resource)),
                true, null);
            var ended = isHeld ? remediationCase : remediationCase with { Until = now };
            await TellAsync(ended, watched, isHeld ? "held back" : "watched", cancellationToken);
            return watched;
        }

        var refusals = report.Outcome is null or ChangeOutcome.Done ? 0 : remediationCase.Refusals + 1;
        var advice = RetryAdvice.For(
            report.Outcome ?? ChangeOutcome.Done, Math.Max(1, refusals), remediator.Word, resource);
        var look = new RemediationLook(resource, report, Text(report, advice), Helped(report, advice), Again(report, advice));
        var told =
            $"{report.Kind} {report.Outcome} {report.Verdict} {report.DryRun} {report.NeedsApproval} {report.IsUnderWay} "
                + $"{advice.PeopleMust is not null}";
        await TellAsync(
            remediationCase with { Refusals = refusals }, look, report.IsChanged || report.IsNews ? null : told, cancellationToken);
        return look;
    }

    /// <summary>
    /// One run; while a person has rolled it back, only what is still leased is given back, also while repairs are off: whoever stops them
    /// because they do harm wants back what they have done.
    /// </summary>
    private async Task<RemediationReport?> RunAsync(
        RemediationCase remediationCase, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (resource, allowed) = (remediationCase.Resource, await mode());
        if (remediationCase.RolledBackUntil > now && !isShadow && allowed is not RemediationMode.DryRun)
        {
            return await remediator.RollBackAsync(resource, remediationCase.RolledBackBy ?? "", now, cancellationToken);
        }

        return await remediator.RunAsync(resource, allowed, remediationCase.ApprovedUntil > now, now, cancellationToken);
    }

    private string Text(RemediationReport report, RetryAdvice advice)
    {
        var failed = report.Verdict is RemediationVerdict.DidNotHelp
            ? $"{Sentences.RepairTurnedAway($"{remediator.Entry.VerifyWithin.TotalMinutes:0}", report.Tried ?? "")} "
            : "";
        return advice.PeopleMust is { } must ? $"{failed}{report.Text} {must}" : $"{failed}{report.Text}";
    }

    private static bool Helped(RemediationReport report, RetryAdvice advice) =>
        report.Verdict is not RemediationVerdict.DidNotHelp && report.PeopleMust is null && advice.PeopleMust is null;

    /// <summary>A change needs to be seen to hold, a refused one to be planned anew, and an incident that lasts to be followed.</summary>
    private static TimeSpan? Again(RemediationReport report, RetryAdvice advice) => report switch
    {
        { Outcome: not (null or ChangeOutcome.Done) } => advice.PlanAgain ? Longer(advice.After) : null,
        { DryRun: true } or { NeedsApproval: true } => null,
        { IsChanged: true } or { IsUnderWay: true } or { IsSymptomSeen: true } => LookEvery,
        _ => null,
    };


    // A stale description is planned anew at once, but never in a loop without a pause.
    private static TimeSpan Longer(TimeSpan wait) => wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait;

    /// <summary>Tells the incidents what is new to them and writes down that they know.</summary>
    private async Task TellAsync(RemediationCase remediationCase, RemediationLook look, string? told, CancellationToken cancellationToken)
    {
        if (told is null || told != remediationCase.Told)
        {
            var report = new RemediationReported(remediator.Entry.Name, look.Resource, look.Helped, look.Text)
            {
                NeedsApproval = look.Report is { NeedsApproval: true, IsChanged: false },
                HoldsLease = look.Report is { Outcome: null or ChangeOutcome.Done } known ? known.HoldsLease
                    : remediationCase.RolledBackUntil > clock.GetUtcNow() && look.Report is null ? false
                    : null,
            };
            foreach (var incidentId in remediationCase.Incidents)
            {
                _ = await pipeline.ActAsync(incidentId, report, clock.GetUtcNow(), cancellationToken);
            }
        }

        if (remediationCase.Incidents.Length == 0 && remediationCase.Version == 0)
        {
            return;
        }

        await ChangeAsync(
            look.Resource,
            current => (current ?? remediationCase) with
            {
                // another run may have been asked meanwhile; what it was told of is not ours to forget
                Until = current is { } other && other.Until > remediationCase.Until ? other.Until : remediationCase.Until,
                Told = current is null || current.Version == remediationCase.Version ? told ?? "changed" : null,
                Refusals = remediationCase.Refusals,
                ApprovedUntil = look.Report is { IsChanged: true } ? null : current?.ApprovedUntil,
            },
            cancellationToken);
    }

    private async Task ChangeAsync(string resource, Func<RemediationCase?, RemediationCase> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var current = await cases.FindAsync(resource, cancellationToken);
            var next = change(current);
            if (next == current || await cases.WriteAsync(next, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException(
            $"the record of {remediator.Word} {resource} was changed by others {MaximumAttempts} times in a row");
    }
}

/// <summary>The remediations that a process runs.</summary>
/// <param name="All">Each once.</param>
public sealed record RunningRemediations(IReadOnlyList<ResourceRemediation> All)
{
    /// <summary>The one of a name, or null when it is another process's.</summary>
    public ResourceRemediation? Find(string? remediation) => All.FirstOrDefault(one => one.Entry.Name == remediation);
}
