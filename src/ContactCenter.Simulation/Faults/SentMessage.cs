using ContactCenter.Core.Incidents;

namespace ContactCenter.Simulation.Faults;

/// <summary>A message that reached somebody.</summary>
/// <param name="Effect">The effect that asked for it.</param>
/// <param name="At">When it arrived.</param>
internal sealed record SentMessage(NotifyEffect Effect, DateTimeOffset At);
