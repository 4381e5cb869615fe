using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>A state change of an alarm.</summary>
/// <param name="Alarm">The alarm.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after; never the same.</param>
/// <param name="At">When it was evaluated.</param>
/// <param name="Reason">Why, in the words of the service.</param>
/// <param name="Datapoints">The datapoints that decided, newest first.</param>
public sealed record AlarmTransition(
    BoundAlarm Alarm, AlarmState From, AlarmState To, DateTimeOffset At, string Reason, IReadOnlyList<Datapoint> Datapoints);
