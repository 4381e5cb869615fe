using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Embedded.Calls;

/// <summary>What flows and Amazon Connect say of calls that tell people of incidents.</summary>
public static class PersonCallEvent
{
    /// <summary>The flow asks the hook after a key.</summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="attributes">What the contact carries.</param>
    /// <param name="key">The key.</param>
    public static byte[] Pressed(string contactId, IEnumerable<KeyValuePair<string, string>> attributes, string key)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return Bytes(new JsonObject
        {
            ["Name"] = "ContactFlowEvent",
            ["Details"] = new JsonObject
            {
                ["ContactData"] = new JsonObject
                {
                    ["ContactId"] = contactId,
                    ["Channel"] = "VOICE",
                    ["InitiationMethod"] = "API",
                    ["Attributes"] = new JsonObject(attributes.Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
                },
                ["Parameters"] = new JsonObject { ["key"] = key },
            },
        });
    }

    /// <summary>The contact is over.</summary>
    public static byte[] Ended(string contactId) => Bytes(new JsonObject
    {
        ["id"] = $"ended-{contactId}",
        ["source"] = "aws.connect",
        ["detail-type"] = "Amazon Connect Contact Event",
        ["detail"] = new JsonObject
        {
            ["eventType"] = "DISCONNECTED",
            ["contactId"] = contactId,
            ["channel"] = "VOICE",
            ["initiationMethod"] = "API",
        },
    });

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(json, CallsJson.Default.JsonNode);
}
