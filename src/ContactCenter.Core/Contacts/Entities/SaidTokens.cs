using System.Text;
using ContactCenter.Language.Text;

namespace ContactCenter.Core.Contacts.Entities;

/// <summary>
/// What a customer said, as words, figures and signs of currencies in their order, with what stands between them. Words and figures that
/// are written in one are two: <c>AB123</c> is <c>ab</c> and <c>123</c> with nothing between.
/// </summary>
internal sealed class SaidTokens
{
    /// <summary>Characters of a text that are read: who tells a longer story has named what it is about.</summary>
    public const int MaximumLength = 1000;

    private readonly string _text;
    private readonly List<(int Start, int End)> _places = [];
    private readonly List<string> _words = [];

    private SaidTokens(string text) => _text = text;

    /// <summary>The words: lower case, without umlauts, as <c>NumberWords</c> has them.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>How many there are.</summary>
    public int Count => _words.Count;

    /// <summary>One of the words; nothing outside of the text.</summary>
    public string this[int at] => at >= 0 && at < _words.Count ? _words[at] : "";

    /// <summary>Takes a text apart.</summary>
    public static SaidTokens Of(string text)
    {
        var composed = LetterComposition.Compose(text.Length > MaximumLength ? text[..MaximumLength] : text);
        var tokens = new SaidTokens(composed);
        for (var at = 0; at < composed.Length;)
        {
            var end = End(composed, at);
            if (end > at)
            {
                tokens._places.Add((at, end));
                tokens._words.Add(Folded(composed.AsSpan(at, end - at)));
            }

            at = Math.Max(end, at + 1);
        }

        return tokens;
    }

    /// <summary>What stands before a word: behind the word before it, or from the beginning of the text.</summary>
    public ReadOnlySpan<char> Gap(int at)
    {
        var start = at == 0 ? 0 : _places[at - 1].End;
        return _text.AsSpan(start..(at < Count ? _places[at].Start : _text.Length));
    }

    /// <summary>Whether a word is written in one with the word before it.</summary>
    public bool IsGlued(int at) => at > 0 && at < Count && Gap(at).IsEmpty;

    /// <summary>Whether it is written in figures.</summary>
    public bool IsFigures(int at) => this[at] is [>= '0' and <= '9', ..];

    /// <summary>The number in figures, of at most so many digits; null where none is.</summary>
    public int? Figures(int at, int digits) =>
        IsFigures(at) && this[at].Length <= digits ? int.Parse(this[at], System.Globalization.CultureInfo.InvariantCulture) : null;

    private static int End(string text, int at)
    {
        var kind = Kind(text[at]);
        if (kind is Sort.Other or Sort.Sign)
        {
            return kind == Sort.Other ? at : at + 1;
        }

        var end = at + 1;
        while (end < text.Length && (Kind(text[end]) == kind || (kind == Sort.Letter && text[end] is '\'' or '\u2019')))
        {
            end++;
        }

        return end;
    }

    private static Sort Kind(char letter) => letter switch
    {
        '€' or '$' or '£' => Sort.Sign,
        >= '0' and <= '9' => Sort.Digit,
        _ when char.IsLetter(letter) => Sort.Letter,
        _ => Sort.Other,
    };

    private static string Folded(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            _ = char.ToLowerInvariant(letter) switch
            {
                'ä' => folded.Append("ae"),
                'ö' => folded.Append("oe"),
                'ü' => folded.Append("ue"),
                'ß' => folded.Append("ss"),
                '\'' or '\u2019' => folded,
                var other => folded.Append(other),
            };
        }

        return folded.ToString();
    }

    private enum Sort
    {
        Other,
        Letter,
        Digit,
        Sign,
    }
}
