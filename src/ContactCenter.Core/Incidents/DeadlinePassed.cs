namespace ContactCenter.Core.Incidents;

/// <summary>The clock looked at the incident because something was due.</summary>
public sealed record DeadlinePassed : IncidentInput
{
    /// <summary>There is nothing to tell two of them apart.</summary>
    public static DeadlinePassed Instance { get; } = new();
}
