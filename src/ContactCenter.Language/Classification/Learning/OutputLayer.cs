namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// The last layer of a network in training: one score per topic from hidden values, soft-max, label smoothing, AdaGrad with one step size
/// per row (Duchi, Hazan, Singer 2011).
/// </summary>
internal sealed class OutputLayer
{
    private readonly int _hidden;
    private readonly float[] _rowSquares;
    private readonly float[] _biasSquares;
    private readonly float[] _error;

    public OutputLayer(int topics, int hidden, Random random)
    {
        _hidden = hidden;
        Weights = new float[topics * hidden];
        Bias = new float[topics];
        _rowSquares = new float[topics];
        _biasSquares = new float[topics];
        _error = new float[topics];
        Fill(Weights, MathF.Sqrt(6f / (topics + hidden)), random);
    }

    /// <summary>Weights, one row of hidden values per topic.</summary>
    public float[] Weights { get; }

    /// <summary>Bias per topic.</summary>
    public float[] Bias { get; }

    /// <summary>Uniform values between minus and plus <paramref name="limit"/>.</summary>
    public static void Fill(Span<float> values, float limit, Random random)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ((random.NextSingle() * 2) - 1) * limit;
        }
    }

    /// <summary>Scores of all topics for hidden values.</summary>
    public static void Score(ReadOnlySpan<float> hidden, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> scores)
    {
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] = VectorMath.Dot(hidden, weights.Slice(k * hidden.Length, hidden.Length)) + bias[k];
        }
    }

    /// <summary>
    /// One step towards what a text is about, which may be no topic at all (every topic equally likely).
    /// </summary>
    /// <param name="hidden">Hidden values.</param>
    /// <param name="target">What the text is about.</param>
    /// <param name="rate">Step size.</param>
    /// <param name="hiddenGradient">Receives the gradient of the loss by the hidden values.</param>
    public void Step(ReadOnlySpan<float> hidden, TopicTarget target, float rate, Span<float> hiddenGradient)
    {
        Score(hidden, Weights, Bias, _error);
        VectorMath.SoftMax(_error);
        var spread = target.Spread / _error.Length;
        for (var k = 0; k < _error.Length; k++)
        {
            _error[k] -= spread;
        }

        for (var i = 0; i < target.Topics.Length; i++)
        {
            _error[target.Topics[i]] -= target.Shares[i];
        }

        hiddenGradient.Clear();
        var meanSquare = VectorMath.SquaredNorm(hidden) / _hidden;
        for (var k = 0; k < _error.Length; k++)
        {
            var error = _error[k];
            var row = Weights.AsSpan(k * _hidden, _hidden);
            VectorMath.AddScaled(row, error, hiddenGradient);
            _rowSquares[k] += error * error * meanSquare;
            VectorMath.AddScaled(hidden, -rate * error / AdaGradDivisor(_rowSquares[k]), row);
            _biasSquares[k] += error * error;
            Bias[k] -= rate * error / AdaGradDivisor(_biasSquares[k]);
        }
    }

    /// <summary>What a step is divided by, from the sum of squared gradients so far.</summary>
    public static float AdaGradDivisor(float squares) => MathF.Sqrt(squares) + 1e-6f;
}
