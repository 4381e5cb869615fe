using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Embedded.Calls;

/// <summary>The event of a contact flow's block "Invoke Lambda".</summary>
public static class HookEvent
{
    /// <summary>A call, by the id of its contact.</summary>
    public static byte[] Call(string contactId) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(
        new JsonObject
        {
            ["Name"] = "ContactFlowEvent",
            ["Details"] = new JsonObject
            {
                ["ContactData"] = new JsonObject { ["ContactId"] = contactId, ["Channel"] = "VOICE", ["Attributes"] = new JsonObject() },
                ["Parameters"] = new JsonObject(),
            },
        },
        CallsJson.Default.JsonNode);
}
