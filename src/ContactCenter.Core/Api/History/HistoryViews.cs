using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Core.Api.History;

/// <summary>A page of the history of incidents.</summary>
/// <param name="Items">The records, the newest first; there may be fewer than asked for although there is a next.</param>
/// <param name="Unreadable">How many that were looked at cannot be read.</param>
/// <param name="Next">What <c>after</c> takes for the next page; null: this is the last.</param>
public sealed record RecordPage(IReadOnlyList<IncidentRecord> Items, int Unreadable, string? Next);

/// <summary>What is remembered of one incident.</summary>
/// <param name="Incident">The incident, as the history has it.</param>
/// <param name="Timeline">The newest events, in order.</param>
/// <param name="Earlier">How many events came before these; <c>/incidents/{id}/timeline</c> has them.</param>
public sealed record RecordFile(IncidentRecord Incident, IReadOnlyList<TimelineEntry> Timeline, int Earlier);

/// <summary>A page of what alarms did on a day.</summary>
/// <param name="Items">The alarms, ordered by their ARN.</param>
/// <param name="Next">What <c>after</c> takes for the next page; null: this is the last.</param>
public sealed record AlarmDayPage(IReadOnlyList<AlarmDay> Items, string? Next);

/// <summary>A page of configuration changes.</summary>
/// <param name="Items">The changes, the newest first.</param>
/// <param name="Unreadable">How many that were looked at cannot be read.</param>
/// <param name="Next">What <c>after</c> takes for the next page; null: this is the last.</param>
public sealed record ChangePage(IReadOnlyList<ConfigurationChange> Items, int Unreadable, string? Next);

/// <summary>Half hours of a queue.</summary>
/// <param name="Items">Those that are known, in order; a channel in which nothing happened is left out.</param>
public sealed record QueueHalfHours(IReadOnlyList<QueueNumbers> Items);

/// <summary>What waited in a queue, and what was to be expected.</summary>
/// <param name="Items">Those that are known, in order; there are none while the queue is closed.</param>
public sealed record BandList(IReadOnlyList<KeptBand> Items);

/// <summary>Half hours of a routing profile.</summary>
/// <param name="Items">Those that are known, in order.</param>
public sealed record ProfileHalfHours(IReadOnlyList<ProfileNumbers> Items);

/// <summary>A repair with what it cost.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Helped">Whether it helped; absent where that cannot be told.</param>
public sealed record LeaseView(LeaseRecord Lease, bool? Helped);

/// <summary>A page of repairs with what they cost.</summary>
/// <param name="Items">The leases, the newest first.</param>
/// <param name="Next">What <c>after</c> takes for the next page; null: this is the last.</param>
public sealed record LeaseList(IReadOnlyList<LeaseView> Items, string? Next);
