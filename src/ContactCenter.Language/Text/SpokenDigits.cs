using System.Text.RegularExpressions;

namespace ContactCenter.Language.Text;

/// <summary>
/// Numbers that are spoken or written as words, English and German: "four one one one", "null sieben acht", "forty-one eleven". A few such
/// words in a row count something; many are the digits of a number that nobody else should know.
/// </summary>
internal static partial class SpokenDigits
{
    /// <summary>One digit in words, or some as they are typed, with what may stand before the next.</summary>
    internal const string Run =
        @"(?:(?:(?:double|triple|doppel)[ \-]?)?(?:" + Word + @"|\d{1,4})(?![\p{L}\d])[^\p{L}\p{Nd}]{0,3}(?:(?:and|und)\s)?)";

    private const string Word =
        "zero|oh|o|nought|null|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
        + "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|eins|ein|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht"
        + "|neun|zehn|elf|zwölf|zwoelf|dreizehn|vierzehn|fünfzehn|fuenfzehn|sechzehn|siebzehn|achtzehn|neunzehn"
        + "|(?:(?:ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)und)?"
        + "(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig)";

    // Fewer are a count, a time or a year: "one or two", "neunzehn neunzig".
    private const int MinimumDigits = 6;

    /// <summary>The text with such numbers hidden, a mark for each word and digit.</summary>
    public static string Mask(string text) => Number().Replace(text, static match =>
        Words().Count(match.Value) > 0 && Digits(match.Value) >= MinimumDigits ? Hide(match.Value) : match.Value);

    /// <summary>A mark in the place of each word and digit.</summary>
    public static string Hide(string value) => Words().Replace(Digit().Replace(value, Mark), Mark);

    private const string Mark = "#";

    private static int Digits(string run) => Words().Count(run) + Digit().Count(run);

    [GeneratedRegex(@"(?<![\p{L}\d])" + Run + "{3,}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<!\p{L})(?:" + Word + @")(?!\p{L})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant)]
    private static partial Regex Digit();
}
