using System.Globalization;
using System.Text;

namespace ContactCenter.Plots;

/// <summary>Texts and numbers as they may stand in a drawing, and how wide they are.</summary>
internal static class SvgText
{
    /// <summary>Size of all text, in units of the drawing.</summary>
    public const double Size = 12;

    /// <summary>No letter of the usual fonts is wider on average; a plot that is drawn by this clips nothing.</summary>
    private const double WidthOfLetter = 0.62 * Size;

    private const char Ellipsis = '\u2026';

    /// <summary>A number as attributes have it: at most two digits behind the point, in no culture.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A text that holds no markup: what could be some is written as what it is, and what no XML may hold is left out.</summary>
    public static string Encoded(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => written.Append("&lt;"),
                '>' => written.Append("&gt;"),
                '&' => written.Append("&amp;"),
                '"' => written.Append("&quot;"),
                '\'' => written.Append("&#39;"),
                '\t' or '\n' or '\r' => written.Append(' '),
                _ when IsAllowed(rune) => written.Append(rune.ToString()),
                _ => written,
            };
        }

        return written.ToString();
    }

    /// <summary>How wide a text is at most.</summary>
    public static double Width(string text) => text.EnumerateRunes().Sum(static rune => IsWide(rune) ? Size : WidthOfLetter);

    /// <summary>As much of a text as there is room for, with an ellipsis where something is missing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">The room, in units of the drawing.</param>
    public static string Fitted(string text, double room) => Width(text) <= room
        ? text
        : Shortened(text, Math.Max(1, (int)(room / (text.EnumerateRunes().Any(IsWide) ? Size : WidthOfLetter))));

    /// <summary>At most so many characters of a text.</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 1]) || most == 1 ? most - 1 : most;
        return $"{text.AsSpan(0, Math.Max(0, Math.Min(end, most - 1)))}{Ellipsis}";
    }

    /// <summary>
    /// What XML 1.0 allows (section 2.2), without the marks that turn the direction of text, by which a name could look like another.
    /// </summary>
    private static bool IsAllowed(Rune rune) =>
        rune.Value is >= 0x20 and not (>= 0x7F and <= 0x9F)
        && rune.Value is not (0xFFFE or 0xFFFF or 0xFFFD)
        && rune.Value is not (>= 0x202A and <= 0x202E) and not (>= 0x2066 and <= 0x2069) and not 0x200E and not 0x200F;

    /// <summary>Letters of East Asia and pictures are as wide as they are high.</summary>
    private static bool IsWide(Rune rune) => rune.Value is >= 0x1100 and not (>= 0x2000 and <= 0x2E7F);
}
