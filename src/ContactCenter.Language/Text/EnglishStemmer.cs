namespace ContactCenter.Language.Text;

/// <summary>
/// Takes English words to their stem, after the idea of Porter (1980, "An algorithm for suffix stripping"): endings go while enough of
/// the word is left. What is left need not be a word; it is compared with what is left of others.
/// </summary>
internal static class EnglishStemmer
{
    // An ending, what takes its place, the longest first.
    private static readonly (string Ending, string Instead)[] Derivations =
    [
        ("ational", "ate"), ("ization", "ize"), ("isation", "ize"), ("fulness", "ful"), ("iveness", "ive"), ("ousness", "ous"),
        ("tional", "tion"),
        ("ation", "ate"), ("ition", "it"), ("ement", ""), ("ment", ""), ("ance", ""), ("ence", ""), ("able", ""), ("ible", ""),
        ("ness", ""),
        ("tion", "t"), ("sion", "s"), ("ize", ""), ("ise", ""), ("ate", ""), ("ity", ""), ("ful", ""), ("ive", ""), ("ous", ""), ("al", ""),
        ("er", ""), ("or", ""), ("ly", ""),
    ];

    /// <summary>Stems a folded word in its place and gives the length of what is left.</summary>
    public static int Stem(Span<char> word)
    {
        var length = word.Length;
        if (length < 4)
        {
            return length;
        }

        length = Plural(word[..length]);
        length = Tense(word, length);
        if (length > 3 && word[length - 1] == 'y' && !IsVowel(word, length - 2))
        {
            word[length - 1] = 'i';
        }

        length = Derivation(word, length);
        if (length > 3 && word[length - 1] == 'e')
        {
            length--;
        }

        return length > 3 && word[length - 1] == word[length - 2] && word[length - 1] is 'l' or 't' or 'r' or 'n' or 'p'
            ? length - 1
            : length;
    }

    private static int Plural(Span<char> word)
    {
        var length = word.Length;
        if (word.EndsWith("sses"))
        {
            return length - 2;
        }

        if (word.EndsWith("ies"))
        {
            word[length - 3] = 'y';
            return length - 2;
        }

        return word[length - 1] == 's' && word[length - 2] is not ('s' or 'u' or 'i') ? length - 1 : length;
    }

    private static int Tense(Span<char> word, int length)
    {
        var ending = word[..length].EndsWith("ing") ? 3 : word[..length].EndsWith("ed") ? 2 : 0;
        var stem = length - ending;
        if (ending == 0 || stem < 3 || !HasVowel(word[..stem]))
        {
            return length;
        }

        // planned, plan
        return word[stem - 1] == word[stem - 2] && word[stem - 1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem - 1 : stem;
    }

    private static int Derivation(Span<char> word, int length)
    {
        foreach (var (ending, instead) in Derivations)
        {
            if (word[..length].EndsWith(ending))
            {
                var stem = length - ending.Length;
                if (stem < 3 || Measure(word[..stem]) < (ending.Length < 3 ? 2 : 1))
                {
                    return length;
                }

                instead.CopyTo(word[stem..]);
                return stem + instead.Length;
            }
        }

        return length;
    }

    /// <summary>How often a vowel is followed by a consonant: a measure of the syllables that are left.</summary>
    private static int Measure(ReadOnlySpan<char> stem)
    {
        var measure = 0;
        for (var i = 1; i < stem.Length; i++)
        {
            measure += IsVowel(stem, i - 1) && !IsVowel(stem, i) ? 1 : 0;
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (IsVowel(stem, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(
        ReadOnlySpan<char> word,
        int i) =>
            word[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[i] == 'y' && i > 0 && word[i - 1] is not ('a' or 'e' or 'i' or 'o' or 'u'));
}
