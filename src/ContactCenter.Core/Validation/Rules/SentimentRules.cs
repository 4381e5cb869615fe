using System.Globalization;
using ContactCenter.Core.Configuration;
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

    /// <summary>Somebody analyses calls, a flow takes tasks to supervisors, and the stream is where Amazon Connect can write.</summary>
    private static void CheckLive(LiveSentimentSettings live, ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (!configuration.Sentiment.ContactLens)
        {
            found.Add(new(
                "$.sentiment.live",
                "calls that nobody analyses",
                "Contact Lens analyses calls while they last: set $.sentiment.contactLens to true where it is on in the instance, or take "
                    + "this section out"));
        }

        var queues = configuration.Queues.Select(static queue => queue.Name).ToArray();
        if (!queues.Contains(live.Queue))
        {
            found.Add(new(
                "$.sentiment.live.queue",
                ConfigurationRules.Quote(live.Queue),
                $"a task of a supervisor goes to a queue of $.queues{Suggestion.For(live.Queue, queues)}"));
        }

        if (configuration.Flows is null)
        {
            found.Add(new(
                "$.sentiment.live.queue",
                ConfigurationRules.Quote(live.Queue),
                "the flow that takes tasks to their queue is deployed with the section $.flows, which is missing; add it"));
        }

        var instance = configuration.Instance;
        if (live.Stream is { } stream
            && !stream.StartsWith($"arn:{instance.Partition}:kinesis:{instance.Region}:{instance.AccountId}:", StringComparison.Ordinal))
        {
            found.Add(new(
                "$.sentiment.live.stream",
                ConfigurationRules.Quote(stream),
                $"expected a stream in account {instance.AccountId} and Region {instance.Region}, where the instance is"));
        }

        if (live is { Stream: null, StreamKey: { } key })
        {
            found.Add(new(
                "$.sentiment.live.streamKey",
                ConfigurationRules.Quote(key),
                "it is the key of $.sentiment.live.stream, which is missing; the deployment's own stream has AWS's key"));
        }
    }
}
