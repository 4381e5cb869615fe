using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Links;

/// <summary>What a signed link says: who may do what to which incident until when.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Action">What the link does.</param>
/// <param name="Recipient">To whom the link was sent, as it stands on the timeline afterwards; 1 to 128 characters.</param>
/// <param name="Step">The effect with which it was sent, so that links of two messages differ; ASCII letters, digits, dots and dashes.</param>
/// <param name="ExpiresAt">From when it counts no longer; whole seconds.</param>
public sealed record LinkClaim(string IncidentId, PersonAction Action, string Recipient, string Step, DateTimeOffset ExpiresAt);
