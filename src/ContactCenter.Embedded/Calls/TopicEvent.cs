using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Embedded.Calls;

/// <summary>The event by which SNS invokes a function.</summary>
public static class TopicEvent
{
    /// <summary>What the topic of remediations carries when incidents ask for repairs.</summary>
    public static byte[] Of(IEnumerable<RemediateEffect> repairs)
    {
        ArgumentNullException.ThrowIfNull(repairs);
        var records = repairs.Select(static repair => (JsonNode)new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["Message"] = JsonSerializer.Serialize(repair, StoredJson.Default.Effect),
                ["MessageAttributes"] = new JsonObject { ["remediation"] = new JsonObject { ["Type"] = "String", ["Value"] = repair.Remediation } },
            },
        });
        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(new JsonObject { ["Records"] = new JsonArray([.. records]) }, CallsJson.Default.JsonNode);
    }
}
