using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Validation;

/// <summary>Words that can be looked up, valences and scores in their ranges.</summary>
internal static class SentimentRules
{
    /// <summary>Enough for any trade; each costs a few bytes in every process.</summary>
    private const int MaximumWords = 1000;

    private const int MaximumPhrase = 60;

    public static void Check(SentimentSettings settings, List<ConfigurationProblem> found)
    {
        if (settings.Words.Count > MaximumWords)
        {
            found.Add(new("$.sentiment.words", $"{settings.Words.Count} words", $"expected at most {MaximumWords}"));
        }

        foreach (var (word, valence) in settings.Words)
        {
            var path = $"$.sentiment.words[{ConfigurationRules.Quote(word)}]";
            if (!SentimentScorer.CanRead(word) || word.Length > MaximumPhrase)
            {
                found.Add(new(
                    path,
                    ConfigurationRules.Quote(word),
                    $"expected one to {SentimentScorer.MaximumPhrase} words of letters and digits with blanks between them, at most "
                        + $"{MaximumPhrase} characters"));
            }

            if (valence is < -SentimentScorer.MaximumValence or > SentimentScorer.MaximumValence)
            {
                found.Add(new(
                    path,
                    valence.ToString(CultureInfo.InvariantCulture),
                    $"expected -{SentimentScorer.MaximumValence} to {SentimentScorer.MaximumValence}"));
            }
        }

        foreach (var (rule, score) in settings.Rules)
        {
            if (score is not (>= -1 and <= 1))
            {
                found.Add(new(
                    $"$.sentiment.rules[{ConfigurationRules.Quote(rule)}]",
                    score.ToString(CultureInfo.InvariantCulture),
                    "expected -1 to 1"));
            }
        }
    }
}
