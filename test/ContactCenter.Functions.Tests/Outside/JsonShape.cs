using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>The members of a JSON document with their kinds; the elements of a list count as one.</summary>
internal static class JsonShape
{
    /// <summary>Paths such as <c>.incident.told[] string</c>.</summary>
    public static IEnumerable<string> Of(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Of(member.Value, $"{path}.{member.Key}")).DefaultIfEmpty($"{path} object"),
        JsonArray elements => elements.SelectMany(element => Of(element, $"{path}[]")).DefaultIfEmpty($"{path}[]"),
        null => path.Length == 0 ? [] : [$"{path} null"],
        _ => [$"{path} {Kind(node)}"],
    };

    private static string Kind(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        _ => "string",
    };
}
