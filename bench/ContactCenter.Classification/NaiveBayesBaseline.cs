using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Classification;

/// <summary>Multinomial naive Bayes over words with add-one smoothing.</summary>
internal sealed class NaiveBayesBaseline : ITopicPredictor
{
    private readonly string[] _topics;
    private readonly double[] _priors;
    private readonly Dictionary<string, double[]> _logarithms = new(StringComparer.Ordinal);

    public NaiveBayesBaseline(IReadOnlyList<TrainingExample> training)
    {
        _topics = [.. training.Select(static e => e.Topic).Distinct().Order(StringComparer.Ordinal)];
        _priors = new double[_topics.Length];
        var totals = new double[_topics.Length];
        foreach (var example in training)
        {
            var topic = Array.BinarySearch(_topics, example.Topic, StringComparer.Ordinal);
            _priors[topic]++;
            foreach (var word in BaselineWords.Words(example.Text))
            {
                if (!_logarithms.TryGetValue(word, out var counts))
                {
                    counts = new double[_topics.Length];
                    _logarithms.Add(word, counts);
                }

                counts[topic]++;
                totals[topic]++;
            }
        }

        foreach (var counts in _logarithms.Values)
        {
            for (var k = 0; k < counts.Length; k++)
            {
                counts[k] = Math.Log((counts[k] + 1) / (totals[k] + _logarithms.Count));
            }
        }

        for (var k = 0; k < _priors.Length; k++)
        {
            _priors[k] = Math.Log(_priors[k] / training.Count);
        }
    }

    public string Predict(string text)
    {
        var scores = (double[])_priors.Clone();
        foreach (var word in BaselineWords.Words(text))
        {
            if (_logarithms.TryGetValue(word, out var logarithms))
            {
                for (var k = 0; k < scores.Length; k++)
                {
                    scores[k] += logarithms[k];
                }
            }
        }

        return _topics[Array.IndexOf(scores, scores.Max())];
    }
}
