namespace ContactCenter.Language.Classification.Scope;

/// <summary>
/// Weighs the signals of scope by logistic regression on texts in scope and out of it. No weight is negative: looking more familiar must
/// never speak against being in scope, also for kinds of texts that were not among the examples.
/// </summary>
internal static class ScopeFit
{
    private const int MaximumSteps = 100;
    private const int Sweeps = 20;
    private const double Converged = 1e-6;

    // Keeps the constant from jumping when the sides are told apart without a mistake.
    private const double MinimumCurvature = 1e-3;

    // Draws the weights to those of signals that count alike; matters only while there are few texts.
    private const double Ridge = 0.01;

    /// <summary>Weights for when there is nothing to learn them from: every signal counts alike, in units of its own spread.</summary>
    public static float[] Alike(IReadOnlyList<float[]> signals)
    {
        var (mean, spread) = Scale(signals);
        return Unscale([.. Enumerable.Repeat(1d / mean.Length, mean.Length), 0], mean, spread);
    }

    /// <summary>Learns the weights; either side counts as a half whatever the number of its texts.</summary>
    /// <param name="inScope">Signals of texts in scope.</param>
    /// <param name="outside">Signals of texts out of scope, each with its share; shares sum to one.</param>
    /// <returns>One weight per signal, then the constant.</returns>
    public static float[] Learn(IReadOnlyList<float[]> inScope, IReadOnlyList<(float[] Signals, double Share)> outside)
    {
        var (mean, spread) = Scale(inScope);
        var rows = inScope.Select(signals => (Standard(signals, mean, spread), Target: 1d, Share: 0.5 / inScope.Count))
            .Concat(outside.Select(text => (Standard(text.Signals, mean, spread), Target: 0d, Share: 0.5 * text.Share)))
            .ToArray();
        var weights = new double[mean.Length + 1];
        Array.Fill(weights, 1d / mean.Length, 0, mean.Length);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (gradient, curvature) = Derivatives(rows, weights);
            if (Move(weights, gradient, curvature) < Converged)
            {
                break;
            }
        }

        return Unscale(weights, mean, spread);
    }

    private static (double[] Gradient, double[,] Curvature) Derivatives(
        (double[] Signals, double Target, double Share)[] rows, double[] weights)
    {
        var gradient = new double[weights.Length];
        var curvature = new double[weights.Length, weights.Length];
        foreach (var (signals, target, share) in rows)
        {
            var score = 0d;
            for (var a = 0; a < weights.Length; a++)
            {
                score += weights[a] * signals[a];
            }

            var probability = 1 / (1 + Math.Exp(-score));
            for (var a = 0; a < weights.Length; a++)
            {
                gradient[a] += share * (probability - target) * signals[a];
                for (var b = 0; b < weights.Length; b++)
                {
                    curvature[a, b] += share * probability * (1 - probability) * signals[a] * signals[b];
                }
            }
        }

        for (var a = 0; a < weights.Length - 1; a++)
        {
            gradient[a] += Ridge * (weights[a] - (1d / (weights.Length - 1)));
            curvature[a, a] += Ridge;
        }

        return (gradient, curvature);
    }

    // Sweeps over the coordinates of the quadratic model, each kept from turning negative; the constant is free.
    private static double Move(double[] weights, double[] gradient, double[,] curvature)
    {
        var before = (double[])weights.Clone();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var a = 0; a < weights.Length; a++)
            {
                var next = weights[a] - (gradient[a] / Math.Max(curvature[a, a], MinimumCurvature));
                next = a < weights.Length - 1 ? Math.Max(0, next) : next;
                var change = next - weights[a];
                weights[a] = next;
                for (var b = 0; b < weights.Length; b++)
                {
                    gradient[b] += change * curvature[b, a];
                }
            }
        }

        return weights.Zip(before, static (now, then) => Math.Abs(now - then)).Max();
    }

    private static (double[] Mean, double[] Spread) Scale(IReadOnlyList<float[]> signals)
    {
        var mean = new double[signals[0].Length];
        var spread = new double[signals[0].Length];
        for (var a = 0; a < mean.Length; a++)
        {
            mean[a] = signals.Average(text => (double)text[a]);
            spread[a] = Math.Sqrt(signals.Average(text => Math.Pow(text[a] - mean[a], 2)));
        }

        return (mean, Array.ConvertAll(spread, static value => value > 0 ? value : 1));
    }

    private static double[] Standard(float[] signals, double[] mean, double[] spread) =>
        [.. signals.Select((value, a) => (value - mean[a]) / spread[a]), 1];

    private static float[] Unscale(double[] weights, double[] mean, double[] spread)
    {
        var result = new float[weights.Length];
        var constant = weights[^1];
        for (var a = 0; a < mean.Length; a++)
        {
            result[a] = (float)(weights[a] / spread[a]);
            constant -= weights[a] * mean[a] / spread[a];
        }

        result[^1] = (float)constant;
        return result;
    }
}
