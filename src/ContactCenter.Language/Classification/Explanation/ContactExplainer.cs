using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Classification.Explanation;

/// <summary>
/// Explains an answer to a person: each word is left out in turn and the whole model asked again, so the explanation is true for the
/// networks too; fragments are explained by the linear model alone. Meant for people who look, not for every contact.
/// </summary>
public static class ContactExplainer
{
    private const int MaximumEvidence = 8;

    // Every explained word costs one more classification.
    private const int MaximumWords = 100;

    private const float MinimumWeight = 0.005f;
    private const float MinimumProbability = 1e-6f;

    /// <summary>Explains a topic for a text; the most probable topic when none is named.</summary>
    /// <exception cref="ArgumentException">The model does not know <paramref name="topic"/>.</exception>
    public static TopicExplanation Explain(ContactClassifier classifier, string text, string? topic = null)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(text);
        text = text.Length > EncodedText.MaxCharacters ? text[..EncodedText.MaxCharacters] : text;
        var probabilities = new float[classifier.Topics.Count];
        _ = classifier.Score(text, probabilities);
        var number = topic is null ? VectorMath.IndexOfLargest(probabilities) : Number(classifier, topic);
        var words = Words(classifier, text, number, LogOdds(probabilities[number]));
        var fragments = Fragments(classifier, text, number);
        return new TopicExplanation
        {
            Topic = classifier.Topics[number],
            Probability = probabilities[number],
            WordsFor = Strongest(words, 1),
            WordsAgainst = Strongest(words, -1),
            FragmentsFor = Strongest(fragments, 1),
            FragmentsAgainst = Strongest(fragments, -1),
        };
    }

    private static int Number(ContactClassifier classifier, string topic)
    {
        for (var number = 0; number < classifier.Topics.Count; number++)
        {
            if (classifier.Topics[number] == topic)
            {
                return number;
            }
        }

        throw new ArgumentException($"The model has no topic '{topic}'.", nameof(topic));
    }

    private static List<Evidence> Words(ContactClassifier classifier, string text, int topic, float logOdds)
    {
        var encoded = new EncodedText();
        TextEncoder.Encode(text, encoded);
        var probabilities = new float[classifier.Topics.Count];
        var evidence = new List<Evidence>();
        for (var w = 0; w < Math.Min(encoded.Words, MaximumWords); w++)
        {
            var start = encoded.SourceStart[w];
            var end = start + encoded.SourceLength[w];
            _ = classifier.Score(string.Concat(text.AsSpan(0, start), " ", text.AsSpan(end)), probabilities);
            evidence.Add(new Evidence(text[start..end], logOdds - LogOdds(probabilities[topic])));
        }

        return evidence;
    }

    private static List<Evidence> Fragments(ContactClassifier classifier, string text, int topic)
    {
        var buffers = new ScoringBuffers();
        TextEncoder.Encode(text, buffers.Text);
        buffers.Bag.Fill(buffers.Text.Hashes, classifier.Scorer.Weights);
        var values = new Dictionary<int, float>();
        for (var i = 0; i < buffers.Bag.Count; i++)
        {
            values[buffers.Bag.Buckets[i]] = buffers.Bag.Values[i];
        }

        var evidence = new Dictionary<string, float>(StringComparer.Ordinal);
        for (var w = 0; w < buffers.Text.Words; w++)
        {
            var word = text.AsSpan(buffers.Text.SourceStart[w], buffers.Text.SourceLength[w]);
            foreach (var (name, hash) in TextEncoder.NameFragments(word, buffers.Text.OfWord(w)))
            {
                var bucket = BagWeights.BucketOf(hash);
                var weight = values.GetValueOrDefault(bucket) * classifier.Scorer.Linear.WeightOf(bucket, topic);
                evidence[name] = weight;
            }
        }

        return [.. evidence.Select(static pair => new Evidence(pair.Key, pair.Value))];
    }

    private static Evidence[] Strongest(IEnumerable<Evidence> evidence, int sign) =>
        [.. evidence.Where(e => e.Weight * sign >= MinimumWeight).OrderByDescending(e => e.Weight * sign).Take(MaximumEvidence)];

    private static float LogOdds(float probability)
    {
        var bounded = Math.Clamp(probability, MinimumProbability, 1 - MinimumProbability);
        return MathF.Log(bounded / (1 - bounded));
    }
}
