using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Embedded.Calls;

/// <summary>The event of a contact flow's block "Invoke Lambda".</summary>
public static class HookEvent
{
    /// <summary>A call, by the id of its contact.</summary>
    /// <param name="contactId">The id.</param>
    /// <param name="parameters">What the block passes on.</param>
    public static byte[] Call(
        string contactId, params IEnumerable<KeyValuePair<string, JsonNode?>> parameters) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(
        new JsonObject
        {
            ["Name"] = "ContactFlowEvent",
            ["Details"] = new JsonObject
            {
                ["ContactData"] = new JsonObject { ["ContactId"] = contactId, ["Channel"] = "VOICE", ["Attributes"] = new JsonObject() },
                ["Parameters"] = new JsonObject(parameters),
            },
        },
        CallsJson.Default.JsonNode);
}
