namespace ContactCenter.Language.Sentiment;

/// <summary>Finds emoticons and emoji in a text.</summary>
internal static class Emoticons
{
    /// <summary>How long the emoticon or emoji is that begins here; 0 when none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where it may begin.</param>
    /// <param name="isStart">Whether a blank or nothing stands before: one of letters must stand alone.</param>
    /// <param name="entry">What it says.</param>
    public static int Find(ReadOnlySpan<char> text, int start, bool isStart, out LexiconEntry entry)
    {
        entry = default;
        var first = text[start];
        if (!SentimentLexicon.MayBeginSign(first) || (char.IsLetterOrDigit(first) && !isStart))
        {
            return 0;
        }

        for (var length = Math.Min(SentimentLexicon.MaximumSign, text.Length - start); length > 0; length--)
        {
            if (SentimentLexicon.IsSign(text.Slice(start, length), out entry) && StandsAlone(text, start, length))
            {
                return length;
            }
        }

        return 0;
    }

    // ":/" is no face in an address, ":\" and "D:" none in a path, "xD" none in a word, ":s" none in "price:small"
    private static bool StandsAlone(ReadOnlySpan<char> text, int start, int length)
    {
        var last = text[start + length - 1];
        var next = start + length < text.Length ? text[start + length] : ' ';
        var before = start > 0 ? text[start - 1] : ' ';
        if ((last == '\\' && char.IsLetter(before) && char.IsLetterOrDigit(next))
            || (last == ':' && char.IsLetter(text[start]) && !char.IsWhiteSpace(next)))
        {
            return false;
        }

        return !char.IsLetterOrDigit(last) && last < 0x80
            ? next is not '/' && !(char.IsDigit(before) && char.IsDigit(next))
            : last >= 0x80 || (!char.IsLetterOrDigit(next) && !char.IsLetterOrDigit(before));
    }
}
