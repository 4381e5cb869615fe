using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Embedded.Calls;

/// <summary>What flows and Amazon Connect say of callbacks.</summary>
public static class CallbackEvent
{
    /// <summary>A flow in which a caller, who is in a queue, wishes to be called back.</summary>
    public static byte[] Wished(string contactId, string queue) => Bytes(new JsonObject
    {
        ["Name"] = "ContactFlowEvent",
        ["Details"] = new JsonObject
        {
            ["ContactData"] = new JsonObject
            {
                ["ContactId"] = contactId,
                ["Channel"] = "VOICE",
                ["InitiationMethod"] = "INBOUND",
                ["Queue"] = new JsonObject { ["Name"] = queue },
            },
            ["Parameters"] = new JsonObject(),
        },
    });

    /// <summary>An agent has the contact by which the wish of another one is served.</summary>
    public static byte[] Served(string contactId) => Bytes(new JsonObject
    {
        ["id"] = $"served-{contactId}",
        ["source"] = "aws.connect",
        ["detail-type"] = "Amazon Connect Contact Event",
        ["detail"] = new JsonObject
        {
            ["eventType"] = "CONNECTED_TO_AGENT",
            ["contactId"] = $"{contactId}-served",
            ["initialContactId"] = contactId,
            ["previousContactId"] = contactId,
            ["channel"] = "VOICE",
            ["initiationMethod"] = "CALLBACK",
        },
    });

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(json, CallsJson.Default.JsonNode);
}
