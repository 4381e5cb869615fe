using System.Collections.Immutable;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>What an alarm did in a period.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fired">How often it turned red.</param>
/// <param name="Changes">How often it changed.</param>
/// <param name="Incidents">In how many incidents it took part.</param>
/// <param name="Acted">In how many of them anybody did anything.</param>
/// <param name="Noise">How many of them people called noise or expected.</param>
public sealed record AlarmSection(string Name, int Fired, int Changes, int Incidents, int Acted, int Noise)
{
    /// <summary>The noisiest alarms: those that fired most beyond the incidents in which somebody acted.</summary>
    public static ImmutableArray<AlarmSection> Of(
        IReadOnlyList<AlarmDay> days, IReadOnlyList<IncidentRecord> incidents, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(days);
        var byAlarm = AlarmIncidents.ByAlarm(incidents);
        return
        [
            .. days.GroupBy(static day => day.Name, StringComparer.Ordinal)
                .Select(alarm =>
                {
                    var moments = alarm.SelectMany(static day => day.Moments)
                        .Where(moment => moment.At >= from && moment.At < to).ToArray();
                    var part = byAlarm[alarm.Key].ToArray();
                    return new AlarmSection(
                        alarm.Key,
                        moments.Count(static moment => moment.State == AlarmState.Alarm),
                        moments.Length,
                        part.Length,
                        part.Count(AlarmIncidents.IsActedOn),
                        part.Count(static one => one.Verdict is VerdictKind.Noise or VerdictKind.Expected));
                })
                .Where(static alarm => alarm.Fired > 0)
                .OrderByDescending(static alarm => alarm.Fired - alarm.Acted)
                .ThenBy(static alarm => alarm.Name, StringComparer.Ordinal)
                .Take(PeriodReport.MaximumAlarms),
        ];
    }
}

/// <summary>Repairs of a kind in a period.</summary>
/// <param name="Remediation">The kind.</param>
/// <param name="Count">How many leases were granted.</param>
/// <param name="Helped">Of those of which it can be told, how many helped.</param>
/// <param name="Dollars">What they cost, where it is known.</param>
/// <param name="RequestsSaved">Requests that they saved at most, where it is known.</param>
/// <param name="UnknownCost">Of how many the cost is not known.</param>
public sealed record RemediationSection(string Remediation, int Count, Share Helped, double Dollars, double RequestsSaved, int UnknownCost)
{
    /// <summary>Repairs by kind.</summary>
    public static ImmutableArray<RemediationSection> Of(IEnumerable<LeaseRecord> leases) =>
    [
        .. leases.GroupBy(static lease => lease.Remediation, StringComparer.Ordinal)
            .Select(static kind => new RemediationSection(
                kind.Key,
                kind.Count(),
                new Share(kind.Count(static lease => lease.Helped == true), kind.Count(static lease => lease.Helped is not null)),
                kind.Sum(static lease => lease.Dollars ?? 0),
                kind.Sum(static lease => lease.RequestsSaved ?? 0),
                kind.Count(static lease => lease.Dollars is null)))
            .OrderByDescending(static kind => kind.Count)
            .ThenBy(static kind => kind.Remediation, StringComparer.Ordinal),
    ];
}

/// <summary>An action that is agreed and not done.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Action">The action.</param>
/// <param name="IsOverdue">True where it should be done.</param>
public sealed record OpenAction(string IncidentId, ActionItem Action, bool IsOverdue)
{
    /// <summary>Open actions of reviews, what is longest overdue first, what has no day last.</summary>
    public static ImmutableArray<OpenAction> Of(IEnumerable<ReviewVersion> reviews, DateOnly today) =>
    [
        .. reviews.SelectMany(static review => review.Words.Actions
                .Where(static action => action.State == ActionState.Open).Select(action => (review.IncidentId, action)))
            .OrderBy(static one => one.action.Due ?? DateOnly.MaxValue)
            .ThenBy(static one => one.IncidentId, StringComparer.Ordinal)
            .Select(one => new OpenAction(one.IncidentId, one.action, one.action.IsOverdue(today))),
    ];
}
