using System.Text;

namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>What a customer said, as words that can be compared: lower case, without umlauts and apostrophes.</summary>
internal sealed class SaidWords
{
    /// <summary>Nobody says more than that when asked for one thing; what is longer is cut.</summary>
    private const int MaximumLength = 500;

    private SaidWords(IReadOnlyList<string> words) => (All, Joined) = (words, $" {string.Join(' ', words)} ");

    /// <summary>The words in their order.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The words between blanks, with one before and behind, so that phrases can be looked for.</summary>
    public string Joined { get; }

    /// <summary>Takes a text apart.</summary>
    public static SaidWords Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Length > MaximumLength ? text.AsSpan(0, MaximumLength) : text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                _ = word.Append(Folded(char.ToLowerInvariant(letter)));
            }
            else if (letter is not ('\'' or '\u2019'))
            {
                Add(words, word);
            }
        }

        Add(words, word);
        return new SaidWords(words);
    }

    /// <summary>Whether one of the words is there.</summary>
    public bool HasAny(IReadOnlySet<string> words) => All.Any(words.Contains);

    /// <summary>Whether one of the phrases is there, word for word.</summary>
    public bool HasPhrase(IEnumerable<string> phrases) =>
        phrases.Any(phrase => Joined.Contains($" {phrase} ", StringComparison.Ordinal));

    private static void Add(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            _ = word.Clear();
        }
    }

    private static string Folded(char letter) => letter switch
    {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        _ => letter.ToString(),
    };
}
