namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>The three states of a CloudWatch alarm.</summary>
public enum AlarmState
{
    /// <summary>The metric is within its threshold.</summary>
    Ok = 0,

    /// <summary>There is not enough data to tell.</summary>
    InsufficientData = 1,

    /// <summary>The metric is outside its threshold.</summary>
    Alarm = 2,
}
