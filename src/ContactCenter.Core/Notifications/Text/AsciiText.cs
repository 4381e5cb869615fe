using System.Text;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>Says a text with ASCII characters alone, for text messages: one other character would halve the room.</summary>
public static class AsciiText
{
    private static readonly Dictionary<int, string> Spellings = string.Join(
            ' ',
            "ä=ae ö=oe ü=ue Ä=Ae Ö=Oe Ü=Ue ß=ss æ=ae ø=o Ø=O å=a ç=c Ç=C ñ=n Ñ=N",
            "à=a á=a â=a ã=a è=e é=e ê=e ë=e ì=i í=i î=i ï=i ò=o ó=o ô=o õ=o ù=u ú=u û=u",
            "À=A Á=A Â=A È=E É=E Ê=E Ó=O",
            "–=- —=- ·=- •=- ’=' ‘=' “=\" ”=\" „=\" …=~ €=EUR ≥=>= ≤=<= ×=x")
        .Split(' ')
        .ToDictionary(spelling => (int)spelling[0], spelling => spelling[2..]);

    /// <summary>True when every letter of a text has a spelling, so that <see cref="Line"/> loses nothing.</summary>
    public static bool Spells(string? text) => CleanText.Line(text, int.MaxValue).EnumerateRunes().All(static rune =>
        rune.Value is >= ' ' and <= '~' || Rune.IsWhiteSpace(rune) || Spellings.ContainsKey(rune.Value));

    /// <summary>The text on one line in printable ASCII; what has no spelling becomes <c>?</c>.</summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="maximumLength">At most so many characters; what is longer ends in <c>~</c>.</param>
    public static string Line(string? text, int maximumLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumLength);
        var ascii = new StringBuilder();
        foreach (var rune in CleanText.Line(text, Math.Max(1, maximumLength + 1)).EnumerateRunes())
        {
            ascii.Append(rune.Value is >= ' ' and <= '~' ? ((char)rune.Value).ToString()
                : Rune.IsWhiteSpace(rune) ? " "
                : Spellings.GetValueOrDefault(rune.Value, "?"));
        }

        return ascii.Length <= maximumLength ? ascii.ToString()
            : maximumLength == 0 ? ""
            : ascii.ToString(0, maximumLength - 1) + "~";
    }
}
