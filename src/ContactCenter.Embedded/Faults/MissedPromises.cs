using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.Texts;

namespace ContactCenter.Embedded.Faults;

/// <summary>
/// When promises are noted as missed: not before the promised time of the severity has passed since the incident opened, or was raised to
/// it. What else a promise may count from is later. Counted by itself, from what was committed.
/// </summary>
internal sealed class MissedPromises(IncidentPolicy policy)
{
    private readonly Dictionary<string, Promised> _promised = new(StringComparer.Ordinal);

    /// <summary>Promises that a commit notes as missed and that were not, as sentences.</summary>
    public IEnumerable<string> TooEarly(IncidentCommit commit)
    {
        if (commit.Correlation.Incident is not { } incident)
        {
            return [];
        }

        var found = new List<string>();
        var promised = _promised.GetValueOrDefault(incident.Id) ?? new Promised(incident.Severity, null, 0);
        foreach (var entry in commit.Timeline.Where(entry => entry.IncidentId == incident.Id))
        {
            promised = entry.Kind switch
            {
                TimelineKind.Raised => new Promised(incident.Severity, entry.At, 0),
                TimelineKind.Reopened => promised with { Missed = 0 },
                TimelineKind.SlaMissed => promised with { Missed = promised.Missed + 1 },
                _ => promised,
            };

            // what is heard of late may have begun before everything that was known
            var since = promised.RaisedAt ?? incident.OpenedAt;
            if (entry.Kind == TimelineKind.SlaMissed && entry.At < since + Length(promised))
            {
                found.Add(Promises.MissedTooEarly(incident.Id, $"{promised.Severity}", $"{entry.At:HH:mm}", $"{since:HH:mm}"));
            }
        }

        _promised[incident.Id] = promised;
        return found;
    }

    /// <summary>Each of the two is missed once: the first may be the shorter one, the second is not, and there is no third.</summary>
    private TimeSpan Length(Promised promised)
    {
        var sla = policy.Sla(promised.Severity);
        return promised.Missed switch
        {
            1 => sla.Acknowledge < sla.Resolve ? sla.Acknowledge : sla.Resolve,
            2 => sla.Acknowledge < sla.Resolve ? sla.Resolve : sla.Acknowledge,
            _ => TimeSpan.FromDays(1000),
        };
    }

    /// <summary>What was promised.</summary>
    /// <param name="Severity">For which severity.</param>
    /// <param name="RaisedAt">When the incident was raised to it; null: it opened with it.</param>
    /// <param name="Missed">How many of its promises were noted as missed.</param>
    private sealed record Promised(Severity Severity, DateTimeOffset? RaisedAt, int Missed);
}
