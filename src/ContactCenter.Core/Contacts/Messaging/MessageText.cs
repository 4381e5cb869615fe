namespace ContactCenter.Core.Contacts.Messaging;

/// <summary>
/// Makes texts fit: at the end of a sentence, else between words, never within a link, and a question at the end stays whole.
/// </summary>
public static class MessageText
{
    /// <summary>What shows that something was left out.</summary>
    private const string More = " \u2026";

    /// <summary>A shorter piece of a text is worth less than nothing.</summary>
    private const int MinimumPiece = 20;

    private static readonly char[] Ends = ['.', '!', '?'];

    /// <summary>The text, shortened where it is longer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximum">Characters that there is room for.</param>
    public static string Shorten(string text, int maximum)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= maximum)
        {
            return text;
        }

        var room = maximum - More.Length;
        if (room < 1)
        {
            return "";
        }

        // the letter behind the piece is looked at, so that what ends exactly there is whole
        var sentence = -1;
        var word = -1;
        for (var i = 1; i <= room; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                word = i;
                sentence = Ends.Contains(text[i - 1]) ? i : sentence;
            }
        }

        // a sentence that ends in the first half would cost more than it is worth
        var cut = sentence >= room / 2 ? sentence : word;
        if (cut < 0)
        {
            // one word, or a link, fills it: a piece of a link leads nowhere
            cut = text[..room].Contains("://", StringComparison.Ordinal) ? 0 : room - (char.IsHighSurrogate(text[room - 1]) ? 1 : 0);
        }

        return cut == 0 ? "" : text[..cut].TrimEnd() + More;
    }

    /// <summary>Both texts in one, the first one shortened so that the last one, which is a question, stays whole.</summary>
    /// <param name="first">What is said before.</param>
    /// <param name="last">The question.</param>
    /// <param name="maximum">Characters that there is room for.</param>
    public static string Join(string first, string last, int maximum)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(last);
        var room = maximum - last.Length - 1;
        var before = first.Length <= room ? first : room < MinimumPiece ? "" : Shorten(first, room);
        return before.Length == 0 ? last : $"{before} {last}";
    }
}
