using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Escalation;

/// <summary>Somebody is on call, half-open: from <paramref name="From"/> until just before <paramref name="To"/>.</summary>
/// <param name="Participant">Who.</param>
/// <param name="From">When the turn began.</param>
/// <param name="To">When it ends, unless an override ends it earlier.</param>
/// <param name="IsOverride">True when it is not the participant's own turn.</param>
public sealed record OnCallTurn(OnCallParticipant Participant, DateTimeOffset From, DateTimeOffset To, bool IsOverride);
