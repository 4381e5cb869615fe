using System.Collections.Immutable;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Notifications.HandOver;

/// <summary>What whoever comes must know of the turn of whoever goes, before it is worded for a reader. Pure.</summary>
public sealed record HandOverFacts
{
    /// <summary>Name of the schedule.</summary>
    public required string Schedule { get; init; }

    /// <summary>Who goes, who comes, and when.</summary>
    public required Escalation.HandOver Moment { get; init; }

    /// <summary>What is open, the worst first; exercises, which say in their subject that they are, come last.</summary>
    public required ImmutableArray<Incident> Open { get; init; }

    /// <summary>What people have done about what is open since the turn began, in order: id of the incident and sentence.</summary>
    public ImmutableArray<TimelineEvent> Acts { get; init; } = [];

    /// <summary>What was over in the turn, in order.</summary>
    public ImmutableArray<IncidentRecord> Over { get; init; } = [];

    /// <summary>What was decided at run time in the turn, in order.</summary>
    public ImmutableArray<SettingAct> Decided { get; init; } = [];

    /// <summary>What was decided at run time and holds on.</summary>
    public ImmutableArray<Setting> Running { get; init; } = [];

    /// <summary>Windows of planned work of the file that run: name and end.</summary>
    public ImmutableArray<(string Name, DateTimeOffset To)> Windows { get; init; } = [];

    /// <summary>What is promised next of what is open, in order of time.</summary>
    public ImmutableArray<(Incident Incident, PromiseKind Promise, DateTimeOffset At)> Promised { get; init; } = [];

    /// <summary>When the turn that ended began.</summary>
    public DateTimeOffset Since => Moment.Before?.From ?? Moment.At - TimeSpan.FromHours(12);

    /// <summary>What is promised of incidents and not missed yet.</summary>
    public static ImmutableArray<(Incident Incident, PromiseKind Promise, DateTimeOffset At)> PromisedNext(
        IEnumerable<Incident> open, IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(policy);
        return [.. open.SelectMany(Of).OrderBy(static promise => promise.At)];

        IEnumerable<(Incident, PromiseKind, DateTimeOffset At)> Of(Incident incident)
        {
            var (from, sla) = (incident.PromisedFrom ?? incident.OpenedAt, policy.Sla(incident.Severity));
            if (incident is { State: IncidentState.Mitigated } or { HeldUntil: not null } or { Exercise: not null })
            {
                yield break;
            }

            if (!incident.AcknowledgeMissed && incident.TimeToAcknowledge is null)
            {
                yield return (incident, PromiseKind.Acknowledge, from + sla.Acknowledge);
            }

            if (!incident.ResolveMissed)
            {
                yield return (incident, PromiseKind.Resolve, from + sla.Resolve);
            }
        }
    }
}
