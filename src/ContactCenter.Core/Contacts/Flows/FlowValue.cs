using System.Globalization;
using System.Text;

namespace ContactCenter.Core.Contacts.Flows;

/// <summary>Values that go back to a flow: never empty, because comparing with an empty attribute is an error there, and short.</summary>
public static class FlowValue
{
    /// <summary>What stands for "nothing".</summary>
    public const string None = "none";

    /// <summary>
    /// Longest value in characters: the ARN of a queue fits, and twenty of them stay below Amazon Connect's 32 KB however they are escaped.
    /// </summary>
    public const int MaximumLength = 192;

    /// <summary>The text without control characters and broken surrogates, cut; <see cref="None"/> when nothing is left.</summary>
    public static string Of(string? text) => Clean(text, MaximumLength, static _ => true);

    internal static string Clean(string? text, int longest, Func<Rune, bool> isAllowed)
    {
        if (text is null)
        {
            return None;
        }

        if (text.Length <= longest && IsClean(text, isAllowed))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            _ = IsHidden(rune) || !isAllowed(rune) ? clean.Append(' ') : clean.Append(rune.ToString());
        }

        var value = clean.ToString().Trim();
        return value.Length == 0 ? None : value;
    }

    // most values are clean already, and a hook has a dozen of them
    private static bool IsClean(string text, Func<Rune, bool> isAllowed)
    {
        foreach (var letter in text)
        {
            if (!char.IsAscii(letter) || char.IsControl(letter) || !isAllowed(new Rune(letter)))
            {
                return false;
            }
        }

        return text.Length > 0 && text[0] != ' ' && text[^1] != ' ';
    }

    // separators of lines and paragraphs, and marks that turn the direction of writing, are no control characters to Unicode
    private static bool IsHidden(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}

/// <summary>
/// Sentences that a flow speaks or shows. Whatever was put into them, they stay plain text: they cannot open a tag of SSML, a reference
/// to an attribute (<c>$.</c>), or another line.
/// </summary>
public static class FlowSpeech
{
    /// <summary>
    /// Longest sentence in characters: about a minute of speech, and a fifth of Amazon Connect's 32 KB however it is escaped.
    /// </summary>
    public const int MaximumLength = 1000;

    /// <summary>The text as it may be spoken; <see cref="FlowValue.None"/> when nothing is left.</summary>
    public static string Of(string? text) => FlowValue.Clean(text, MaximumLength, IsPlain);

    private static bool IsPlain(Rune rune) => rune.Value is not ('<' or '>' or '&' or '$' or '{' or '}' or '\\' or '`');
}
