using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Incidents;

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
    : Effect(Id, IncidentId, At);
