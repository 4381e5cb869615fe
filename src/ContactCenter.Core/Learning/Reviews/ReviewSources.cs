using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>What a review is made of; all of it is stored, so that the same review can be made again.</summary>
public sealed record ReviewSources
{
    /// <summary>The incident with its timeline and its effects.</summary>
    public required IncidentFile File { get; init; }

    /// <summary>What was promised, and in which zone the center lives.</summary>
    public required ContactCenterConfiguration Configuration { get; init; }

    /// <summary>Configuration changes up to the begin and a little beyond, as far back as they are kept.</summary>
    public IReadOnlyList<ConfigurationChange> Changes { get; init; } = [];

    /// <summary>From when on changes are known: how often a kind is made is counted from there.</summary>
    public DateTimeOffset ChangesFrom { get; init; }

    /// <summary>
    /// Half hours of the queue, from <see cref="ImpactEstimate.MaximumWeeks"/> weeks before on; empty where it is no queue.
    /// </summary>
    public IReadOnlyList<QueueNumbers> Numbers { get; init; } = [];

    /// <summary>Earlier incidents, in any order.</summary>
    public IReadOnlyList<IncidentRecord> Earlier { get; init; } = [];

    /// <summary>What repairs held at that time.</summary>
    public IReadOnlyList<LeaseRecord> Leases { get; init; } = [];

    /// <summary>What people have confirmed as the cause in earlier reviews.</summary>
    public IReadOnlyList<ConfirmedCause> Confirmed { get; init; } = [];
}

/// <summary>What people said caused an earlier incident.</summary>
/// <param name="Kind">Kind of the change; null: no change that is recorded.</param>
public readonly record struct ConfirmedCause(ChangeKind? Kind);
