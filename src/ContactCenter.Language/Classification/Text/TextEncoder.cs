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
        var length = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (LetterFolding.IsIgnored(c))
            {
                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                Flush(text, word, ref length, start, i, target);
                AddSymbol(c, text[i + 1], i, target);
                i++;
                continue;
            }

            var isNumber = char.IsDigit(c) || c == PersonalDataMask.MaskedDigit;
            if (isNumber || (char.IsLetter(c) && !LetterFolding.IsUnspacedScript(c)))
            {
                target.SaysSomething = true;
                start = length == 0 ? i : start;
                if (length < EncodedText.MaxWordCharacters)
                {
                    // Every digit is the same digit: amounts and numbers tell by their shape, and no number is learned by heart.
                    word[1 + length++] = isNumber ? '0' : LetterFolding.Fold(c);
                }

                continue;
            }

            Flush(text, word, ref length, start, i, target);
            if (c is '?' or '!' || LetterFolding.IsUnspacedScript(c) || IsPicture(c))
            {
                target.SaysSomething |= c is not ('?' or '!');
                word[1] = c;
                length = 1;
                Flush(text, word, ref length, i, i + 1, target);
            }
        }

        Flush(text, word, ref length, start, text.Length, target);
        AddPairs(target);
    }

    /// <summary>
    /// The fragments of one word beside their hashes, in the order in which <see cref="Encode"/> made them; the word itself comes first.
    /// Underscores stand for the edges of the word.
    /// </summary>
    public static List<(string Name, uint Hash)> NameFragments(ReadOnlySpan<char> source, ReadOnlySpan<uint> hashes)
    {
        Span<char> word = stackalloc char[EncodedText.MaxWordCharacters + 2];
        var length = 0;
        word[length++] = '_';
        foreach (var c in source)
        {
            if (!LetterFolding.IsIgnored(c) && length <= EncodedText.MaxWordCharacters)
            {
                word[length++] = char.IsDigit(c) || c == PersonalDataMask.MaskedDigit ? '0' : LetterFolding.Fold(c);
            }
        }

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

    private static void Flush(ReadOnlySpan<char> text, Span<char> word, ref int length, int start, int end, EncodedText target)
    {
        if (length == 0)
        {
            return;
        }

        var count = length;
        length = 0;
        if (target.Words == EncodedText.MaxWords)
        {
            return;
        }

        while (end > start + 1 && LetterFolding.IsIgnored(text[end - 1]))
        {
            end--;
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
        EndWord(hash, start, end - start, target);
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
