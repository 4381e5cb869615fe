using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.StandIns.Tests.Models;

/// <summary>Trees of values in JSON as the model types them.</summary>
internal static class JsonValues
{
    public static JsonObject Structure(ServiceModel model, ModelShape? shape, JsonElement json)
    {
        var result = new JsonObject();
        foreach (JsonProperty property in json.EnumerateObject())
        {
            ModelMember? member = shape?.Members.SingleOrDefault(m => m.Location == "body" && m.Wire == property.Name);
            Assert.True(member is not null, $"{shape?.Name} has no member {property.Name}");
            result[member.Name] = Read(model, member.Shape, member.TimeFormat(model), property.Value);
        }

        return result;
    }

    /// <summary>Writes a tree as a service would, with a member that nobody knows in every structure.</summary>
    public static JsonNode Write(ServiceModel model, ModelShape shape, string timeFormat, JsonNode value) => shape.Type switch
    {
        "structure" => new JsonObject(shape.Members
            .Where(m => value[m.Name] is not null)
            .Select(m => KeyValuePair.Create(m.Wire, (JsonNode?)Write(model, m.Shape, m.TimeFormat(model), value[m.Name]!)))
            .Prepend(KeyValuePair.Create("newMember", (JsonNode?)JsonNode.Parse("""{"a":[{"b":null}]}""")))
            .Append(KeyValuePair.Create("nothing", (JsonNode?)null))),
        "list" => new JsonArray([.. value.AsArray().Select(i => Write(model, shape.Item, timeFormat, i!))]),
        "map" => new JsonObject(value.AsObject()
            .Select(e => KeyValuePair.Create(e.Key, (JsonNode?)Write(model, shape.Value, timeFormat, e.Value!)))),
        "boolean" => (string)value! == "true",
        "integer" or "long" => long.Parse((string)value!, CultureInfo.InvariantCulture),
        "float" or "double" => decimal.Parse((string)value!, CultureInfo.InvariantCulture),
        "timestamp" when timeFormat == "unixTimestamp" => Seconds((string)value!),
        _ => (string)value!,
    };

    private static JsonNode Read(ServiceModel model, ModelShape shape, string timeFormat, JsonElement json) => shape.Type switch
    {
        "structure" => Structure(model, shape, json),
        "list" => new JsonArray([.. json.EnumerateArray().Select(i => Read(model, shape.Item, timeFormat, i))]),
        "map" => new JsonObject(json.EnumerateObject()
            .Select(e => KeyValuePair.Create(e.Name, (JsonNode?)Read(model, shape.Value, timeFormat, e.Value)))),
        "boolean" => json.GetBoolean() ? "true" : "false",
        "integer" or "long" => json.GetInt64().ToString(CultureInfo.InvariantCulture),
        "float" or "double" => json.GetDecimal().ToString(CultureInfo.InvariantCulture),
        "timestamp" when timeFormat == "unixTimestamp" => DateTime.UnixEpoch.AddSeconds((double)json.GetDecimal()).ToString("O"),
        "timestamp" => WireRequest.Time(json.GetString()!),
        _ => json.GetString()!,
    };

    private static decimal Seconds(string time) =>
        (decimal)(DateTime.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) - DateTime.UnixEpoch).TotalSeconds;
}
