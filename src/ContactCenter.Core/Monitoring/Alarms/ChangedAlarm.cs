namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>The message is a state change of an alarm.</summary>
/// <param name="Change">The change.</param>
public sealed record ChangedAlarm(AlarmChange Change) : AlarmInput;
