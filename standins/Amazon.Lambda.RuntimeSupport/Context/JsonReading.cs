using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Reads headers that hold JSON, whatever a client put there.</summary>
internal static class JsonReading
{
    public static string Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static Dictionary<string, string> Texts(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString())
            : [];
}
