namespace ContactCenter.Language.Text;

/// <summary>
/// Puts a letter and the accent behind it together: keyboards and files of some systems send "ü" as "u" and a mark. Whatever compares
/// letters composes first, or "für" is one word from here and another from there. Latin letters; written as a table because Unicode
/// normalisation is switched off with invariant globalisation.
/// </summary>
public static class LetterComposition
{
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036F';

    // Per mark: the letters that take it, and under each what becomes of it.
    private static readonly (char Mark, string Letters, string Composed)[] Table =
    [
        ('\u0300', "AEIOUNaeioun", "ÀÈÌÒÙǸàèìòùǹ"),
        ('\u0301', "AEIOUYCLNRSZaeiouyclnrsz", "ÁÉÍÓÚÝĆĹŃŔŚŹáéíóúýćĺńŕśź"),
        ('\u0302', "AEIOUCGHJSWYaeioucghjswy", "ÂÊÎÔÛĈĜĤĴŜŴŶâêîôûĉĝĥĵŝŵŷ"),
        ('\u0303', "ANOIUanoiu", "ÃÑÕĨŨãñõĩũ"),
        ('\u0304', "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
        ('\u0306', "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"),
        ('\u0307', "CEGIZcegz", "ĊĖĠİŻċėġż"),
        ('\u0308', "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
        ('\u030A', "AUau", "ÅŮåů"),
        ('\u030B', "OUou", "ŐŰőű"),
        ('\u030C', "CDENRSTZLcdenrstzl", "ČĎĚŇŘŠŤŽĽčďěňřšťžľ"),
        ('\u0327', "CGKLNRSTcgklnrst", "ÇĢĶĻŅŖŞŢçģķļņŗşţ"),
        ('\u0328', "AEIUaeiu", "ĄĘĮŲąęįų"),
    ];

    /// <summary>The text with composed letters; the same string where there is nothing to compose.</summary>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!NeedsComposing(text))
        {
            return text;
        }

        var composed = new char[text.Length];
        return new string(composed, 0, Compose(text, composed));
    }

    /// <summary>Whether a mark stands in the text that could belong to a letter.</summary>
    public static bool NeedsComposing(ReadOnlySpan<char> text) => text.ContainsAnyInRange(FirstMark, LastMark);

    /// <summary>Composes into a buffer of at least the same length, and tells how much of it is used.</summary>
    public static int Compose(ReadOnlySpan<char> text, Span<char> composed)
    {
        var length = 0;
        foreach (var letter in text)
        {
            if (length > 0 && letter is >= FirstMark and <= LastMark && Together(composed[length - 1], letter) is not '\0' and var whole)
            {
                composed[length - 1] = whole;
            }
            else
            {
                composed[length++] = letter;
            }
        }

        return length;
    }

    private static char Together(char letter, char mark)
    {
        foreach (var (known, letters, composed) in Table)
        {
            if (known == mark)
            {
                return letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? composed[at] : '\0';
            }
        }

        return '\0';
    }
}
