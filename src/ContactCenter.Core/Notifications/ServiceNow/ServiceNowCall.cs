using System.Text.Json.Nodes;

namespace ContactCenter.Core.Notifications.ServiceNow;

/// <summary>A change to make in ServiceNow.</summary>
/// <param name="SysId">The record to change; null: create one.</param>
/// <param name="Body">The fields.</param>
public sealed record ServiceNowCall(string? SysId, JsonObject Body);

/// <summary>What is known of a record before it is changed.</summary>
/// <param name="SysId">Its key: 32 hexadecimal digits.</param>
/// <param name="State">Its state, such as <c>2</c>.</param>
/// <param name="CorrelationDisplay">Names the newest effect that was written to it.</param>
public sealed record ServiceNowRecord(string SysId, string State, string? CorrelationDisplay);

/// <summary>Values of an incident's <c>state</c> as ServiceNow ships them.</summary>
internal static class ServiceNowState
{
    public const string New = "1";
    public const string InProgress = "2";
    public const string Resolved = "6";
    public const string Closed = "7";
    public const string Canceled = "8";
}
