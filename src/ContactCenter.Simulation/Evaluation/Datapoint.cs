namespace ContactCenter.Simulation.Evaluation;

/// <summary>One datapoint that an alarm looked at.</summary>
/// <param name="At">Start of its period.</param>
/// <param name="Value">Its value.</param>
/// <param name="Limit">The edge of the anomaly band nearest to the breach, or the static threshold.</param>
/// <param name="Breaching">Whether it is outside.</param>
public readonly record struct Datapoint(DateTimeOffset At, double Value, double Limit, bool Breaching);
