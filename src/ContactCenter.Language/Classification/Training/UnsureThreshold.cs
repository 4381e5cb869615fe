namespace ContactCenter.Language.Classification.Training;

/// <summary>Chooses by cost, on held-out texts, when to answer and when to ask back.</summary>
internal static class UnsureThreshold
{
    /// <summary>
    /// The probability below which asking back is cheaper than acting: the cut that made the sum of costs smallest.
    /// </summary>
    public static float Of(IReadOnlyList<(float Confidence, bool IsRight)> answers, double costOfWrong, double costOfAsking)
    {
        var ranked = answers.OrderBy(static answer => answer.Confidence).ToArray();
        var cost = costOfWrong * ranked.Count(static answer => !answer.IsRight);
        var lowest = cost;
        var cut = 0f;
        for (var i = 0; i < ranked.Length; i++)
        {
            cost += costOfAsking - (ranked[i].IsRight ? 0 : costOfWrong);
            var isLastOfEquals = i + 1 == ranked.Length || ranked[i + 1].Confidence > ranked[i].Confidence;
            if (isLastOfEquals && cost < lowest)
            {
                lowest = cost;
                cut = i + 1 == ranked.Length ? 1 : (ranked[i].Confidence + ranked[i + 1].Confidence) / 2;
            }
        }

        return cut;
    }
}
