using ContactCenter.Simulation.Center;

namespace ContactCenter.Simulation;

/// <summary>What a minute brought.</summary>
/// <param name="At">The end of the minute.</param>
/// <param name="Snapshot">The center then.</param>
/// <param name="RedAlarms">Alarms in ALARM then.</param>
/// <param name="AlarmEvents">State changes of alarms, in the order of the alarms.</param>
public sealed record MinuteReport(DateTimeOffset At, CenterSnapshot Snapshot, int RedAlarms, IReadOnlyList<AlarmEvent> AlarmEvents);
