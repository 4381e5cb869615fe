using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Concurrency;

/// <summary>Lifts the reserved concurrency of the functions of a configuration, and takes it back.</summary>
public sealed class ConcurrencyRemediator : IRemediator
{
    // The metrics of a minute arrive one to two minutes after it.
    private const int RecentMinutes = 5;

    private readonly IRemediationLeases<ReservedConcurrencyChange> _leases;
    private readonly IReadOnlyDictionary<string, ReservedConcurrencySettings> _settings;
    private readonly RemediationRun<ReservedConcurrencyState, ReservedConcurrencyLimits, ReservedConcurrencyChange> _run;

    private readonly LeaseBook? _book;

    /// <summary>Stands on the functions, the leases and the limits; what leases hold goes into the book, where there is one.</summary>
    public ConcurrencyRemediator(
        IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange> functions,
        IRemediationLeases<ReservedConcurrencyChange> leases,
        ContactCenterConfiguration configuration,
        LeaseBook? book = null)
    {
        _book = book;
        _leases = leases;
        _settings = RemediableFunctions.Concurrency(configuration);
        _run = new(functions, leases, new ReservedConcurrencyRemediation());
    }

    /// <inheritdoc/>
    public RemediationEntry Entry => ReservedConcurrencyRemediation.Entry;

    /// <inheritdoc/>
    public string Word => Sentences.WordFunction;

    /// <inheritdoc/>
    public IEnumerable<string> Followed => [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LeasedAsync(CancellationToken cancellationToken) => _leases.ResourcesAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<RemediationReport?> RunAsync(
        string resource, RemediationMode mode, bool isApproved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!_settings.TryGetValue(resource, out var settings))
        {
            if (mode is not RemediationMode.Act || await _run.ReturnAsync(resource, by: null, now, cancellationToken) is not { } returned)
            {
                return null;
            }

            await NoteAsync(resource, returned, now, cancellationToken);
            return returned.Report();
        }

        var allowed = ReservedConcurrencyLimits.Of(settings);
        var limits = allowed with
        {
            Stopped = mode is RemediationMode.Off,
            DryRun = mode is RemediationMode.DryRun,
            ApprovalAbove = isApproved ? int.MaxValue : allowed.ApprovalAbove,
        };
        var step = await _run.RunAsync(resource, limits, now, cancellationToken);
        await NoteAsync(resource, step, now, cancellationToken);
        return step.Report() with { IsSymptomSeen = step.State.Throttles.TakeLast(RecentMinutes).Any(throttled => throttled > 0) };
    }

    /// <inheritdoc/>
    public async Task<RemediationReport?> RollBackAsync(
        string resource, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await _run.ReturnAsync(resource, by, now, cancellationToken) is not { } returned)
        {
            return null;
        }

        await NoteAsync(resource, returned, now, cancellationToken);
        return returned.Report();
    }

    /// <summary>Reserved executions cost nothing; the minutes are those that were over when the function was read.</summary>
    private async ValueTask NoteAsync(
        string resource, RemediationStep<ReservedConcurrencyState, ReservedConcurrencyChange> step, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (_book is null)
        {
            return;
        }

        var end = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var throttles = step.State.Throttles;
        await _book.NoteAsync(
            new LeaseLook(Entry.Name, resource, now)
            {
                Before = step.Before?.GrantedAt,
                After = step.After?.GrantedAt,
                IsChanged = step.Outcome is ChangeOutcome.Done,
                Reason = (step.After ?? step.Before)?.Reason ?? step.Plan.Reason,
                Executions = step.Before is { } lease && step.State.Reserved is { } reserved ? reserved - lease.Undo.Reserved : 0,
                Minutes = [.. throttles.Select((throttled, i) => Minute(step, end.AddMinutes(i - throttles.Count), throttled, i))],
            },
            cancellationToken);
    }

    /// <summary>More executions at once than were reserved: some would have been turned away, and nobody can tell how many.</summary>
    private static LeaseMinute Minute(
        RemediationStep<ReservedConcurrencyState, ReservedConcurrencyChange> step, DateTimeOffset start, long throttled, int index)
    {
        var isBeyond = step.Before is { } lease && step.State.Concurrent.ElementAtOrDefault(index) > lease.Undo.Reserved;
        return new LeaseMinute(start, throttled) { IsBeyond = isBeyond, RequestsBeyond = isBeyond ? null : 0 };
    }
}
