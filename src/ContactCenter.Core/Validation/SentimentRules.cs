using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Validation;

/// <summary>Words that can be looked up, valences and scores in their ranges.</summary>
internal static class SentimentRules
{
    /// <summary>Enough for any trade; each costs a few bytes in every process.</summary>
    private const int MostWords = 1000;

    private const int LongestPhrase = 60;

    public static void Check(SentimentSettings settings, List<ConfigurationProblem> found)
    {
        if (settings.Words.Count > MostWords)
        {
            found.Add(new("$.sentiment.words", $"{settings.Words.Count} words", $"expected at most {MostWords}"));
        }

        foreach (var (word, valence) in settings.Words)
        {
            var path = $"$.sentiment.words[{ConfigurationRules.Quote(word)}]";
            if (!SentimentScorer.CanRead(word) || word.Length > LongestPhrase)
            {
                found.Add(new(path, ConfigurationRules.Quote(word), $"expected one to {SentimentScorer.LongestPhrase} words of letters and digits with blanks between them, at most {LongestPhrase} characters"));
            }

            if (valence is < -SentimentScorer.MostValence or > SentimentScorer.MostValence)
            {
                found.Add(new(path, valence.ToString(CultureInfo.InvariantCulture), $"expected -{SentimentScorer.MostValence} to {SentimentScorer.MostValence}"));
            }
        }

        foreach (var (rule, score) in settings.Rules)
        {
            if (score is not (>= -1 and <= 1))
            {
                found.Add(new($"$.sentiment.rules[{ConfigurationRules.Quote(rule)}]", score.ToString(CultureInfo.InvariantCulture), "expected -1 to 1"));
            }
        }
    }
}
