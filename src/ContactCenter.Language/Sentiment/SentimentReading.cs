namespace ContactCenter.Language.Sentiment;

/// <summary>How a text sounds, and why.</summary>
/// <param name="Score">-1 to 1; 0 where nothing says anything.</param>
/// <param name="Words">What decided, the weightiest first; of a text with many the first <see cref="MostWords"/>.</param>
public sealed record SentimentReading(double Score, IReadOnlyList<SentimentWord> Words)
{
    /// <summary>Words that are named at most.</summary>
    public const int MostWords = 20;
}
