namespace ContactCenter.Core.Notifications.ServiceNow;

/// <summary>What is known of a record before it is changed.</summary>
/// <param name="SysId">Its key: 32 hexadecimal digits.</param>
/// <param name="State">Its state, such as <c>2</c>.</param>
/// <param name="CorrelationDisplay">Names the newest effect that was written to it.</param>
public sealed record ServiceNowRecord(string SysId, string State, string? CorrelationDisplay);
