using System.Text.Json.Nodes;

namespace ContactCenter.Core.Notifications.ServiceNow;

/// <summary>A change to make in ServiceNow.</summary>
/// <param name="SysId">The record to change; null: create one.</param>
/// <param name="Body">The fields.</param>
public sealed record ServiceNowCall(string? SysId, JsonObject Body);
