using System.Text.Json.Nodes;

namespace ContactCenter.Core.Notifications.Slack;

/// <summary>One call to Slack.</summary>
/// <param name="Method"><c>chat.postMessage</c> or <c>chat.update</c>; null: the incoming webhook.</param>
/// <param name="Body">The JSON body.</param>
public sealed record SlackCall(string? Method, JsonObject Body)
{
    /// <summary>True when the answer names the message that later calls bring up to date.</summary>
    public bool StartsThread { get; init; }
}
