using System.Buffers;
using ContactCenter.Language.Text;

namespace ContactCenter.Language.Sentiment;

/// <summary>
/// Says how a short text sounds, from -1 to 1, without a model or a call: the valences of its words, turned around by negation,
/// strengthened by boosters, capitals, exclamation marks and drawn-out letters, and weighed by "but". English and German. Allocates
/// nothing beyond the explanation, and can be used by many at once.
/// </summary>
public sealed class SentimentScorer
{
    /// <summary>Of a longer text the beginning is read.</summary>
    public const int MaximumCharacters = SentimentText.MaximumCharacters;

    /// <summary>Words of the longest phrase.</summary>
    public const int MaximumPhrase = SentimentLexicon.MaximumPhrase;

    /// <summary>Valences are between this and its negative.</summary>
    public const int MaximumValence = 4;

    private readonly SentimentLexicon _lexicon;

    /// <summary>With words of a center besides the packaged ones.</summary>
    /// <param name="domain">Words or phrases of up to seven words, each with a valence of -4 to 4; they take precedence.</param>
    public SentimentScorer(IReadOnlyDictionary<string, int> domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        _lexicon = new SentimentLexicon(domain);
    }

    /// <summary>The packaged words alone.</summary>
    public static SentimentScorer Default { get; } = new(new Dictionary<string, int>());

    /// <summary>How a text sounds: -1 to 1. Of a text beyond 20,000 characters the beginning is read.</summary>
    public double Score(ReadOnlySpan<char> text) => Score(text, null);

    /// <summary>How a text sounds in a language that is known, so that "war" is German for "was" and no war.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">
    /// Two-letter code; the words themselves tell where it is null. In a language without packaged words only signs and emoji say
    /// something.
    /// </param>
    public double Score(ReadOnlySpan<char> text, string? language) => Read(text, language, null);

    /// <summary>How a text sounds, and which words decided.</summary>
    public SentimentReading Explain(ReadOnlySpan<char> text)
    {
        var words = new List<SentimentWord>();
        var score = Read(text, null, words);
        return new SentimentReading(
            score,
            [
                .. words.Where(static word => word.Weight != 0)
                    .OrderByDescending(static word => Math.Abs(word.Weight))
                    .Take(SentimentReading.MaximumWords)
            ]);
    }

    /// <summary>
    /// Whether a word or phrase of a configuration can be found in a text: words of letters and digits, blanks between them.
    /// </summary>
    public static bool CanRead(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var words = phrase.Split(' ');
        return words.Length <= MaximumPhrase
            && Array.TrueForAll(
                words,
                static word =>
                    word.Length > 0
                        && word.All(static c => char.IsLetterOrDigit(c) || LetterFolding.IsApostrophe(c))
                        && word.Any(char.IsLetterOrDigit));
    }

    private double Read(ReadOnlySpan<char> written, string? language, List<SentimentWord>? words)
    {
        if (!LetterComposition.NeedsComposing(written))
        {
            return ReadComposed(written, language, words);
        }

        written = written[..Math.Min(written.Length, MaximumCharacters)];
        var composed = ArrayPool<char>.Shared.Rent(written.Length);
        var score = ReadComposed(composed.AsSpan(0, LetterComposition.Compose(written, composed)), language, words);
        ArrayPool<char>.Shared.Return(composed);
        return score;
    }

    private double ReadComposed(ReadOnlySpan<char> written, string? language, List<SentimentWord>? words)
    {
        var text = new SentimentText(written, language, _lexicon);
        try
        {
            return new SentimentSum(new SentimentPhrases(text, _lexicon), words).Score();
        }
        finally
        {
            text.Return();
        }
    }
}
