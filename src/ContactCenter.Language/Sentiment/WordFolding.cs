using ContactCenter.Language.Text;

namespace ContactCenter.Language.Sentiment;

/// <summary>
/// The form in which words are compared: lower case, without accents; German umlauts as two letters, because "schon" and "schön" are
/// different words; "can't" as "cant", "customer's" as "customer".
/// </summary>
internal static class WordFolding
{
    /// <summary>Folds a word into a buffer of at least twice its length.</summary>
    /// <param name="word">Letters, digits and apostrophes.</param>
    /// <param name="to">Where it is written.</param>
    /// <param name="run">Most times that a letter may stand in a row: two by default, as no word has three.</param>
    /// <returns>Characters written, and whether a letter stood more than twice in a row.</returns>
    public static (int Length, bool IsStretched) Fold(ReadOnlySpan<char> word, Span<char> to, int run = 2)
    {
        var length = 0;
        var same = 0;
        var stretched = false;
        var previous = '\0';
        for (var i = 0; i < word.Length; i++)
        {
            var letter = word[i];
            if (LetterFolding.IsApostrophe(letter))
            {
                var rest = word[(i + 1)..];
                if (rest.Length == 1 && rest[0] is 's' or 'S')
                {
                    break;
                }

                // "he'll" would be "hell"
                if (rest is ['l' or 'L', 'l' or 'L'])
                {
                    break;
                }

                continue;
            }

            if (LetterFolding.IsIgnored(letter))
            {
                continue;
            }

            var folded = LetterFolding.Fold(letter);
            same = folded == previous ? same + 1 : 1;
            previous = folded;
            stretched |= same > 2 && char.IsLetter(folded);
            if (same > run && char.IsLetter(folded))
            {
                continue;
            }

            to[length++] = folded;
            if (letter is 'ä' or 'Ä' or 'ö' or 'Ö' or 'ü' or 'Ü')
            {
                to[length++] = 'e';
            }
            else if (letter is 'ß' or 'ẞ')
            {
                to[length - 1] = 's';
                to[length++] = 's';
            }
        }

        return (length, stretched);
    }

    /// <summary>A word as the lexicon keeps it.</summary>
    public static string Fold(string word)
    {
        if (!word.AsSpan().ContainsAnyExceptInRange('a', 'z') && !HasRun(word))
        {
            return word;
        }

        Span<char> folded = stackalloc char[2 * word.Length];
        return folded[..Fold(word, folded).Length].ToString();
    }

    private static bool HasRun(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
            {
                return true;
            }
        }

        return false;
    }
}
