using System.Globalization;
using System.Text;
using ContactCenter.Core.Contacts.Messaging;

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

    internal static string Clean(string? text, int maximum, Func<Rune, bool> isAllowed)
    {
        if (text is null)
        {
            return None;
        }

        if (text.Length <= maximum && IsClean(text, isAllowed))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, maximum));
        var hasGaps = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > maximum)
            {
                break;
            }

            var isKept = !IsHidden(rune) && isAllowed(rune);
            hasGaps |= !isKept;
            _ = isKept ? clean.Append(rune.ToString()) : clean.Append(' ');
        }

        var value = clean.ToString().Trim();
        while (hasGaps && value.Contains("  ", StringComparison.Ordinal))
        {
            value = value.Replace("  ", " ", StringComparison.Ordinal);
        }

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
    /// Longest sentence in characters: about a minute of speech, a fifth of Amazon Connect's 32 KB however it is escaped, and a message of
    /// every <see cref="MessagingChannel"/>.
    /// </summary>
    public const int MaximumLength = 1000;

    private const string Entity = "&amp;";

    /// <summary>
    /// The text as it may be spoken, with "and" in the place of each <c>&amp;</c>, which would begin an entity of SSML;
    /// <see cref="FlowValue.None"/> when nothing is left.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Two-letter code of the language that is spoken, or null.</param>
    public static string Of(string? text, string? language = null) =>
        FlowValue.Clean(Fitting(Said(text, language)), MaximumLength, IsPlain);

    /// <summary>The text as it may be shown: an <c>&amp;</c> stays.</summary>
    public static string Shown(string? text) =>
        FlowValue.Clean(Fitting(text?.Replace(Entity, "&", StringComparison.OrdinalIgnoreCase)), MaximumLength, static rune =>
            rune.Value == '&' || IsPlain(rune));

    /// <summary>What is too long ends with a sentence, or between two words.</summary>
    private static string? Fitting(string? text) => text is null ? null : MessageText.Shorten(text, MaximumLength);

    /// <summary>The text as this contact gets it: spoken on the telephone, shown elsewhere; null when there is none.</summary>
    public static string? For(FlowRequest request, string? text)
    {
        ArgumentNullException.ThrowIfNull(request);
        return text is null ? null : request.Channel is "CHAT" or "EMAIL" or "TASK" ? Shown(text) : Of(text, SpokenLanguage.Of(request));
    }

    private static string? Said(string? text, string? language)
    {
        if (text?.Contains('&', StringComparison.Ordinal) != true)
        {
            return text;
        }

        var word = language switch
        {
            "de" => " und ",
            "fr" => " et ",
            "es" => " y ",
            "it" or "pt" => " e ",
            "nl" => " en ",
            _ => " and ",
        };

        var parts = text.Replace(Entity, "&", StringComparison.OrdinalIgnoreCase).Split('&', StringSplitOptions.TrimEntries);
        return string.Join(word, parts).Trim();
    }

    private static bool IsPlain(Rune rune) => rune.Value is not ('<' or '>' or '&' or '$' or '{' or '}' or '\\' or '`');
}
