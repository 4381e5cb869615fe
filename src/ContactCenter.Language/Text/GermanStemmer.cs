namespace ContactCenter.Language.Text;

/// <summary>
/// Takes German words to a common beginning, lightly: endings of number, case and person, "-ung", and the "ge-" of a participle.
/// Umlauts are folded before; written as ae, oe, ue they are folded here.
/// </summary>
internal static class GermanStemmer
{
    /// <summary>Letters of the longest of <see cref="Endings"/>.</summary>
    public const int MaximumEnding = 3;

    /// <summary>Endings that are taken off, the longest first.</summary>
    public static readonly string[] Endings = ["ern", "est", "em", "en", "er", "es", "et", "st", "e", "n", "s", "t"];

    /// <summary>Stems a folded word in its place and gives the length of what is left.</summary>
    public static int Stem(Span<char> word)
    {
        var length = FoldUmlauts(word);
        if (length > 6 && word[..length].StartsWith("ge") && word[length - 1] == 't')
        {
            word[2..length].CopyTo(word);
            length -= 2;
        }

        length = Strip(word, length);
        if (length > 6 && word[..length].EndsWith("ung"))
        {
            length -= 3;
        }

        return Strip(word, length);
    }

    private static int Strip(Span<char> word, int length)
    {
        foreach (var ending in Endings)
        {
            // four letters tell most German words apart
            if (length - ending.Length >= 4 && word[..length].EndsWith(ending))
            {
                return length - ending.Length;
            }
        }

        return length;
    }

    private static int FoldUmlauts(Span<char> word)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            // "neue", "Quelle": after e, a or q the two letters are no umlaut
            if (word[i] == 'e'
                && length > 0
                && word[length - 1] is 'a' or 'o' or 'u'
                && (length < 2 || word[length - 2] is not ('e' or 'a' or 'q'))
                && i + 1 < word.Length)
            {
                continue;
            }

            word[length++] = word[i];
        }

        return length;
    }
}
