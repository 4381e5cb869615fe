using ContactCenter.Language.Classification.Scope;

namespace ContactCenter.Language.Classification.Training;

/// <summary>How a model tells texts in scope from others.</summary>
/// <param name="Weights">Weights of the signals of scope and a constant.</param>
/// <param name="OutOfScopeBelow">The scope score below which a text is refused.</param>
internal sealed record ScopeCalibration(float[] Weights, float OutOfScopeBelow)
{
    // Unknown topics weigh as many examples of texts out of scope: the more examples people give, the more these say what to expect.
    private const double UnknownTopicsCountAs = 100;

    /// <summary>Learns the weights from unknown topics and from examples out of scope, and chooses the threshold by cost.</summary>
    /// <param name="topics">Topic of each text; negative when out of scope.</param>
    /// <param name="answers">Answers of the cross-validation to all texts.</param>
    /// <param name="probes">What was asked while topics were unknown; may be empty.</param>
    /// <param name="options">What errors cost.</param>
    public static ScopeCalibration Fit(int[] topics, HeldOutAnswer[] answers, IReadOnlyList<ScopeProbe> probes, TrainingOptions options)
    {
        var inScope = Enumerable.Range(0, topics.Length).Where(i => topics[i] >= 0).ToArray();
        var examples = Enumerable.Range(0, topics.Length).Where(i => topics[i] < 0).ToArray();
        var hasUnknown = probes.Any(static probe => probe.Kind == ScopeProbeKind.UnknownTopic);
        var ofExamples = hasUnknown ? examples.Length / (examples.Length + UnknownTopicsCountAs) : 1;
        var weights = Weights();
        var scored = inScope.Select(i => Score(answers[i].Signals)).ToArray();
        var unknown = Unknown([.. scored.Order()]);
        var outside = examples.Select(i => (Score(answers[i].Signals), ofExamples / examples.Length))
            .Concat(unknown.Select(score => (score, (1 - ofExamples) / unknown.Length)))
            .ToArray();
        return new ScopeCalibration(
            weights,
            OutOfScopeThreshold.Of([.. inScope.Select((i, n) => (scored[n], answers[i].Topic == topics[i]))], outside, options));

        float Score(float[] signals) => ScopeSignals.Combine(signals, weights);

        float[] Weights()
        {
            var known = hasUnknown ? Signals(ScopeProbeKind.InScope) : [.. inScope.Select(i => answers[i].Signals)];
            var refused = hasUnknown ? Signals(ScopeProbeKind.OutOfScope) : [.. examples.Select(i => answers[i].Signals)];
            var unknownTopics = Signals(ScopeProbeKind.UnknownTopic);

            // no example may have been among what was asked: then the unknown topics stand for all that is out of scope
            var ofRefused = refused.Length == 0 ? 0 : ofExamples;
            (float[], double)[] others =
            [
                .. refused.Select(signals => (signals, ofRefused / refused.Length)),
                .. unknownTopics.Select(signals => (signals, (1 - ofRefused) / unknownTopics.Length)),
            ];
            return others.Length == 0 || known.Length == 0
                ? ScopeFit.Alike([.. answers.Select(static answer => answer.Signals)])
                : ScopeFit.Learn(known, others);
        }

        float[][] Signals(ScopeProbeKind kind) => [.. probes.Where(probe => probe.Kind == kind).Select(static probe => probe.Signals)];

        // Learners that know fewer topics and texts score on a scale of their own: a text keeps its rank among the texts in scope.
        float[] Unknown(float[] ordered) =>
        [
            .. probes.GroupBy(static probe => probe.Group).SelectMany(group =>
            {
                var reference = group.Where(static probe => probe.Kind == ScopeProbeKind.InScope)
                    .Select(probe => Score(probe.Signals))
                    .Order()
                    .ToArray();
                return group.Where(static probe => probe.Kind == ScopeProbeKind.UnknownTopic).Select(probe =>
                    AtRank(ordered, Rank(reference, Score(probe.Signals))));
            }),
        ];
    }

    // Share of the scores that are lower.
    private static double Rank(float[] ordered, float score)
    {
        var at = Array.BinarySearch(ordered, score);
        at = at < 0 ? ~at : at;
        return ordered.Length == 0 ? 0 : (double)at / ordered.Length;
    }

    private static float AtRank(float[] ordered, double rank) =>
        rank == 0 ? float.NegativeInfinity : ordered[Math.Min(ordered.Length - 1, (int)(rank * ordered.Length))];
}
