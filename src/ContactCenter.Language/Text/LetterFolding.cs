namespace ContactCenter.Language.Text;

/// <summary>
/// Folds a character to the form in which words are compared: lower case, without Latin accents. Written as a table because
/// Unicode normalisation allocates and is switched off with invariant globalisation.
/// </summary>
internal static class LetterFolding
{
    private const char FirstFolded = '\u00C0';

    // U+00C0 to U+017F, one base letter each; '*' keeps the character itself.
    private const string Latin =
        "aaaaaaaceeeeiiii" + "dnooooo*ouuuuyts" + "aaaaaaaceeeeiiii" + "dnooooo*ouuuuyty" +
        "aaaaaaccccccccdd" + "ddeeeeeeeeeegggg" + "gggghhhhiiiiiiii" + "iiiijjkkklllllll" +
        "lllnnnnnnnnnoooo" + "oooorrrrrrssssss" + "ssttttttuuuuuuuu" + "uuuuwwyyyzzzzzzs";

    /// <summary>The folded character; the character itself where nothing is known about it.</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
        {
            return (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c;
        }

        var offset = c - FirstFolded;
        if ((uint)offset < (uint)Latin.Length)
        {
            var folded = Latin[offset];
            return folded == '*' ? c : folded;
        }

        return char.ToLowerInvariant(c);
    }

    /// <summary>A word in the form in which it is compared.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (!IsIgnored(c))
            {
                folded[length++] = Fold(c);
            }
        }

        return folded[..length].ToString();
    }

    /// <summary>What stands for letters left out, however it is typed.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2018' or '\u2019' or '`' or '\u00B4' or '\u02BC';

    /// <summary>
    /// Marks that change how a character looks but not what the word is: combining accents, joiners, variation selectors, apostrophes.
    /// </summary>
    public static bool IsIgnored(char c) => IsApostrophe(c) || c is
        (>= '\u0300' and <= '\u036F') or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F')
        or '\u00AD';

    /// <summary>Scripts written without spaces (Thai, Chinese, Japanese): there each character is taken as a word of its own.</summary>
    public static bool IsUnspacedScript(char c) => c is
        (>= '\u0E00' and <= '\u0E7F') or (>= '\u2E80' and <= '\u2FFF') or (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF');
}
