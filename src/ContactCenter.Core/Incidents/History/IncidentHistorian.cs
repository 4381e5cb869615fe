using ContactCenter.Core.Common;

namespace ContactCenter.Core.Incidents.History;

/// <summary>
/// Makes the record of an incident from its file: a pure function, so that the same file always gives the same record, and whoever makes it
/// twice, late or after a crash changes nothing.
/// </summary>
public static class IncidentHistorian
{
    /// <summary>Longer lists than this are cut, and counted in <see cref="IncidentRecord.LeftOut"/>.</summary>
    internal const int MaximumEntries = 20;

    /// <summary>A sentence of ours with a name in it is shorter; what others wrote is cut.</summary>
    private const int MaximumText = 160;

    /// <summary>What the history keeps of an incident.</summary>
    public static IncidentRecord Record(IncidentFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (incident, timeline) = (file.Incident, file.Timeline);
        var messages = file.Effects.Where(static outcome => outcome.Effect is NotifyEffect).ToArray();
        var alarms = timeline
            .Where(static entry => entry is { Kind: TimelineKind.Opened or TimelineKind.Alarm, Facts.Alarm: not null })
            .GroupBy(static entry => entry.Facts!.Alarm!, StringComparer.Ordinal)
            .Select(static group => new AlarmMentions(Short(group.Key), group.Count()))
            .OrderByDescending(static alarm => alarm.Count)
            .ThenBy(static alarm => alarm.Name, StringComparer.Ordinal)
            .ToArray();
        var acts = timeline
            .Where(static entry => entry is { Facts: { Actor: not null, Act: not null } })
            .Select(static entry => new ActRecord(entry.At, Short(entry.Facts!.Actor!), entry.Facts.Act!.Value, Short(entry.Text)))
            .ToArray();
        var reached = messages.GroupBy(static outcome => Endpoint((NotifyEffect)outcome.Effect)).Select(Reached).ToArray();
        var preceding = timeline.Where(static entry => entry.Facts?.Change is not null).Select(static entry => Short(entry.Text)).ToArray();
        var repairs = timeline.Where(static entry => entry is { Kind: TimelineKind.Remediation, Facts.Repair: not null })
            .GroupBy(static entry => entry.Facts!.Repair!, StringComparer.Ordinal)
            .Select(Repair)
            .ToArray();
        repairs = [.. repairs.Select(repair => WithReport(repair, repairs))];
        var path = Path(incident, timeline);
        int[] lengths = [alarms.Length, acts.Length, reached.Length, preceding.Length, repairs.Length, path.Length];
        return new IncidentRecord
        {
            Id = incident.Id,
            Version = file.Version,
            Receipts = file.Receipts,
            Group = incident.Key.Group,
            Resource = incident.Key.Resource,
            Location = incident.Key.Location,
            Subject = Short(incident.Subject),
            Symptom = Short(incident.Symptom),
            Owner = Short(incident.Owner),
            Runbook = Short(incident.Runbook),
            State = incident.State,
            Severity = incident.Severity,
            Reasons = [.. incident.Reasons.Take(5).Select(Short)],
            Path = [.. path.Take(MaximumEntries)],
            BeganAt = incident.OpenedAt,
            DetectedAt = timeline is [{ Number: 1 } first, ..] ? first.At : incident.OpenedAt,
            ToldAt = messages.Where(static outcome => outcome is { Failure: null, DoneAt: not null }).Min(static outcome => outcome.DoneAt),
            AcknowledgedAt = AcknowledgedAt(incident, timeline),
            MitigatedAt = incident.MitigatedAt,
            ResolvedAt = incident.Resolution?.At,
            ResolvedBy = incident.Resolution?.By is { } by ? Short(by) : null,
            Note = incident.Resolution?.Note is { } note ? Short(note) : null,
            Verdict = incident.Verdict?.Kind,
            Reopened = timeline.Count(static entry => entry.Kind == TimelineKind.Reopened),
            Acknowledged = Outcome(
                PromiseKind.Acknowledge,
                timeline,
                incident.AcknowledgeMissed,
                incident.TimeToAcknowledge is not null || !incident.IsActive),
            Resolved = Outcome(PromiseKind.Resolve, timeline, incident.ResolveMissed, !incident.IsActive),
            AlarmCount = incident.Alarms,
            Changes = incident.Changes,
            Alarms = [.. alarms.Take(MaximumEntries)],
            Repairs = [.. repairs.Take(MaximumEntries)],
            Preceding = [.. preceding.Take(MaximumEntries)],
            Reached = [.. reached.Take(MaximumEntries)],
            Acts = [.. acts.Take(MaximumEntries)],
            LeftOut = lengths.Sum(static length => Math.Max(0, length - MaximumEntries)),
        };
    }

    /// <summary>An incident that was stored before events named severities has the one step that it is at.</summary>
    private static SeverityStep[] Path(Incident incident, IReadOnlyList<TimelineEvent> timeline)
    {
        SeverityStep[] path =
        [
            .. timeline.Where(static entry => entry.Facts?.Severity is not null)
                .Select(static entry => new SeverityStep(entry.At, entry.Facts!.Severity!.Value, Short(entry.Text))),
        ];
        return path.Length > 0 ? path : [new SeverityStep(incident.OpenedAt, incident.Severity, Short(string.Join(' ', incident.Reasons)))];
    }

    private static DateTimeOffset? AcknowledgedAt(Incident incident, IReadOnlyList<TimelineEvent> timeline) =>
        timeline.FirstOrDefault(static entry => entry.Facts?.Act is PersonAction.Acknowledge or PersonAction.Snooze)?.At
            ?? incident.OpenedAt + incident.TimeToAcknowledge;

    private static PromiseOutcome Outcome(PromiseKind promise, IReadOnlyList<TimelineEvent> timeline, bool isMissed, bool isDecided) =>
        isMissed || timeline.Any(entry => entry.Facts?.Promise == promise) ? PromiseOutcome.Missed
        : isDecided ? PromiseOutcome.Kept
        : PromiseOutcome.Open;

    private static (string Audience, Configuration.Channel Channel, string To) Endpoint(NotifyEffect effect) =>
        (effect.Audience, effect.Channel, effect.To);

    private static ReachedEndpoint Reached(
        IGrouping<(string Audience, Configuration.Channel Channel, string To), EffectOutcome> messages) => new(
        Short(messages.Key.Audience),
        messages.Key.Channel,
        Short(messages.Key.To),
        messages.Where(static outcome => outcome is { DoneAt: not null, Failure: null }).Min(static outcome => outcome.DoneAt),
        messages.Count(static outcome => outcome is { DoneAt: not null, Failure: null }),
        messages.Count(static outcome => outcome.Failure is not null),
        messages.Count(static outcome => outcome.DoneAt is null),
        messages.LastOrDefault(static outcome => outcome.Failure is not null)?.Failure is { } failure ? Short(failure) : null);

    private static RemediationRecord Repair(IGrouping<string, TimelineEvent> entries)
    {
        var report = entries.LastOrDefault(static entry => entry.Facts!.Helped is not null);
        return new RemediationRecord(
            Short(entries.Key), entries.First().At, report is null ? null : Short(report.Text), report?.Facts!.Helped);
    }

    /// <summary>An index is repaired with its table, and the report is the table's.</summary>
    private static RemediationRecord WithReport(RemediationRecord repair, RemediationRecord[] all) =>
        repair.Report is null && all.FirstOrDefault(other => other.Repair == OfTable(repair.Repair)) is { Report: { } report } table
            ? repair with { Report = report, Helped = table.Helped }
            : repair;

    /// <summary>The repair of the table, where one is of an index (<c>remediation table/index</c>).</summary>
    internal static string OfTable(string repair) => repair.Split('/')[0];

    private static string Short(string text) => CleanText.Line(text, MaximumText);
}
