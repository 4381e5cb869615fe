using System.Text.Json.Nodes;

namespace ContactCenter.Core.Notifications.Jira;

/// <summary>A request about an alert.</summary>
/// <param name="Action">What is done with the alert that is there: <c>acknowledge</c>, <c>close</c> or <c>notes</c>; null: one is created,
/// unless it is there.</param>
/// <param name="Alias">By which the alert is found.</param>
/// <param name="Body">The fields.</param>
public sealed record JiraCall(string? Action, string Alias, JsonObject Body)
{
    /// <summary>The address below that of the alerts.</summary>
    public string Path => Action is null ? "" : $"/{Uri.EscapeDataString(Alias)}/{Action}?identifierType=alias";
}
