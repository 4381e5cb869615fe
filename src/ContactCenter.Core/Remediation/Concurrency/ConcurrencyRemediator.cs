using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
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

    /// <summary>Stands on the functions, the leases and the limits.</summary>
    public ConcurrencyRemediator(
        IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange> functions,
        IRemediationLeases<ReservedConcurrencyChange> leases,
        ContactCenterConfiguration configuration)
    {
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
            return mode is RemediationMode.Act && await _run.ReturnAsync(resource, now, cancellationToken) is { } returned
                ? returned.Report()
                : null;
        }

        var allowed = ReservedConcurrencyLimits.Of(settings);
        var limits = allowed with
        {
            Stopped = mode is RemediationMode.Off,
            DryRun = mode is RemediationMode.DryRun,
            ApprovalAbove = isApproved ? int.MaxValue : allowed.ApprovalAbove,
        };
        var step = await _run.RunAsync(resource, limits, now, cancellationToken);
        return step.Report() with { IsSymptomSeen = step.State.Throttles.TakeLast(RecentMinutes).Any(throttled => throttled > 0) };
    }
}
