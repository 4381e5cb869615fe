using ContactCenter.Simulation.Center;

namespace ContactCenter.Simulation;

/// <summary>The sum of a simulation.</summary>
/// <param name="AlarmChanges">State changes of alarms.</param>
/// <param name="AlarmsTurnedRed">Different alarms that were in ALARM.</param>
/// <param name="MostRedAtOnce">Most alarms in ALARM at the same time.</param>
/// <param name="Last">The center at the end; null before the first minute.</param>
public sealed record SimulationTotals(int AlarmChanges, int AlarmsTurnedRed, int MostRedAtOnce, CenterSnapshot? Last);
