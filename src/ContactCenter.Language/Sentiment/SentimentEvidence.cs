namespace ContactCenter.Language.Sentiment;

/// <summary>What the words of a sentence or text say together.</summary>
/// <param name="Sum">Of what they add.</param>
/// <param name="Size">Of how much that is, whichever its direction.</param>
/// <param name="Squares">Sum of the squares.</param>
internal readonly record struct SentimentEvidence(double Sum, double Size, double Squares)
{
    /// <summary>A strength of this, squared, makes a score of 0.7: the score grows with the evidence and never passes 1.</summary>
    private const double Half = 15;

    /// <summary>People judge a text as a whole: in a longer one a word counts less, by the cube root of its length over this.</summary>
    private const double ShortText = 10;

    /// <summary>With one more word.</summary>
    public SentimentEvidence Add(double valence) => new(Sum + valence, Size + Math.Abs(valence), Squares + (valence * valence));

    /// <summary>With what another sentence says.</summary>
    public SentimentEvidence Add(SentimentEvidence other) => new(Sum + other.Sum, Size + other.Size, Squares + other.Squares);

    /// <summary>As if every word had counted so much more or less.</summary>
    public SentimentEvidence Times(double factor) => new(factor * Sum, factor * Size, factor * factor * Squares);

    /// <summary>
    /// The score, -1 to 1. Words that agree count like the root of their squares, so that the fourth "good" adds less than the first; words
    /// that contradict each other cancel out.
    /// </summary>
    /// <param name="words">How many words the text has, those included that say nothing.</param>
    /// <param name="loudness">What exclamation marks add, in the direction of the words.</param>
    public double Score(int words, double loudness)
    {
        if (Sum == 0)
        {
            return 0;
        }

        var strength = ((Sum / Size * Math.Sqrt(Squares)) + (Math.Sign(Sum) * loudness)) / Math.Cbrt(Math.Max(1, words / ShortText));
        return Math.Round(strength / Math.Sqrt((strength * strength) + Half), 4);
    }
}
