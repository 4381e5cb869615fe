using ContactCenter.Simulation;

namespace ContactCenter.Cli.Simulate;

/// <summary>A minute of the center with what the system made of it.</summary>
/// <param name="Report">The center.</param>
/// <param name="Moments">What was decided, in order of time.</param>
internal sealed record SimulatedMinute(MinuteReport Report, IReadOnlyList<SimulatedMoment> Moments);
