using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContactCenter.Core.Contacts.Flows;

/// <summary>
/// Names and texts of JSON from outside. Half of a surrogate pair in an escape is valid to the parser and no valid text: a picture that was
/// cut in two costs a customer that picture and not the words before it. Bytes that are no UTF-8 make their own text absent and no other.
/// </summary>
internal static class LenientJson
{
    /// <summary>The text of a string, or null.</summary>
    public static string? Text(JsonElement? element)
    {
        if (element is not { ValueKind: JsonValueKind.String } text)
        {
            return null;
        }

        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return Repaired(text);
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

    /// <summary>The first member of this name in any letter case that is not null; null where there is none.</summary>
    public static JsonElement? Find(JsonElement json, string name)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
            {
                if (string.Equals(Name(member), name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind != JsonValueKind.Null)
                {
                    return member.Value;
                }
            }
        }

        return null;
    }

    private static string? Repaired(JsonElement text)
    {
        try
        {
            var read = Unescaped(text.GetRawText().AsSpan()[1..^1]);
            var repaired = new StringBuilder(read.Length);
            foreach (var rune in read.EnumerateRunes())
            {
                _ = rune == Rune.ReplacementChar ? repaired : repaired.Append(rune.ToString());
            }

            return repaired.ToString();
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    // the parser has checked the escapes
    private static string Unescaped(ReadOnlySpan<char> written)
    {
        var text = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '\\')
            {
                _ = text.Append(written[i]);
                continue;
            }

            i++;
            _ = text.Append(written[i] switch
            {
                'u' => (char)int.Parse(written.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                var other => other,
            });
            i += written[i] == 'u' ? 4 : 0;
        }

        return text.ToString();
    }
}
