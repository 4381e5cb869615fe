namespace ContactCenter.Core.Incidents;

/// <summary>Something that an incident reacts to: exactly one of the records that derive from this one.</summary>
public abstract record IncidentInput;
