using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Severity of the incident as a whole: that of its worst alarm, raised by how many alarms take part, by how long it lasts and by repairs
/// that did not help. None of these makes a P1: that takes an alarm which says that customers are not served
/// (<see cref="SeverityMeaning"/>).
/// </summary>
internal static class Severities
{
    /// <summary>So many alarms of one incident raise it by one.</summary>
    public const int RelatedAlarms = 4;

    /// <summary>What the severity should be by now; never milder than it is.</summary>
    public static (Severity Severity, ImmutableArray<string> Reasons) Assess(IncidentDraft draft, ImmutableArray<string> reasonsOfWorst)
    {
        var incident = draft.Active;

        // reports are counted by who made them
        var alarms = draft.Members.Count(static track => !Reports.IsOne(track)) + incident.Untracked;
        var severity = draft.Members.Select(track => track.Severity).Append(incident.UntrackedSeverity ?? Severity.P4).Min();
        var reasons = reasonsOfWorst;
        if (alarms >= RelatedAlarms && severity > Severity.P2)
        {
            severity--;
            reasons = Because(reasons, Sentences.ManyTakePart($"{alarms}"));
        }

        if (incident.ResolveMissed && severity > Severity.P2)
        {
            severity--;
            reasons = Because(reasons, Sentences.LastedTooLong);
        }

        if (!incident.FailedRemediations.IsEmpty && severity > Severity.P2)
        {
            severity--;
            reasons = Because(reasons, Sentences.RepairDidNotHelp(incident.FailedRemediations[0]));
        }

        return severity < incident.Severity ? (severity, reasons) : (incident.Severity, incident.Reasons);
    }

    /// <summary>
    /// True for a P1 of which no alarm says that customers are not served; an alarm that is only counted is taken to say so.
    /// </summary>
    public static bool IsInternal(IncidentDraft draft)
    {
        AlarmTrack[] worst = [.. draft.Members.Where(static track => track.Severity == Severity.P1)];
        return draft.Incident is { Severity: Severity.P1, UntrackedSeverity: not Severity.P1 }
            && worst.Length > 0
            && worst.All(static track => track.IsInternal);
    }

    private static ImmutableArray<string> Because(ImmutableArray<string> reasons, string reason) =>
        reasons.Contains(reason) ? reasons : reasons.Add(reason);

    /// <summary>Raises the incident when the assessment is worse, and announces it; true when it rose.</summary>
    public static bool Apply(IncidentDraft draft, ImmutableArray<string> reasonsOfWorst)
    {
        var before = draft.Active.Severity;
        var (severity, reasons) = Assess(draft, reasonsOfWorst);
        if (severity == before)
        {
            return false;
        }

        // what is promised for the new severity can only be kept from now on; what was missed before has raised it, and that stays
        var raised = draft.Active with
        {
            Severity = severity,
            Reasons = reasons,
            PromisedFrom = draft.Now,
            AcknowledgeMissed = false,
            ResolveMissed = false,
        };
        draft.Incident = Unresolved.Restart(raised, draft.Policy, draft.Now);
        var remark = Sentences.RaisedFromTo($"{before}", $"{severity}", reasons[^1]);
        draft.Note(TimelineKind.Raised, remark, new() { Severity = severity });
        if (draft.Active.State == IncidentState.Mitigated)
        {
            return true;
        }

        var isFirst = Holding.EndMutes(draft) && draft.Active.Told.IsEmpty;
        Escalating.Start(draft, isFirst ? Occasion.Opened : Occasion.Raised, draft.Active.Told, remark);
        return true;
    }
}
