using ContactCenter.Language.Classification.Scope;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Tests.Classification;

public class ScopeCalibrationTests
{
    private static readonly int[] InScope = [.. Enumerable.Range(0, 60).Select(i => i % 3)];

    [Fact]
    public void Examples_that_were_not_asked_about_leave_their_share_to_the_unknown_topics()
    {
        var answers = Answers(InScope.Length + 40, seed: 1);
        var probes = Probes(seed: 2);

        var without = ScopeCalibration.Fit(InScope, answers[..InScope.Length], probes, TinyModel.Fast);
        var with = ScopeCalibration.Fit([.. InScope, .. Enumerable.Repeat(-1, 40)], answers, probes, TinyModel.Fast);

        Assert.Equal(without.Weights, with.Weights);
    }

    [Fact]
    public void Weights_are_never_negative_and_more_expected_out_of_scope_never_refuses_less()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var answers = Answers(InScope.Length + 10, seed);
            int[] topics = [.. InScope, .. Enumerable.Repeat(-1, 10)];
            var probes = Probes(seed + 100);
            var fits = new[]
            {
                0, 0.1, 0.5, 1
            }.Select(share =>
                ScopeCalibration.Fit(topics, answers, probes, TinyModel.Fast with { ExpectedOutOfScopeShare = share })).ToArray();

            Assert.All(fits, fit => Assert.All(fit.Weights[..ScopeSignals.Count], weight => Assert.True(weight >= 0, $"seed {seed}")));
            Assert.Equal(fits.Select(fit => fit.OutOfScopeBelow).Order(), fits.Select(fit => fit.OutOfScopeBelow));
            Assert.Equal(float.MinValue, fits[0].OutOfScopeBelow);
        }
    }

    private static HeldOutAnswer[] Answers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => new HeldOutAnswer(i % 3, 0.9f, Signals(random, i < InScope.Length ? 1 : 0)))];
    }

    private static ScopeProbe[] Probes(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, 80).Select(i => new ScopeProbe(i % 2, ScopeProbeKind.InScope, Signals(random, 1))),
            .. Enumerable.Range(0, 80).Select(i => new ScopeProbe(i % 2, ScopeProbeKind.UnknownTopic, Signals(random, 0))),
        ];
    }

    private static float[] Signals(Random random, float middle) =>
        [.. Enumerable.Range(0, ScopeSignals.Count).Select(_ => middle + (2 * random.NextSingle()) - 1)];
}
