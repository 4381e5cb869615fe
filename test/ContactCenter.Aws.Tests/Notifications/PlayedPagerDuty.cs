using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>
/// PagerDuty's Events API v2 with its limits and answers as they were recorded (<c>test/Recorded/tools/pagerduty.json</c>): one alert for
/// each key, which is opened once, taken and ended; what is about no alert is taken and does nothing.
/// </summary>
internal sealed class PlayedPagerDuty
{
    private static readonly JsonNode Recorded =
        JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "tools", "pagerduty.json")))!;

    private int _left = (int)Recorded["limits"]!["eventsAMinute"]!;

    /// <summary>Where each alert stands, by its key.</summary>
    public Dictionary<string, string> Alerts { get; } = new(StringComparer.Ordinal);

    /// <summary>How often somebody was paged: once for each alert that was not open.</summary>
    public int Pages { get; private set; }

    /// <summary>A minute has passed.</summary>
    public void NextMinute() => _left = (int)Recorded["limits"]!["eventsAMinute"]!;

    /// <summary>So many events fit into the minute yet.</summary>
    public void LeaveRoomFor(int events) => _left = events;

    public Reply Answer(Received request)
    {
        if (_left-- <= 0)
        {
            return Of("tooMany");
        }

        var sent = JsonNode.Parse(request.Body)!;
        var limits = Recorded["limits"]!;
        if (((string)sent["routing_key"]!).Length != (int)limits["routingKeyCharacters"]!)
        {
            return Of("wrongKey");
        }

        var key = (string)sent["dedup_key"]!;
        Assert.True(request.Body.Length <= (int)limits["eventBytes"]! && key.Length <= (int)limits["keyCharacters"]!);
        var before = Alerts.GetValueOrDefault(key);
        switch ((string?)sent["event_action"])
        {
            case "trigger":
                Assert.True(((string)sent["payload"]!["summary"]!).Length <= (int)limits["summaryCharacters"]!);
                Pages += before is null or "resolved" ? 1 : 0;
                Alerts[key] = before is "acknowledged" ? before : "triggered";
                break;
            case "acknowledge" when before == "triggered":
                Alerts[key] = "acknowledged";
                break;
            case "resolve" when before is not null:
                Alerts[key] = "resolved";
                break;
        }

        return Of("taken");
    }

    private static Reply Of(string name) => new(
        (int)Recorded["answers"]![name]!["status"]!,
        Recorded["answers"]![name]!["body"]?.ToJsonString(JsonSerializerOptions.Default) ?? "");
}
