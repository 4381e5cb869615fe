using System.Text;

namespace ContactCenter.Core.Notifications.Channels;

/// <summary>Says a text with ASCII characters alone, for text messages: one other character would halve the room.</summary>
public static class AsciiText
{
    private static readonly Dictionary<int, string> Spellings = new()
    {
        ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue", ['Ä'] = "Ae", ['Ö'] = "Oe", ['Ü'] = "Ue", ['ß'] = "ss",
        ['à'] = "a", ['á'] = "a", ['â'] = "a", ['ã'] = "a", ['å'] = "a", ['æ'] = "ae", ['ç'] = "c",
        ['è'] = "e", ['é'] = "e", ['ê'] = "e", ['ë'] = "e", ['ì'] = "i", ['í'] = "i", ['î'] = "i", ['ï'] = "i",
        ['ñ'] = "n", ['ò'] = "o", ['ó'] = "o", ['ô'] = "o", ['õ'] = "o", ['ø'] = "o", ['ù'] = "u", ['ú'] = "u", ['û'] = "u",
        ['À'] = "A", ['Á'] = "A", ['Â'] = "A", ['Ç'] = "C", ['È'] = "E", ['É'] = "E", ['Ê'] = "E", ['Ñ'] = "N", ['Ó'] = "O", ['Ø'] = "O",
        ['–'] = "-", ['—'] = "-", ['·'] = "-", ['’'] = "'", ['‘'] = "'", ['“'] = "\"", ['”'] = "\"", ['„'] = "\"", ['…'] = "~", ['\u00a0'] = " ",
        ['€'] = "EUR", ['≥'] = ">=", ['≤'] = "<=", ['×'] = "x",
    };

    /// <summary>The text on one line in printable ASCII; what has no spelling becomes <c>?</c>.</summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="maximumLength">At most so many characters; what is longer ends in <c>~</c>.</param>
    public static string Line(string? text, int maximumLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumLength);
        var ascii = new StringBuilder();
        foreach (var rune in CleanText.Line(text, Math.Max(1, maximumLength + 1)).EnumerateRunes())
        {
            ascii.Append(rune.Value is >= ' ' and <= '~' ? ((char)rune.Value).ToString() : Spellings.GetValueOrDefault(rune.Value, "?"));
        }

        return ascii.Length <= maximumLength ? ascii.ToString()
            : maximumLength == 0 ? ""
            : ascii.ToString(0, maximumLength - 1) + "~";
    }
}
