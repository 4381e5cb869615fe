using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ContactCenter.Core.Common;

/// <summary>
/// Writes an enum by its names as they are, such as <c>P1</c>, and reads them in any case; numbers are not accepted. The converter of .NET
/// is compiled once more for each enum, with all that it does for flags and numbers, and the functions have 66 of them.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
public class NamedEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (T)EnumNames.Read(ref reader, typeof(T));

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(EnumNames.Of(value, Policy));
    }

    /// <inheritdoc/>
    public sealed override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (T)EnumNames.Read(ref reader, typeof(T));

    /// <inheritdoc/>
    public sealed override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(EnumNames.Of(value, Policy));
    }

    /// <summary>How names are written; null: as they are.</summary>
    private protected virtual JsonNamingPolicy? Policy => null;
}

/// <summary>Writes an enum as the rest of the file is written, in camel case; numbers are not accepted.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class CamelCaseEnumConverter<T> : NamedEnumConverter<T>
    where T : struct, Enum
{
    private protected override JsonNamingPolicy? Policy => JsonNamingPolicy.CamelCase;
}

/// <summary>The names of any enum.</summary>
internal static class EnumNames
{
    /// <summary>The value that a text of JSON names, in any case; several names are read as .NET reads them, as a value of none.</summary>
    /// <exception cref="JsonException">It is no text, a number, or no name of a value.</exception>
    public static object Read(ref Utf8JsonReader reader, Type type) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
        && reader.GetString() is { Length: > 0 } text
        && char.IsLetter(text[0])
        && Enum.TryParse(type, text, ignoreCase: true, out var value)
            ? value
            : throw new JsonException();

    /// <summary>How a value is written.</summary>
    /// <exception cref="JsonException">It is none of its enum.</exception>
    public static string Of(Enum value, JsonNamingPolicy? policy)
    {
        var name = value.ToString();
        return !char.IsLetter(name[0]) ? throw new JsonException() : policy is null ? name : policy.ConvertName(name);
    }

    /// <summary>The schema of an enum, of one that may be missing, or of several; null for another type.</summary>
    /// <param name="type">How it is written.</param>
    /// <param name="node">What .NET says of it, which knows nothing of these names.</param>
    public static JsonObject? Schema(JsonTypeInfo type, JsonNode node)
    {
        ArgumentNullException.ThrowIfNull(type);
        var missing = Nullable.GetUnderlyingType(type.Type);
        var values = missing ?? type.Type;
        if (values.IsEnum)
        {
            return new JsonObject
            {
                ["enum"] = new JsonArray(
                [
                    .. Enum.GetNames(values).Select(name => JsonSerializer.SerializeToNode(Enum.Parse(values, name), type)),
                    .. missing is null ? Array.Empty<JsonNode?>() : [null],
                ]),
            };
        }

        if (type.ElementType is not { IsEnum: true } element || node is not JsonObject several)
        {
            return null;
        }

        var name = type.Kind == JsonTypeInfoKind.Dictionary ? "additionalProperties" : "items";
        several[name] = Schema(type.Options.GetTypeInfo(element), several);
        return several;
    }
}
