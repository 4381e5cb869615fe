namespace ContactCenter.Language.Classification.Training;

/// <summary>Chooses by cost, on held-out texts, when to refuse.</summary>
internal static class OutOfScopeThreshold
{
    /// <summary>
    /// The scope score below which a text is refused. With texts out of scope: the cut with the smallest expected cost, both sides weighted
    /// to the share that is expected in service. Without: the quantile that refuses a small share of what is in scope.
    /// </summary>
    /// <param name="inScope">Scope score of each text in scope, and whether its topic was right.</param>
    /// <param name="outside">Scope score of each text out of scope, and its share among them; shares sum to one.</param>
    /// <param name="options">Costs and expected shares.</param>
    public static float Of(
        IReadOnlyList<(float Score, bool IsRight)> inScope, IReadOnlyList<(float Score, double Share)> outside, TrainingOptions options)
    {
        var finite = inScope.Select(static text => text.Score).Where(float.IsFinite).Order().ToArray();
        if (outside.Count == 0 || finite.Length == 0)
        {
            return finite.Length == 0 ? float.MinValue : finite[(int)(options.RefusedShareWithoutExamples * (finite.Length - 1))];
        }

        var inWeight = (1 - options.ExpectedOutOfScopeShare) / inScope.Count;

        // Refusing a text out of scope saves a wrong topic. Refusing a right answer costs asking back; refusing a wrong one is worth
        // nothing here, because that is what "unsure" is for.
        var saved = options.CostOfWrongTopic - options.CostOfAskingBack;
        var steps = inScope.Select(text => (text.Score, Gain: text.IsRight ? -options.CostOfAskingBack * inWeight : 0))
            .Concat(outside.Select(text => (text.Score, Gain: saved * options.ExpectedOutOfScopeShare * text.Share)))
            .OrderBy(static step => step.Score)
            .ToArray();
        var gain = 0d;
        var best = 0d;
        var cut = float.MinValue;
        for (var i = 0; i + 1 < steps.Length; i++)
        {
            gain += steps[i].Gain;
            if (gain > best && steps[i + 1].Score > steps[i].Score)
            {
                best = gain;
                cut = float.IsFinite(steps[i].Score) ? (steps[i].Score + steps[i + 1].Score) / 2 : steps[i + 1].Score;
            }
        }

        return cut;
    }
}
