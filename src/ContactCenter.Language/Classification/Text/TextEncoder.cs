using System.Globalization;
using ContactCenter.Language.Text;

namespace ContactCenter.Language.Classification.Text;

/// <summary>
/// Turns text into hashed features: words, fragments of two to five characters inside a word (with its edges), neighbouring words, and
/// unordered pairs of words that stand near each other. One pass, no allocation once the buffers have grown.
/// </summary>
internal static class TextEncoder
{
    private const int MinimumFragment = 2;
    private const int MaximumFragment = 5;

    // Pairs reach three words ahead: enough to bridge an article or an adjective; more cost features and gave nothing in validation.
    private const int PairReach = 3;

    private const char Edge = '\u0002';
    private const uint WordSeed = 0x811C9DC5;
    private const uint FragmentSeed = 0x9747B28C;
    private const uint Prime = 0x01000193;

    /// <summary>Encodes <paramref name="text"/> into <paramref name="target"/>, which is cleared first.</summary>
    public static void Encode(ReadOnlySpan<char> text, EncodedText target)
    {
        target.Clear();
        if (text.Length > EncodedText.MaxCharacters)
        {
            text = text[..EncodedText.MaxCharacters];
        }

        Span<char> word = stackalloc char[EncodedText.MaxWordCharacters + 2];
        word[0] = Edge;
        foreach (var token in new Tokenizer(text, PersonalDataMask.MaskedDigit))
        {
            var first = text[token.Start];
            if (token.Kind == TokenKind.Word)
            {
                target.SaysSomething = true;
                AddWord(word, Fold(text[token.Start..token.End], word[1..^1]), token, target);
            }
            else if (token.Kind == TokenKind.Symbol)
            {
                AddSymbol(first, text[token.Start + 1], token.Start, target);
            }
            else if (token.Kind == TokenKind.Character || first is '?' or '!' || IsPicture(first))
            {
                target.SaysSomething |= first is not ('?' or '!');
                word[1] = first;
                AddWord(word, 1, token, target);
            }
        }

        AddPairs(target);
    }

    /// <summary>
    /// The fragments of one word beside their hashes, in the order in which <see cref="Encode"/> made them; the word itself comes first.
    /// Underscores stand for the edges of the word.
    /// </summary>
    public static List<(string Name, uint Hash)> NameFragments(ReadOnlySpan<char> source, ReadOnlySpan<uint> hashes)
    {
        Span<char> word = stackalloc char[EncodedText.MaxWordCharacters + 2];
        word[0] = '_';
        var length = 1 + Fold(source, word[1..^1]);
        word[length++] = '_';
        var named = new List<(string, uint)>(hashes.Length) { (word[..length].ToString(), hashes[0]) };
        var next = 1;
        for (var i = 0; i < length; i++)
        {
            for (var n = MinimumFragment; n <= Math.Min(MaximumFragment, length - i) && next < hashes.Length; n++)
            {
                named.Add((word.Slice(i, n).ToString(), hashes[next++]));
            }
        }

        return named;
    }

    // What a broken decoding leaves behind is a symbol too, but says nothing.
    private static bool IsPicture(char c) => c != '\uFFFD' && char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol;

    /// <summary>Writes the letters of a word that count, as far as there is room.</summary>
    private static int Fold(ReadOnlySpan<char> written, Span<char> word)
    {
        var length = 0;
        foreach (var c in written)
        {
            if (length < word.Length && !LetterFolding.IsIgnored(c))
            {
                // Every digit is the same digit: amounts and numbers tell by their shape, and no number is learned by heart.
                word[length++] = char.IsDigit(c) || c == PersonalDataMask.MaskedDigit ? '0' : LetterFolding.Fold(c);
            }
        }

        return length;
    }

    private static void AddWord(Span<char> word, int count, Token token, EncodedText target)
    {
        if (target.Words == EncodedText.MaxWords)
        {
            return;
        }

        var hash = WordSeed;
        for (var i = 1; i <= count; i++)
        {
            hash = (hash ^ word[i]) * Prime;
        }

        hash = Mix(hash);
        target.Add(hash);
        word[count + 1] = Edge;
        AddFragments(word[..(count + 2)], target);
        EndWord(hash, token.Start, token.End - token.Start, target);
    }

    private static void AddFragments(ReadOnlySpan<char> word, EncodedText target)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var hash = FragmentSeed;
            var longest = Math.Min(MaximumFragment, word.Length - i);
            for (var n = 1; n <= longest; n++)
            {
                hash = (hash ^ word[i + n - 1]) * Prime;
                if (n >= MinimumFragment)
                {
                    target.Add(Mix((hash * 31) + (uint)n));
                }
            }
        }
    }

    private static void AddSymbol(char high, char low, int position, EncodedText target)
    {
        var codePoint = char.ConvertToUtf32(high, low);
        var isSkinTone = codePoint is >= 0x1F3FB and <= 0x1F3FF;
        if (isSkinTone || target.Words == EncodedText.MaxWords)
        {
            return;
        }

        target.SaysSomething = true;
        var hash = Mix((uint)codePoint * Prime);
        target.Add(hash);
        EndWord(hash, position, 2, target);
    }

    private static void EndWord(uint hash, int start, int length, EncodedText target)
    {
        var index = target.Words++;
        target.WordHash[index] = hash;
        target.WordEnd[index] = target.Count;
        target.SourceStart[index] = start;
        target.SourceLength[index] = length;
    }

    private static void AddPairs(EncodedText target)
    {
        var words = target.WordHash.AsSpan(0, target.Words);
        for (var i = 0; i < words.Length; i++)
        {
            var last = Math.Min(words.Length - 1, i + PairReach);
            for (var j = i + 1; j <= last; j++)
            {
                if (j == i + 1)
                {
                    target.Add(Mix((words[i] * 0x9E3779B1) + (words[j] * 0x27D4EB2F) + 1));
                }

                var (a, b) = words[i] <= words[j] ? (words[i], words[j]) : (words[j], words[i]);
                target.Add(Mix((a * 0x85EBCA6B) ^ (b * 0xC2B2AE35)));
            }
        }
    }

    // The finaliser of MurmurHash3 (public domain, Austin Appleby): every input bit reaches every output bit.
    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
