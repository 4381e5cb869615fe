using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Configuration;

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

/// <summary>Tell somebody.</summary>
/// <param name="Id">See <see cref="Effect"/>.</param>
/// <param name="IncidentId">See <see cref="Effect"/>.</param>
/// <param name="At">See <see cref="Effect"/>.</param>
/// <param name="Audience">Name of the audience.</param>
/// <param name="Channel">How.</param>
/// <param name="To">Where.</param>
/// <param name="Message">What.</param>
public sealed record NotifyEffect(
    string Id, string IncidentId, DateTimeOffset At, string Audience, Channel Channel, string To, IncidentMessage Message)
    : Effect(Id, IncidentId, At)
{
    /// <summary>Other audiences that it tells, whose endpoint is the same address and calls somebody there: they are called too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Also { get; init; }

    /// <summary>
    /// True when it only brings up to date what shows where the incident stands, and wakes nobody: neither must what stands in for a
    /// channel that is broken.
    /// </summary>
    [JsonIgnore]
    public bool IsUpdate => Message.Occasion == Occasion.Acknowledged;

    /// <summary>
    /// True when it puts right what a message shows that arrived after something newer: it changes that message in place, and says nothing
    /// besides. It is never stored.
    /// </summary>
    [JsonIgnore]
    public bool IsAmendment { get; init; }
}

/// <summary>Repair something.</summary>
/// <param name="Id">See <see cref="Effect"/>.</param>
/// <param name="IncidentId">See <see cref="Effect"/>.</param>
/// <param name="At">See <see cref="Effect"/>.</param>
/// <param name="Remediation">Name of the remediation.</param>
/// <param name="Target">The table, <c>table/index</c> or function.</param>
/// <param name="AlarmName">The alarm that asked for it.</param>
public sealed record RemediateEffect(
    string Id, string IncidentId, DateTimeOffset At, string Remediation, string Target, string AlarmName)
    : Effect(Id, IncidentId, At)
{
    /// <summary>Who has approved it, or null when nobody was asked.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Who wants back what it has changed, in place of a repair; or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RolledBackBy { get; init; }
}

/// <summary>Report that a probe has walked the pipeline.</summary>
/// <param name="Id">See <see cref="Effect"/>.</param>
/// <param name="IncidentId">A number of the probe's correlation; there is no such incident.</param>
/// <param name="At">When the probe was sent, not when it was decided: the whole way counts.</param>
public sealed record ProbeEffect(string Id, string IncidentId, DateTimeOffset At) : Effect(Id, IncidentId, At);
