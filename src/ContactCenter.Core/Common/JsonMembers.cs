using System.Globalization;
using System.Text.Json;

namespace ContactCenter.Core.Common;

/// <summary>Reads members without trusting their presence, spelling of case, or type.</summary>
internal static class JsonMembers
{
    /// <summary>The member, first by exact name, then in any case; null when absent or JSON null.</summary>
    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (Exact(element, name) is { } exact)
        {
            return exact.ValueKind == JsonValueKind.Null ? null : exact;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.SafeName(), name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
            }
        }

        return null;
    }

    /// <summary>
    /// The member of this very name; a name beside it that holds a lone surrogate makes the reader give up, and only then.
    /// </summary>
    private static JsonElement? Exact(JsonElement element, string name)
    {
        try
        {
            return element.TryGetProperty(name, out var exact) ? exact : null;
        }
        catch (InvalidOperationException)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.SafeName() == name)
                {
                    return property.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The property's name; empty when it holds a lone surrogate, which cannot be a text.</summary>
    public static string SafeName(this JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>The member's text; null when absent or not a text.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name)?.AsText();

    /// <summary>The member's number, also when written as a text; null when absent, not a number or not finite.</summary>
    public static double? Number(this JsonElement element, string name) => element.Member(name)?.AsNumber();

    /// <summary>The element as a finite number, or null.</summary>
    public static double? AsNumber(this JsonElement element)
    {
        double value;
        var read = element.ValueKind switch
        {
            JsonValueKind.Number => element.TryGetDouble(out value),
            JsonValueKind.String => double.TryParse(element.AsText(), CultureInfo.InvariantCulture, out value),
            _ => Nothing(out value),
        };
        return read && double.IsFinite(value) ? value : null;
    }

    private static bool Nothing(out double value)
    {
        value = 0;
        return false;
    }

    /// <summary>
    /// The element's text, or null. A JSON string may hold a lone surrogate, which the reader refuses to turn into a text;
    /// such a text counts as absent.
    /// </summary>
    public static string? AsText(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Text, number or truth as text; null for anything else.</summary>
    public static string? AsWord(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.AsText(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary><see cref="AsWord"/> of a member.</summary>
    public static string? Word(this JsonElement element, string name) => element.Member(name)?.AsWord();
}
