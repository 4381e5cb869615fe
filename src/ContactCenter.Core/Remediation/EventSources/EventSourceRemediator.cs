using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.EventSources;

/// <summary>Enables the disabled event sources of the functions of a configuration, and counts how often.</summary>
public sealed class EventSourceRemediator : IRemediator
{
    private static readonly TimeSpan Counted = TimeSpan.FromDays(1);

    private readonly IReadOnlyList<EventSourceSettings> _sources;
    private readonly IRemediationLog _log;
    private readonly RemediationRun<EventSourceMappingState, EventSourceMappingLimits, EventSourceMappingChange> _run;

    private readonly LeaseBook? _book;

    /// <summary>Stands on the event sources, the log of repairs and the limits; repairs go into the book, where there is one.</summary>
    public EventSourceRemediator(
        IRemediable<EventSourceMappingState, EventSourceMappingChange> sources,
        IRemediationLeases<EventSourceMappingChange> leases,
        IRemediationLog log,
        ContactCenterConfiguration configuration,
        LeaseBook? book = null)
    {
        _book = book;
        _sources = RemediableFunctions.EventSources(configuration);
        _log = log;
        _run = new(sources, leases, new EventSourceMappingRemediation(), KnowAsync, RememberAsync);
    }

    /// <inheritdoc/>
    public RemediationEntry Entry => EventSourceMappingRemediation.Entry;

    /// <inheritdoc/>
    public string Word => Sentences.WordFunction;

    /// <summary>All of them: when this system's own stream is disabled, no incident's request comes through.</summary>
    public IEnumerable<string> Followed => _sources.Select(source => source.Function);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LeasedAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public async Task<RemediationReport?> RunAsync(
        string resource, RemediationMode mode, bool isApproved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_sources.FirstOrDefault(known => known.Function == resource) is not { } source)
        {
            return null;
        }

        var limits = EventSourceMappingLimits.Of(source) with
        {
            Stopped = mode is RemediationMode.Off,
            DryRun = mode is RemediationMode.DryRun,
            IsApproved = isApproved,
        };
        var step = await _run.RunAsync(resource, limits, now, cancellationToken);
        if (_book is not null)
        {
            await _book.NoteAsync(
                new LeaseLook(Entry.Name, resource, now)
                {
                    Before = step.Before?.GrantedAt,
                    After = step.After?.GrantedAt,
                    IsChanged = step.Outcome is ChangeOutcome.Done,
                    Reason = step.Plan.Reason,
                },
                cancellationToken);
        }

        return step.Report() with { IsUnderWay = step.State.Mappings.Any(mapping => mapping.State is EventSourceMapping.Enabling) };
    }

    /// <summary>Nothing is leased: an event source that is enabled again is as it was.</summary>
    public Task<RemediationReport?> RollBackAsync(
        string resource, string by, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult<RemediationReport?>(null);

    private async Task<EventSourceMappingState> KnowAsync(
        EventSourceMappingState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!state.Mappings.Any(mapping => mapping.State is EventSourceMapping.Disabled))
        {
            return state;
        }

        var known = await _log.SinceAsync(state.Function, now - Counted, cancellationToken);
        return state with
        {
            Mappings = [.. state.Mappings.Select(mapping => mapping with { EnabledToday = known.Count(one => one.Part == mapping.Id) })]
        };
    }

    private async Task RememberAsync(
        EventSourceMappingState state, EventSourceMappingChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var id in change.Enable)
        {
            await _log.AddAsync(state.Function, id, now, cancellationToken);
        }
    }
}
