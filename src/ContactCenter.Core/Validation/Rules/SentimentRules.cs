using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Words that can be looked up, valences and scores in their ranges.</summary>
internal static class SentimentRules
{
    /// <summary>Enough for any trade; each costs a few bytes in every process.</summary>
    private const int MaximumWords = 1000;

    private const int MaximumPhrase = 60;

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var settings = configuration.Sentiment;
        if (settings.Live is { } live)
        {
            CheckLive(live, configuration, found);
        }

        if (settings.Words.Count > MaximumWords)
        {
            found.Add(new("$.sentiment.words", Findings.WordsCount($"{settings.Words.Count}"), Findings.AtMost($"{MaximumWords}")));
        }

        foreach (var (word, valence) in settings.Words)
        {
            var path = $"$.sentiment.words[{ConfigurationRules.Quote(word)}]";
            if (!SentimentScorer.CanRead(word) || word.Length > MaximumPhrase)
            {
                found.Add(new(
                    path,
                    ConfigurationRules.Quote(word),
                    Findings.PlainWords($"{SentimentScorer.MaximumPhrase}", $"{MaximumPhrase}")));
            }

            if (valence is < -SentimentScorer.MaximumValence or > SentimentScorer.MaximumValence)
            {
                found.Add(new(
                    path,
                    valence.ToString(CultureInfo.InvariantCulture),
                    Findings.ValenceRange($"{SentimentScorer.MaximumValence}")));
            }
        }

        foreach (var (rule, score) in settings.Rules)
        {
            if (score is not (>= -1 and <= 1))
            {
                found.Add(new(
                    $"$.sentiment.rules[{ConfigurationRules.Quote(rule)}]",
                    score.ToString(CultureInfo.InvariantCulture),
                    Findings.ScoreRange));
            }
        }
    }

    /// <summary>Somebody analyses calls, a flow takes tasks to supervisors, and the stream is where Amazon Connect can write.</summary>
    private static void CheckLive(LiveSentimentSettings live, ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (!configuration.Sentiment.ContactLens)
        {
            found.Add(new(
                "$.sentiment.live",
                Findings.NobodyAnalyses,
                Findings.LensNeeded));
        }

        var queues = configuration.Queues.Select(static queue => queue.Name).ToArray();
        if (!queues.Contains(live.Queue))
        {
            found.Add(new(
                "$.sentiment.live.queue",
                ConfigurationRules.Quote(live.Queue),
                Suggestion.After(Findings.SupervisorQueue, live.Queue, queues)));
        }

        if (configuration.Flows is null)
        {
            found.Add(new(
                "$.sentiment.live.queue",
                ConfigurationRules.Quote(live.Queue),
                Findings.TaskFlow));
        }

        var instance = configuration.Instance;
        if (live.Stream is { } stream
            && !stream.StartsWith($"arn:{instance.Partition}:kinesis:{instance.Region}:{instance.AccountId}:", StringComparison.Ordinal))
        {
            found.Add(new(
                "$.sentiment.live.stream",
                ConfigurationRules.Quote(stream),
                Findings.StreamHere(instance.AccountId, instance.Region)));
        }

        if (live is { Stream: null, StreamKey: { } key })
        {
            found.Add(new(
                "$.sentiment.live.streamKey",
                ConfigurationRules.Quote(key),
                Findings.KeyWithoutStream));
        }
    }
}
