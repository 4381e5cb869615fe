using System.Text.Json;

namespace Amazon.StandIns;

/// <summary>Reads members; one that is absent or null is null, a collection too, as in SDK version 4.</summary>
internal static class JsonReading
{
    public static string Text(this JsonElement element, string name) => element.Find(name)?.GetString();

    public static bool? Flag(this JsonElement element, string name) => element.Find(name)?.GetBoolean();

    public static int? Int(this JsonElement element, string name) => element.Find(name)?.GetInt32();

    public static long? Long(this JsonElement element, string name) => element.Find(name)?.GetInt64();

    public static double? Number(this JsonElement element, string name) => element.Find(name)?.GetDouble();

    public static DateTime? Time(this JsonElement element, string name) => element.Find(name)?.AsTime();

    public static T Member<T>(this JsonElement element, string name, Func<JsonElement, T> read)
        where T : class
        => element.Find(name) is { } value ? read(value) : null;

    public static List<T> List<T>(this JsonElement element, string name, Func<JsonElement, T> read) =>
        element.Find(name) is { } value ? [.. value.EnumerateArray().Select(read)] : null;

    public static List<string> Texts(this JsonElement element, string name) => element.List(name, item => item.GetString());

    public static Dictionary<string, string> TextMap(this JsonElement element, string name) =>
        element.Find(name)?.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString());

    /// <summary>Seconds since 1970, or ISO 8601 text.</summary>
    public static DateTime AsTime(this JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? DateTime.UnixEpoch.AddTicks((long)(value.GetDecimal() * TimeSpan.TicksPerSecond))
        : value.GetDateTime().ToUniversalTime();

    private static JsonElement? Find(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
