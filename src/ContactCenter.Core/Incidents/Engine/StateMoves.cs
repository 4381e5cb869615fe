using ContactCenter.Core.Common;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>Moves an incident between open, mitigated and resolved, as its alarms say.</summary>
internal static class StateMoves
{
    /// <summary>Brings the state in line with the alarms that take part; tells people when that changes something for them.</summary>
    public static IncidentAction? Settle(IncidentDraft draft)
    {
        var incident = draft.Active;
        if (incident.Untracked > 0 || draft.Members.Any(track => track.IsRed))
        {
            return incident.State == IncidentState.Mitigated ? ReturnToWork(draft, "The trouble is back.") : null;
        }

        if (FlappingUntil(draft) is { } steady)
        {
            KeepOpenWhileFlapping(draft, steady);
            return null;
        }

        draft.Incident = incident with { FlappingUntil = null };
        return Mitigate(draft);
    }

    /// <summary>Opens a mitigated or resolved incident again.</summary>
    public static IncidentAction ReturnToWork(IncidentDraft draft, string why)
    {
        var incident = draft.Incident!;
        var isTaken = incident.Acknowledgement is { } taken && taken.ExpiresAt > draft.Now;
        draft.Incident = incident with
        {
            State = isTaken ? IncidentState.Acknowledged : IncidentState.Open,
            Acknowledgement = isTaken ? incident.Acknowledgement : null,
            MitigatedAt = null,
            Resolution = null,
            Remediations = [],
            FailedRemediations = [],
            PendingApproval = null,
            RepairReport = null,
        };
        draft.Note(TimelineKind.Reopened, why);
        EscalationMoves.Start(draft, Occasion.Reopened, incident.Told, why);
        return IncidentAction.Reopened;
    }

    public static IncidentAction Resolve(IncidentDraft draft, string? by, string? note)
    {
        var stillRed = draft.Members.Count(track => track.IsRed);
        draft.Incident = draft.Active with
        {
            State = IncidentState.Resolved,
            Resolution = new Resolution(draft.Now, by, note),
            HeldUntil = draft.Active.HeldUntil > draft.Now ? draft.Active.HeldUntil : null,
            FlappingUntil = null,
            PendingApproval = null,
        };
        var remark = (by, stillRed) switch
        {
            (null, _) => $"All alarms have been quiet for {MetricText.Duration(draft.Policy.Settings.QuietPeriod)}.",
            (_, 0) => $"Resolved by {by}{Written(note)}",
            _ => $"Resolved by {by} while {stillRed} alarms were still red{Written(note)}",
        };
        draft.Note(TimelineKind.Resolved, remark);
        draft.Notify(Occasion.Resolved, draft.Incident.Told, remark);
        return IncidentAction.Resolved;
    }

    private static string Written(string? note) => string.IsNullOrEmpty(note) ? "." : $": {note}";

    private static IncidentAction? Mitigate(IncidentDraft draft)
    {
        var incident = draft.Active;
        var quietSince = draft.Members.Select(track => track.Latest.At).DefaultIfEmpty(draft.Now).Max();
        if (incident.State == IncidentState.Mitigated)
        {
            draft.Incident = incident with { MitigatedAt = quietSince };
            return null;
        }

        draft.Incident = incident with { State = IncidentState.Mitigated, MitigatedAt = quietSince };
        var lasted = MetricText.Duration(quietSince - incident.OpenedAt);
        draft.Note(TimelineKind.Mitigated, $"All alarms are OK after {lasted}.");
        draft.Notify(Occasion.Mitigated, incident.Told, $"It lasted {lasted}; it counts as resolved after a quiet period of {MetricText.Duration(draft.Policy.Settings.QuietPeriod)}.");
        return IncidentAction.Mitigated;
    }

    /// <summary>Until when the alarms that take part count as flapping, or null. Once begun it ends only below the lower limit.</summary>
    private static DateTimeOffset? FlappingUntil(IncidentDraft draft)
    {
        var limit = draft.Active.FlappingUntil is null ? Flapping.StartPercent : Flapping.StopPercent;
        var flapping = draft.Members.Where(track => Flapping.Percent(track, draft.Now) >= limit).ToArray();
        return flapping.Length == 0 ? null : flapping.Max(track => Flapping.SteadyAt(track, draft.Now));
    }

    private static void KeepOpenWhileFlapping(IncidentDraft draft, DateTimeOffset steady)
    {
        var incident = draft.Active;
        var wasFlapping = incident.FlappingUntil is not null;
        draft.Incident = incident with
        {
            FlappingUntil = steady,
            MitigatedAt = null,
            State = incident.State == IncidentState.Mitigated
                ? incident.Acknowledgement is null ? IncidentState.Open : IncidentState.Acknowledged
                : incident.State,
        };
        if (!wasFlapping)
        {
            draft.Note(TimelineKind.Flapping, "An alarm flips to and fro: it counts as red until it has been steady, and single changes are not announced.");
        }
    }
}
