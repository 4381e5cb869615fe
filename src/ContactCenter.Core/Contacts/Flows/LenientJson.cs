using System.Text.Json;

namespace ContactCenter.Core.Contacts.Flows;

/// <summary>
/// Names and texts of JSON from outside. Half of a surrogate pair in an escape and bytes that are no UTF-8 are valid to the parser and no
/// valid text; such a text is as good as absent, and the rest of the document is read.
/// </summary>
internal static class LenientJson
{
    /// <summary>The text of a string, or null.</summary>
    public static string? Text(JsonElement? element)
    {
        try
        {
            return element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a member, or null.</summary>
    public static string? Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
