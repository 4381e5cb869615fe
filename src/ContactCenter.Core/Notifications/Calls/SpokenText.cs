using System.Globalization;
using System.Text;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Notifications.Calls;

/// <summary>
/// A text as a voice may read it on the telephone: letters, digits and the marks between words. Nothing of it can begin an element or an
/// entity of SSML or a reference of a contact flow (<c>$.</c>), whoever wrote it.
/// </summary>
public static class SpokenText
{
    /// <summary>The text on one line, with a blank for whatever is not spoken.</summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="maximumLength">
    /// At most so many UTF-16 units, at least 1; what is longer ends after a whole word, and with a full stop.
    /// </param>
    public static string Of(string? text, int maximumLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, 1);
        var spoken = new StringBuilder();
        foreach (var rune in CleanText.Line(text, int.MaxValue).EnumerateRunes())
        {
            if (IsSpoken(rune))
            {
                spoken.Append(rune.ToString());
            }
            else if (spoken.Length > 0 && spoken[^1] != ' ')
            {
                spoken.Append(' ');
            }
        }

        var line = spoken.ToString().Replace("  ", " ", StringComparison.Ordinal).Trim();
        if (line.Length <= maximumLength)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', maximumLength - 1);
        end = end > 0 ? end : maximumLength - 1;
        return $"{line[..(end - (end > 0 && char.IsHighSurrogate(line[end - 1]) ? 1 : 0))].TrimEnd(',', ';', ':', '.', ' ')}.";
    }

    private static bool IsSpoken(Rune rune) => rune.Value switch
    {
        ' ' or '.' or ',' or ';' or ':' or '?' or '!' or '-' or '\'' or '%' or '/' or '(' or ')' or '+' => true,
        < 128 => Rune.IsLetterOrDigit(rune),
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber,
    };
}
