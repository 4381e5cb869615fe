using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Classification;

/// <summary>
/// The plain linear model: words, neighbouring words and fragments without hashing, sub-linear TF-IDF of unit length, one-vs-rest linear
/// separators with squared hinge loss by dual coordinate descent, full-precision weights.
/// </summary>
internal sealed class LinearBaseline : ITopicPredictor
{
    private const int Passes = 30;
    private const double Diagonal = 0.5;
    private readonly string[] _topics;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly float[] _rarity;
    private readonly float[][] _weights;

    public LinearBaseline(IReadOnlyList<TrainingExample> training)
    {
        _topics = [.. training.Select(static e => e.Topic).Distinct().Order(StringComparer.Ordinal)];
        var frequency = new List<int>();
        var features = training.Select(static e => BaselineWords.WordsAndFragments(e.Text)).ToArray();
        foreach (var text in features)
        {
            foreach (var feature in text.Distinct())
            {
                if (_columns.TryAdd(feature, frequency.Count))
                {
                    frequency.Add(0);
                }

                frequency[_columns[feature]]++;
            }
        }

        _rarity = [.. frequency.Select(f => MathF.Log((1f + training.Count) / (1f + f)) + 1)];
        var rows = Array.ConvertAll(features, Vector);
        var labels = training.Select(e => Array.BinarySearch(_topics, e.Topic, StringComparer.Ordinal)).ToArray();
        _weights = [.. _topics.Select((_, topic) => Learn(rows, labels, topic))];
    }

    public string Predict(string text)
    {
        var scores = Scores(text);
        return _topics[Array.IndexOf(scores, scores.Max())];
    }

    /// <summary>The strongest score of any topic.</summary>
    public double Strongest(string text) => Scores(text).Max();

    /// <summary>The highest probability: soft-max of the scores times <paramref name="sharpness"/>.</summary>
    public double HighestProbability(string text, double sharpness)
    {
        var scores = Scores(text);
        return 1 / scores.Sum(score => Math.Exp(sharpness * (score - scores.Max())));
    }

    /// <summary>The sharpness under which labelled texts are likeliest, by search over a grid.</summary>
    public double Sharpness(IReadOnlyList<TrainingExample> examples)
    {
        var scored = examples.Select(e =>
            (Scores: Scores(e.Text), Topic: Array.BinarySearch(_topics, e.Topic, StringComparer.Ordinal))).ToArray();
        return Enumerable.Range(
            1,
            30).MaxBy(sharpness =>
                scored.Sum(text => -Math.Log(text.Scores.Sum(score => Math.Exp(sharpness * (score - text.Scores[text.Topic]))))));
    }

    private float[] Scores(string text)
    {
        var (columns, values) = Vector(BaselineWords.WordsAndFragments(text));
        return Array.ConvertAll(_weights, weights => Score(weights, columns, values));
    }

    private (int[] Columns, float[] Values) Vector(List<string> features)
    {
        var counts = features.Where(_columns.ContainsKey).CountBy(feature => _columns[feature]).ToArray();
        var values = Array.ConvertAll(counts, count => (1 + MathF.Log(count.Value)) * _rarity[count.Key]);
        var norm = MathF.Sqrt(values.Sum(static value => value * value));
        return (Array.ConvertAll(counts, static count => count.Key), Array.ConvertAll(values, value => value / norm));
    }

    private float[] Learn((int[] Columns, float[] Values)[] rows, int[] labels, int topic)
    {
        var weights = new float[_rarity.Length + 1];
        var dual = new double[rows.Length];
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(topic);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var row in order)
            {
                var (columns, values) = rows[row];
                var sign = labels[row] == topic ? 1 : -1;
                var gradient = (sign * Score(weights, columns, values)) - 1 + (Diagonal * dual[row]);
                var updated = Math.Max(0, dual[row] - (gradient / (2 + Diagonal)));
                var step = (float)((updated - dual[row]) * sign);
                dual[row] = updated;
                if (step == 0)
                {
                    continue;
                }

                for (var i = 0; i < columns.Length; i++)
                {
                    weights[columns[i]] += step * values[i];
                }

                weights[^1] += step;
            }
        }

        return weights;
    }

    private static float Score(float[] weights, int[] columns, float[] values)
    {
        var score = weights[^1];
        for (var i = 0; i < columns.Length; i++)
        {
            score += weights[columns[i]] * values[i];
        }

        return score;
    }
}
