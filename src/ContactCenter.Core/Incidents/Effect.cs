using System.Text.Json.Serialization;

namespace ContactCenter.Core.Incidents;

/// <summary>Something to be done outside: decided here, carried out by an adapter, stored with the incident until then.</summary>
/// <param name="Id">Unique for ever; carrying out the same id twice must have the effect of once.</param>
/// <param name="IncidentId">The incident that it belongs to.</param>
/// <param name="At">When it was decided.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NotifyEffect), "notify")]
[JsonDerivedType(typeof(RemediateEffect), "remediate")]
[JsonDerivedType(typeof(ProbeEffect), "probe")]
public abstract record Effect(string Id, string IncidentId, DateTimeOffset At);
