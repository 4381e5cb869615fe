namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>Confidence in tenths: what drift of confidence is measured on.</summary>
public static class ConfidenceHistogram
{
    /// <summary>Number of classes.</summary>
    public const int Bins = 10;

    /// <summary>The class of a confidence.</summary>
    public static int Bin(float confidence) => Math.Clamp((int)(confidence * Bins), 0, Bins - 1);

    /// <summary>Share of answers in each tenth of confidence; zeros when there are no answers.</summary>
    public static double[] Shares(IEnumerable<float> confidences)
    {
        ArgumentNullException.ThrowIfNull(confidences);
        var shares = new double[Bins];
        var count = 0;
        foreach (var confidence in confidences)
        {
            shares[Bin(confidence)]++;
            count++;
        }

        return Array.ConvertAll(shares, share => count == 0 ? 0 : share / count);
    }
}
