namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>What a received message turned out to be: exactly one of the three records that derive from this one.</summary>
public abstract record AlarmInput;
