using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Repairs of an incident: asked for once for each target, approved by people where they ask first, and reported. One that does not help
/// leaves it to people.
/// </summary>
internal static class Remediations
{
    /// <summary>Asks for the repair of a red alarm, where it has one.</summary>
    public static void Ask(IncidentDraft draft, TriagedAlarm alarm, AlarmTrack track)
    {
        if (alarm.Remediation is { } remediation && track.IsRed && alarm.Moment.State == AlarmState.Alarm && draft.IsActive)
        {
            draft.Remediate(remediation, alarm.Target, alarm.Name);
        }
    }

    /// <summary>An approval is for what is asked for now; where nothing is, it is too late or somebody else was faster.</summary>
    public static IncidentAction Approve(IncidentDraft draft, PersonActed acted)
    {
        if (draft.Active.PendingApproval is not { } pending)
        {
            return draft.Refuse(Sentences.RefusedNothingWaits);
        }

        draft.Incident = draft.Active with { PendingApproval = null };
        draft.Note(
            TimelineKind.Person,
            Sentences.NotePersonApproved(acted.By, pending.Remediation, pending.Target, IncidentDraft.Written(acted.Note)),
            TimelineFacts.Of(acted) with { Repair = $"{pending.Remediation} {pending.Target}" });
        draft.RemediateApproved(pending, acted.By);
        return IncidentAction.Noted;
    }

    /// <summary>A repair reports what it did.</summary>
    public static IncidentAction Report(IncidentDraft draft, RemediationReported report)
    {
        if (draft.Incident is null)
        {
            return IncidentAction.Ignored;
        }

        draft.Incident = KnownRemediations.After(draft.Incident with { RepairReport = report.Text }, report);
        draft.Note(
            TimelineKind.Remediation,
            Sentences.NoteRepair(report.Remediation, report.Target, report.Text),
            new() { Repair = $"{report.Remediation} {report.Target}", Helped = report.Helped });
        if (!draft.IsActive)
        {
            return IncidentAction.Noted;
        }

        AskForApproval(draft, report);
        return report.Helped ? IncidentAction.Noted : Fail(draft, report);
    }

    /// <summary>
    /// People are asked when a repair begins to wait, not at each of its looks; a repair that goes on without them asks no more.
    /// </summary>
    private static void AskForApproval(IncidentDraft draft, RemediationReported report)
    {
        var pending = draft.Active.PendingApproval;
        var isSame = pending is { } asked && asked.Remediation == report.Remediation && asked.Target == report.Target;
        if (!report.NeedsApproval)
        {
            draft.Incident = draft.Active with { PendingApproval = isSame ? null : pending };
            return;
        }

        draft.Incident = draft.Active with { PendingApproval = new PendingApproval(report.Remediation, report.Target, report.Text) };
        if (!isSame)
        {
            draft.Notify(Occasion.ApprovalNeeded, draft.Active.Told, report.Text);
        }
    }

    /// <summary>A repair that does not help leaves it to people: they are told what was tried, once for each target.</summary>
    private static IncidentAction Fail(IncidentDraft draft, RemediationReported report)
    {
        var failed = $"{report.Remediation} {report.Target}";
        if (draft.Active.FailedRemediations.Contains(failed))
        {
            return IncidentAction.Noted;
        }

        draft.Incident = draft.Active with { FailedRemediations = draft.Active.FailedRemediations.Add(failed) };
        if (Severities.Apply(draft, draft.Active.Reasons))
        {
            return IncidentAction.Raised;
        }

        if (draft.Active.State != IncidentState.Mitigated)
        {
            draft.Notify(Occasion.Reminder, draft.Active.Told, Sentences.RepairNotHelped(report.Text));
        }

        return IncidentAction.Noted;
    }
}
