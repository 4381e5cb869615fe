namespace ContactCenter.Language.Sentiment;

/// <summary>How a text sounds, and why.</summary>
/// <param name="Score">-1 to 1; 0 where nothing says anything.</param>
/// <param name="Words">What decided, the weightiest first; of a text with many the first <see cref="MaximumWords"/>.</param>
public sealed record SentimentReading(double Score, IReadOnlyList<SentimentWord> Words)
{
    /// <summary>Words that are named at most.</summary>
    public const int MaximumWords = 20;
}

/// <summary>A word, phrase or sign that decided.</summary>
/// <param name="Text">As it is written in the text.</param>
/// <param name="Weight">What it added: positive, negative; about as many as its valence of -4 to 4, changed by what stands around
/// it.</param>
public sealed record SentimentWord(string Text, double Weight);
