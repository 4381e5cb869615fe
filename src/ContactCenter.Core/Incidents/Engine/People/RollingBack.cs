using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine.People;

/// <summary>
/// Somebody wants back what a repair has changed for a while. What is refused here is known here: whatever else is in the way, the repair
/// tells on the timeline.
/// </summary>
internal static class RollingBack
{
    public static IncidentAction RollBack(IncidentDraft draft, PersonActed acted)
    {
        var incident = draft.Incident!;
        if (incident.Remediations.IsEmpty)
        {
            return draft.Refuse(Sentences.RefusedNothingRepaired);
        }

        // a table and its indexes have one lease
        string[] asked = [.. incident.Remediations.Select(KnownRemediations.Of).Distinct(StringComparer.Ordinal)];
        string[] chosen = acted.Repair is { } named
            ? [.. asked.Where(repair => repair == KnownRemediations.Of(named))]
            : [.. asked.Where(repair => StandingOf(incident, repair) is null or { Holds: true })];
        if (chosen.Length > 1 || (chosen.Length == 0 && acted.Repair is not null))
        {
            return draft.Refuse(Sentences.RefusedWhichRepair(string.Join(", ", asked)));
        }

        var repair = chosen.FirstOrDefault() ?? asked[^1];
        switch (StandingOf(incident, repair))
        {
            case { Holds: false, HasHeld: true }:
                return draft.Refuse(Sentences.RefusedGivenBack(repair));
            case { Holds: false }:
                return draft.Refuse(Sentences.RefusedNothingHeld(repair));
            case { RolledBackBy: { } other }:
                return draft.Refuse(Sentences.RefusedRollingBack(other, repair));
        }

        var (remediation, target) = Parts(repair);
        draft.Incident = incident with
        {
            PendingApproval = incident.PendingApproval is { } waits && KnownRemediations.Of(waits.Remediation, waits.Target) == repair
                ? null
                : incident.PendingApproval,
            Repairs = KnownRemediations.With(incident, (StandingOf(incident, repair) ?? new(repair, Holds: true, HasHeld: true)) with
            {
                RolledBackBy = acted.By,
            }),
        };
        draft.Note(
            TimelineKind.Person,
            Sentences.NotePersonRolledBack(acted.By, remediation, target, IncidentDraft.Written(acted.Note)),
            TimelineFacts.Of(acted) with { Repair = repair });
        draft.RollBack(remediation, target, acted.By);
        return IncidentAction.Noted;
    }

    private static RemediationStanding? StandingOf(Incident incident, string repair) => KnownRemediations.Find(incident, repair);

    private static (string Remediation, string Target) Parts(string repair) =>
        repair.IndexOf(' ', StringComparison.Ordinal) is var blank && blank < 0 ? (repair, "") : (repair[..blank], repair[(blank + 1)..]);
}
