namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>
/// A state of an alarm that an exercise makes up. Nothing is broken, and it belongs to the incident of its exercise alone.
/// </summary>
/// <param name="Change">The state, as CloudWatch would tell it.</param>
/// <param name="Exercise">Id of the exercise.</param>
/// <param name="EndsAt">When the exercise is over at the latest.</param>
public sealed record ExerciseAlarm(AlarmChange Change, string Exercise, DateTimeOffset EndsAt) : AlarmInput;
