namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Planned work and mutes: the incident is recorded, and people are told when the hold ends, if anything is still red by then.
/// </summary>
internal static class Holding
{
    /// <summary>Holds notifications when planned work or a mute covers the incident now; true when they are held.</summary>
    public static bool Hold(IncidentDraft draft, DateTimeOffset? mutedUntil)
    {
        var maintenance = draft.Policy.HeldUntil(draft.Key, draft.Now);
        var until = (maintenance, mutedUntil) switch
        {
            ({ } window, { } mute) => window > mute ? window : mute,
            _ => maintenance ?? mutedUntil,
        };
        if (until is { } end && end > draft.Now && (draft.Active.HeldUntil is null || end > draft.Active.HeldUntil))
        {
            draft.Incident = draft.Active with { HeldUntil = end };
            draft.Note(TimelineKind.Held, $"Notifications are held until {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC because of planned work.");
        }

        return draft.Active.HeldUntil > draft.Now;
    }

    /// <summary>When planned work ends, people are told what is still red; what is over by then stays a record.</summary>
    public static IncidentAction End(IncidentDraft draft)
    {
        var red = draft.Members.Count(track => track.IsRed);
        draft.Incident = draft.Active with { HeldUntil = null, PromisedFrom = draft.Now, Unresolved = null };
        draft.Note(
            TimelineKind.Held,
            red == 0 ? "Planned work has ended; nothing is red." : $"Planned work has ended; {red} alarms are still red.");
        if (red == 0)
        {
            return IncidentAction.Noted;
        }

        Escalating.Start(draft, Occasion.Opened, draft.Active.Told, "It began during planned work and is still there.");
        return IncidentAction.Reminded;
    }
}
