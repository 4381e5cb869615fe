using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Language.Retraining;

/// <summary>
/// How far what comes in has moved from what the model was trained on. Both figures are population stability indices: below 0.1 nothing
/// to speak of, above 0.25 a clear change (customary limits in credit scoring).
/// </summary>
/// <param name="Topics">Of the shares of the topics.</param>
/// <param name="Confidence">Of the confidence, in tenths.</param>
public sealed record TopicDrift(double Topics, double Confidence)
{
    /// <summary>Above this, a person should look and the model be trained again.</summary>
    public const double Clear = 0.25;

    // Half a text in a class that has none, so that one stray text does not make the index infinite.
    private const double Pseudocount = 0.5;

    /// <summary>Measures drift of answers against what the model expects.</summary>
    /// <param name="card">The model's description of itself.</param>
    /// <param name="answers">Recent answers; topics that the model does not know are left out.</param>
    /// <param name="encoder">Id of the encoder that helped; null: none did.</param>
    public static TopicDrift Measure(ModelCard card, AnswerCounts answers, string? encoder = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(answers);
        var topics = card.Topics.Select(topic => (double)answers.Topics.GetValueOrDefault(topic)).ToArray();
        var confidence = card.Encoder is { } helped && helped.Id == encoder ? helped.ConfidenceShares : card.ConfidenceShares;
        return new TopicDrift(
            StabilityIndex(card.TopicShares, topics, topics.Sum()),
            StabilityIndex(confidence, [.. answers.Confidence.Select(static count => (double)count)], answers.Total));
    }

    /// <summary>Population stability index of counted classes against expected shares; 0 when nothing was counted.</summary>
    private static double StabilityIndex(IReadOnlyList<double> expectedShares, double[] counts, double total)
    {
        if (total == 0)
        {
            return 0;
        }

        var index = 0d;
        var classes = counts.Length;
        for (var i = 0; i < classes; i++)
        {
            var actual = (counts[i] + Pseudocount) / (total + (Pseudocount * classes));
            var expected = ((expectedShares[i] * total) + Pseudocount) / (total + (Pseudocount * classes));
            index += (actual - expected) * Math.Log(actual / expected);
        }

        return index;
    }
}
