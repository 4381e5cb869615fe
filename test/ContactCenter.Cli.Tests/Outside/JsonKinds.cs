using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ContactCenter.Cli.Tests.Outside;

/// <summary>How a single value is written: its kind, and of an enumeration every spelling.</summary>
internal static class JsonKinds
{
    public static string Of(JsonTypeInfo type)
    {
        var (value, mayBeNull) = Nullable.GetUnderlyingType(type.Type) is { } underlying ? (underlying, " or null") : (type.Type, "");
        return (value.IsEnum ? Spellings(value, type.Options) : Kind(value, type.Options)) + mayBeNull;
    }

    private static string Spellings(Type type, JsonSerializerOptions options) =>
        string.Join(
            " | ", Enum.GetValues(type).Cast<object>().Select(value => Written(value, type, options)).Order(StringComparer.Ordinal));

    private static string Kind(Type type, JsonSerializerOptions options)
    {
        if (type == typeof(string) || type == typeof(Uri))
        {
            return "string";
        }

        if (type == typeof(object) || !type.IsValueType)
        {
            return "any";
        }

        using var written = JsonDocument.Parse(Written(Activator.CreateInstance(type)!, type, options));
        return written.RootElement.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => "number",
            JsonValueKind.Array => $"[{string.Join(", ", written.RootElement.EnumerateArray().Select(element => element.ValueKind))}]",

            // the form tells a duration from a time of day, and both from a moment
            _ => $"string such as {written.RootElement.GetRawText()}",
        };
    }

    private static string Written(object value, Type type, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(value, options.GetTypeInfo(type));
}
