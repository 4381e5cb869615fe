using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Core.Learning;

/// <summary>What incidents say of the alarms that took part in them.</summary>
internal static class AlarmIncidents
{
    /// <summary>Incidents by the names of their alarms, each once.</summary>
    public static ILookup<string, IncidentRecord> ByAlarm(IEnumerable<IncidentRecord> incidents) =>
        incidents.SelectMany(static one => one.Alarms.Select(alarm => (alarm.Name, Incident: one)))
            .DistinctBy(static one => (one.Name, one.Incident.Id))
            .ToLookup(static one => one.Name, static one => one.Incident, StringComparer.Ordinal);

    /// <summary>Whether anything was done because of an incident: by people, or by a repair that helped.</summary>
    public static bool IsActedOn(IncidentRecord incident) =>
        !incident.Acts.IsEmpty || incident.Repairs.Any(static repair => repair.Helped == true);
}
