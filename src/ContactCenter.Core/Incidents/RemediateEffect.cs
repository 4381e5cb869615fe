namespace ContactCenter.Core.Incidents;

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
}
