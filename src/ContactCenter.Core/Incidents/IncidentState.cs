namespace ContactCenter.Core.Incidents;

/// <summary>Where an incident stands.</summary>
public enum IncidentState
{
    /// <summary>Alarms are red and nobody has taken it.</summary>
    Open,

    /// <summary>Somebody has taken it.</summary>
    Acknowledged,

    /// <summary>All alarms are quiet; the quiet period is being waited out.</summary>
    Mitigated,

    /// <summary>It is over.</summary>
    Resolved,
}
