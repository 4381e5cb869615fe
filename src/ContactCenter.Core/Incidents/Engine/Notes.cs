using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What is only written down: reports of deliveries, and what happened around the incident.</summary>
internal static class Notes
{
    /// <summary>More than this says nothing to people; it bounds the record in a busy account.</summary>
    private const int MaximumContext = 20;

    /// <summary>A report comes again within minutes or never: it bounds the record in a storm.</summary>
    private const int MaximumGivenUp = 50;

    /// <summary>What became of a delivery.</summary>
    public static IncidentAction Write(IncidentDraft draft, DeliveryReported report)
    {
        if (draft.Incident is not { } incident)
        {
            return IncidentAction.Ignored;
        }

        if (report.GivenUp is { } effect)
        {
            var known = incident.GivenUp.IsDefault ? [] : incident.GivenUp;
            if (known.Contains(effect))
            {
                return IncidentAction.Repeated;
            }

            draft.Incident = incident with { GivenUp = [.. known.Add(effect).TakeLast(MaximumGivenUp)] };
        }

        draft.Note(
            TimelineKind.Notified,
            report.Text,
            report.Untold is { } untold ? new() { Audience = untold.Audience, Channel = $"{untold.Channel}" } : null);
        return report.Untold is { } message ? Unreached.Count(draft, message) : IncidentAction.Noted;
    }

    /// <summary>Whether another change would still be written down: who has all that is bounded need not be asked.</summary>
    public static bool HasRoom(Incident incident) => incident.Context.Length < MaximumContext;

    /// <summary>
    /// What was changed before the incident; the same is written once. Of very many, such as those of an import, each kind stands there
    /// before a second one of any kind, the nearest to the incident first, and a sentence says that there were more.
    /// </summary>
    public static IncidentAction Write(IncidentDraft draft, ChangesNoted noted)
    {
        if (draft.Incident is not { } incident || !HasRoom(incident))
        {
            return IncidentAction.Ignored;
        }

        var fresh = noted.Changes
            .Where(change => !incident.Context.Contains(change.Id))
            .DistinctBy(static change => change.Id)
            .OrderByDescending(static change => change.At)
            .ToArray();
        ConfigurationChange[] written =
        [
            .. fresh.DistinctBy(static change => change.Kind).Concat(fresh).Distinct().Take(MaximumContext - incident.Context.Length),
        ];
        if (written.Length == 0)
        {
            return IncidentAction.Ignored;
        }

        draft.Incident = incident with { Context = incident.Context.AddRange(written.Select(static change => change.Id)) };
        foreach (var change in written.OrderBy(static change => change.At))
        {
            draft.Note(
                TimelineKind.Context,
                Sentences.NoteChange($"{change.At.UtcDateTime:HH:mm:ss}", change.Text),
                new() { Change = change.Id });
        }

        if (written.Length < fresh.Length)
        {
            draft.Note(
                TimelineKind.Context, Sentences.NoteMoreChanges);
        }

        return IncidentAction.Noted;
    }
}
