using ContactCenter.Language.Classification.Scope;

namespace ContactCenter.Language.Tests.Classification;

public class ScopeFitTests
{
    [Fact]
    public void No_weight_is_negative_whatever_the_signals_say()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var shift = Signals(random, 2);
            float[][] known = [.. Enumerable.Range(0, 40).Select(_ => Signals(random, 1))];
            (float[], double)[] others = [.. Enumerable.Range(0, 30).Select(_ => (Shifted(Signals(random, 1), shift), 1d / 30))];

            var weights = ScopeFit.Learn(known, others);

            Assert.All(weights, weight => Assert.True(float.IsFinite(weight), $"seed {seed}"));
            Assert.All(weights[..ScopeSignals.Count], weight => Assert.True(weight >= 0, $"seed {seed}: {weight}"));
        }
    }

    [Fact]
    public void The_signal_that_tells_the_sides_apart_weighs_most()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var telling = seed % ScopeSignals.Count;
            var shift = new float[ScopeSignals.Count];
            shift[telling] = -3;
            float[][] known = [.. Enumerable.Range(0, 100).Select(_ => Signals(random, 1))];
            (float[], double)[] others = [.. Enumerable.Range(0, 100).Select(_ => (Shifted(Signals(random, 1), shift), 0.01))];

            var weights = ScopeFit.Learn(known, others)[..ScopeSignals.Count];

            Assert.Equal(telling, Array.IndexOf(weights, weights.Max()));
        }
    }

    [Fact]
    public void Signal_that_never_changes_does_no_harm()
    {
        var weights = ScopeFit.Learn([[1, 1, 1, 1, 1], [2, 1, 1, 1, 1]], [([-1f, 1, 1, 1, 1], 1)]);

        Assert.All(weights, weight => Assert.True(float.IsFinite(weight)));
    }

    private static float[] Signals(
        Random random,
        double size) => [.. Enumerable.Range(0, ScopeSignals.Count).Select(_ => (float)(size * ((2 * random.NextDouble()) - 1)))];

    private static float[] Shifted(float[] signals, float[] shift) => [.. signals.Zip(shift, (signal, by) => signal + by)];
}
