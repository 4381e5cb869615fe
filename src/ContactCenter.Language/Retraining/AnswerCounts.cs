using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Language.Retraining;

/// <summary>How many answers there were by topic and by tenth of confidence: what drift is measured on.</summary>
/// <param name="Topics">Answers by most probable topic.</param>
/// <param name="Confidence">Answers by tenth of confidence; <see cref="ConfidenceHistogram.Bins"/> numbers.</param>
public sealed record AnswerCounts(IReadOnlyDictionary<string, long> Topics, IReadOnlyList<long> Confidence)
{
    /// <summary>No answers.</summary>
    public static AnswerCounts None { get; } = new(new Dictionary<string, long>(), new long[ConfidenceHistogram.Bins]);

    /// <summary>Number of answers.</summary>
    public long Total => Confidence.Sum();

    /// <summary>Counts answers.</summary>
    public static AnswerCounts Of(IReadOnlyCollection<TopicProbability> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var confidence = new long[ConfidenceHistogram.Bins];
        foreach (var answer in answers)
        {
            confidence[ConfidenceHistogram.Bin(answer.Probability)]++;
        }

        return new AnswerCounts(
            answers.CountBy(static answer => answer.Topic).ToDictionary(
                static topic => topic.Key, static topic => (long)topic.Value, StringComparer.Ordinal),
                confidence);
    }

    /// <summary>These and others.</summary>
    public AnswerCounts Plus(AnswerCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var topics = new Dictionary<string, long>(Topics, StringComparer.Ordinal);
        foreach (var (topic, count) in other.Topics)
        {
            topics[topic] = topics.GetValueOrDefault(topic) + count;
        }

        return new AnswerCounts(topics, [.. Confidence.Zip(other.Confidence, static (mine, theirs) => mine + theirs)]);
    }
}

/// <summary>
/// Counts what models answered, day by day. A count that is added twice after a retry does no harm: drift is about shares.
/// </summary>
public interface IAnswerStore
{
    /// <summary>Adds to the counts of a model on a day.</summary>
    ValueTask AddAsync(string model, DateOnly day, AnswerCounts counts, CancellationToken cancellationToken);

    /// <summary>The counts of a model since a day.</summary>
    ValueTask<AnswerCounts> SinceAsync(string model, DateOnly day, CancellationToken cancellationToken);
}
