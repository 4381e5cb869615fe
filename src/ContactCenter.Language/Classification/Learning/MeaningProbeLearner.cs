using System.Runtime.InteropServices;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// Learns a <see cref="MeaningProbe"/>: logistic regression over all topics with squared weights as penalty, by steps that remember how the
/// gradient changed (L-BFGS; Liu, Nocedal, "On the limited memory BFGS method", 1989). The penalty is what few texts need: the same
/// layer learned step by step as the networks are knows a tenth less of them.
/// </summary>
internal sealed class MeaningProbeLearner
{
    // How much the texts count against the penalty; from ten to a hundred, with ten texts of a topic, it is all within half a point.
    private const float LossCounts = 20;

    private const int MaximumSteps = 50;
    private const int Remembered = 8;
    private const int MaximumHalvings = 20;
    private const double SufficientFall = 1e-4;
    private const double Converged = 1e-5;

    // Errors that are smaller move nothing.
    private const float MinimumError = 1e-5f;

    private const int Width = SentenceEncoder.Dimensions;

    private readonly float[][] _meanings;
    private readonly int[] _topics;
    private readonly int _topicCount;
    private readonly float[] _scores;

    private MeaningProbeLearner(float[][] meanings, int[] topics, int topicCount)
    {
        _meanings = meanings;
        _topics = topics;
        _topicCount = topicCount;
        _scores = new float[topicCount];
    }

    /// <summary>Learns the probe.</summary>
    /// <param name="meanings">What the encoder makes of each text.</param>
    /// <param name="topics">Topic of each text; negative for a text that belongs to none, which should be equally likely of all.</param>
    /// <param name="topicCount">Number of topics.</param>
    /// <param name="cancellation">Ends the training between two steps.</param>
    public static MeaningProbe Learn(float[][] meanings, int[] topics, int topicCount, CancellationToken cancellation)
    {
        var middle = new float[Width];
        foreach (var meaning in meanings)
        {
            VectorMath.AddScaled(meaning, 1f / meanings.Length, middle);
        }

        // Around their middle the numbers differ more by topic than by what all texts have in common: half as many steps are needed.
        var around = Array.ConvertAll(meanings, meaning => Difference(meaning, middle));
        var weights = new MeaningProbeLearner(around, topics, topicCount).Fit(cancellation);
        for (var topic = 0; topic < topicCount; topic++)
        {
            weights[(topicCount * Width) + topic] -= VectorMath.Dot(middle, weights.AsSpan(topic * Width, Width));
        }

        return new MeaningProbe(MemoryMarshal.AsBytes<float>(weights).ToArray());
    }

    private float[] Fit(CancellationToken cancellation)
    {
        var weights = new float[MeaningProbe.Length(_topicCount) / sizeof(float)];
        var gradient = new float[weights.Length];
        var loss = Loss(weights, gradient);
        var memory = new List<Change>(Remembered);
        for (var step = 0; step < MaximumSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var direction = Direction(gradient, memory);
            if (Descend(weights, gradient, loss, direction) is not { } next)
            {
                break;
            }

            var hasConverged = loss - next.Loss < Converged * loss;
            Remember(memory, Difference(next.Weights, weights), Difference(next.Gradient, gradient));
            (weights, gradient, loss) = next;
            if (hasConverged)
            {
                break;
            }
        }

        return weights;
    }

    private (float[] Weights, float[] Gradient, double Loss)? Descend(
        float[] weights, float[] gradient, double loss, float[] direction)
    {
        var slope = (double)VectorMath.Dot(gradient, direction);
        var gradientThere = new float[gradient.Length];
        for (var (halving, length) = (0, 1f); halving < MaximumHalvings; halving++, length /= 2)
        {
            var there = (float[])weights.Clone();
            VectorMath.AddScaled(direction, -length, there);
            var lossThere = Loss(there, gradientThere);
            if (lossThere <= loss - (SufficientFall * length * slope))
            {
                return (there, gradientThere, lossThere);
            }
        }

        return null;
    }

    private double Loss(float[] weights, float[] gradient)
    {
        var rows = _topicCount * Width;
        Array.Clear(gradient);
        var loss = 0d;
        for (var text = 0; text < _meanings.Length; text++)
        {
            OutputLayer.Score(_meanings[text], weights, weights.AsSpan(rows), _scores);
            VectorMath.SoftMax(_scores);
            loss += Surprise(_topics[text]);
            for (var topic = 0; topic < _topicCount; topic++)
            {
                if (MathF.Abs(_scores[topic]) > MinimumError)
                {
                    VectorMath.AddScaled(_meanings[text], LossCounts * _scores[topic], gradient.AsSpan(topic * Width, Width));
                    gradient[rows + topic] += LossCounts * _scores[topic];
                }
            }
        }

        VectorMath.AddScaled(weights.AsSpan(0, rows), 1, gradient.AsSpan(0, rows));
        return (LossCounts * loss) + (VectorMath.SquaredNorm(weights.AsSpan(0, rows)) / 2);
    }

    /// <summary>The loss of a text, whose probabilities become errors.</summary>
    private double Surprise(int topic)
    {
        var loss = 0d;
        for (var k = 0; k < _scores.Length; k++)
        {
            var right = topic < 0 ? 1f / _scores.Length : k == topic ? 1 : 0;
            loss -= right == 0 ? 0 : right * Math.Log(Math.Max(_scores[k], float.Epsilon));
            _scores[k] -= right;
        }

        return loss;
    }

    /// <summary>The gradient, bent by what is remembered of its changes; a step goes against it.</summary>
    private static float[] Direction(float[] gradient, List<Change> memory)
    {
        var direction = (float[])gradient.Clone();
        var shares = new float[memory.Count];
        for (var i = memory.Count - 1; i >= 0; i--)
        {
            shares[i] = VectorMath.Dot(memory[i].OfWeights, direction) / memory[i].Product;
            VectorMath.AddScaled(memory[i].OfGradient, -shares[i], direction);
        }

        var scale = memory.Count == 0
            ? 1 / MathF.Max(1, MathF.Sqrt(VectorMath.SquaredNorm(gradient)))
            : memory[^1].Product / VectorMath.SquaredNorm(memory[^1].OfGradient);
        VectorMath.Scale(direction, scale);
        for (var i = 0; i < memory.Count; i++)
        {
            var share = VectorMath.Dot(memory[i].OfGradient, direction) / memory[i].Product;
            VectorMath.AddScaled(memory[i].OfWeights, shares[i] - share, direction);
        }

        return direction;
    }

    private static void Remember(List<Change> memory, float[] ofWeights, float[] ofGradient)
    {
        if (VectorMath.Dot(ofWeights, ofGradient) is > 0 and var product)
        {
            if (memory.Count == Remembered)
            {
                memory.RemoveAt(0);
            }

            memory.Add(new Change(ofWeights, ofGradient, product));
        }
    }

    private static float[] Difference(float[] now, float[] before)
    {
        var difference = (float[])now.Clone();
        VectorMath.AddScaled(before, -1, difference);
        return difference;
    }

    private readonly record struct Change(float[] OfWeights, float[] OfGradient, float Product);
}
