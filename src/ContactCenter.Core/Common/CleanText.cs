using System.Globalization;
using System.Text;

namespace ContactCenter.Core.Common;

/// <summary>
/// Texts as channels may show them: bounded, without control characters (which forge lines), and without invisible format characters
/// (Unicode category Cf; the bidirectional ones among them make a text read differently from what it is).
/// </summary>
public static class CleanText
{
    /// <summary>The text on one line.</summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="maximumLength">At most so many UTF-16 units, at least 1; what is longer ends in "…".</param>
    public static string Line(string? text, int maximumLength) => Clean(text, maximumLength, keepsLineFeeds: false);

    /// <summary>The text with its line feeds.</summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="maximumLength">At most so many UTF-16 units, at least 1; what is longer ends in "…".</param>
    public static string Paragraphs(string? text, int maximumLength) => Clean(text, maximumLength, keepsLineFeeds: true);

    private static string Clean(string? text, int maximumLength, bool keepsLineFeeds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, 1);
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (text.Length <= maximumLength && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, maximumLength));
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = Shown(rune, keepsLineFeeds);
            if (shown is not { } visible)
            {
                continue;
            }

            if (clean.Length + visible.Utf16SequenceLength > maximumLength)
            {
                return Shorten(clean, maximumLength);
            }

            clean.Append(visible);
        }

        return clean.ToString();
    }

    /// <summary>What is shown for a character; null: nothing. A lone surrogate arrives as the replacement character.</summary>
    private static Rune? Shown(Rune rune, bool keepsLineFeeds) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control when keepsLineFeeds && rune.Value == '\n' => rune,
        UnicodeCategory.Control when keepsLineFeeds && rune.Value == '\r' => null,
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => new Rune(' '),
        UnicodeCategory.Format => null,
        _ => rune,
    };

    private static string Shorten(StringBuilder clean, int maximumLength)
    {
        if (clean.Length == maximumLength)
        {
            clean.Length -= clean.Length > 1 && char.IsLowSurrogate(clean[^1]) ? 2 : 1;
        }

        return clean.Append('…').ToString();
    }
}
