using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>Figures about answers whose right answers are known.</summary>
public sealed record ClassificationQuality
{
    private const int ReliabilityBins = 15;
    private static readonly double[] Coverages = [0.80, 0.90, 0.95];

    /// <summary>Texts in scope.</summary>
    public required int Texts { get; init; }

    /// <summary>Share of texts in scope whose most probable topic is right, whatever the verdict, 0 to 1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean F1 of the topics that have texts, 0 to 1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Expected calibration error: mean distance of confidence and accuracy over fifteen bins of confidence, 0 to 1.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>Accuracy when 80, 90 and 95 % of the texts in scope are answered.</summary>
    public required IReadOnlyList<CoveragePoint> Coverage { get; init; }

    /// <summary>Treatment of texts out of scope.</summary>
    public required OutOfScopeQuality OutOfScope { get; init; }

    /// <summary>Share of texts in scope with the verdict <see cref="ContactVerdict.Unsure"/>, 0 to 1.</summary>
    public required double UnsureShare { get; init; }

    /// <summary>Share of right answers among those with the verdict <see cref="ContactVerdict.Sure"/>, 0 to 1.</summary>
    public required double SureAccuracy { get; init; }

    /// <summary>Quality topic by topic.</summary>
    public required IReadOnlyList<TopicQuality> Topics { get; init; }

    /// <summary>Confidence against accuracy, from the least to the most confident; empty bins are left out.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>Measures answers.</summary>
    /// <param name="predictions">The answers.</param>
    /// <param name="topics">The topics by number.</param>
    public static ClassificationQuality Measure(IReadOnlyList<Prediction> predictions, IReadOnlyList<string> topics)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(topics);
        var inScope = predictions.Where(static p => p.IsInScope).ToArray();
        var reliability = MeasureReliability(inScope);
        var quality = MeasureTopics(inScope, topics);
        var sure = inScope.Where(static p => p.Verdict == ContactVerdict.Sure).ToArray();
        return new ClassificationQuality
        {
            Texts = inScope.Length,
            Accuracy = Share(inScope, static p => p.IsRight),
            MacroF1 = quality.Where(static topic => topic.Texts > 0).Select(static topic => topic.F1).DefaultIfEmpty().Average(),
            CalibrationError = reliability.Sum(bin => bin.Texts * Math.Abs(bin.MeanConfidence - bin.Accuracy))
                / Math.Max(1, inScope.Length),
            Coverage = MeasureCoverage(inScope),
            OutOfScope = MeasureOutOfScope(predictions, inScope),
            UnsureShare = Share(inScope, static p => p.Verdict == ContactVerdict.Unsure),
            SureAccuracy = Share(sure, static p => p.IsRight),
            Topics = quality,
            Reliability = reliability,
        };
    }

    private static TopicQuality[] MeasureTopics(Prediction[] inScope, IReadOnlyList<string> topics)
    {
        var texts = new int[topics.Count];
        var answers = new int[topics.Count];
        var right = new int[topics.Count];
        foreach (var prediction in inScope)
        {
            answers[prediction.Predicted]++;
            if (prediction.Actual >= 0)
            {
                texts[prediction.Actual]++;
                right[prediction.Actual] += prediction.IsRight ? 1 : 0;
            }
        }

        return [.. topics.Select((topic, k) => new TopicQuality(topic, texts[k], Ratio(right[k], answers[k]), Ratio(right[k], texts[k])))];
    }

    private static List<ReliabilityBin> MeasureReliability(Prediction[] inScope)
    {
        var bins = inScope.GroupBy(static p => Math.Min(ReliabilityBins - 1, (int)(p.Confidence * ReliabilityBins))).OrderBy(static bin =>
            bin.Key);
        return
        [
            .. bins.Select(static bin =>
                new ReliabilityBin(bin.Count(), bin.Average(static p => (double)p.Confidence), Share([.. bin], static p => p.IsRight)))
        ];
    }

    private static CoveragePoint[] MeasureCoverage(Prediction[] inScope)
    {
        var ranked = inScope.OrderByDescending(static p => p.Confidence).ToArray();
        return Array.ConvertAll(Coverages, coverage =>
        {
            var answered = ranked[..(int)Math.Round(coverage * ranked.Length)];
            return new CoveragePoint(coverage, Share(answered, static p => p.IsRight));
        });
    }

    private static OutOfScopeQuality MeasureOutOfScope(IReadOnlyList<Prediction> all, Prediction[] inScope)
    {
        var outside = all.Where(static p => !p.IsInScope).ToArray();
        return new OutOfScopeQuality(
            outside.Length,
            Share(outside, static p => p.IsRefused),
            Share(inScope, static p => p.IsRight && !p.IsRefused),
            Share([.. all], static p => p.IsRefused));
    }

    private static double Share(Prediction[] predictions, Func<Prediction, bool> condition) =>
        Ratio(predictions.Count(condition), predictions.Length);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>How well one topic is recognised.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Texts">Texts that are about it.</param>
/// <param name="Precision">Share of right answers among the texts that were given this topic, 0 to 1; 0 when there were none.</param>
/// <param name="Recall">Share of this topic's texts that were recognised, 0 to 1; 0 when there were none.</param>
public sealed record TopicQuality(string Topic, int Texts, double Precision, double Recall)
{
    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>How texts out of scope are treated.</summary>
/// <param name="Texts">Texts out of scope.</param>
/// <param name="Recall">Share of them that was refused, 0 to 1; 0 when there were none.</param>
/// <param name="AccuracyInScope">Share of texts in scope that was not refused and got the right topic, 0 to 1.</param>
/// <param name="RefusedShare">Share of all texts that was refused, 0 to 1.</param>
public sealed record OutOfScopeQuality(int Texts, double Recall, double AccuracyInScope, double RefusedShare);

/// <summary>Accuracy when only the most confident answers are given.</summary>
/// <param name="Coverage">Share of texts that are answered, 0 to 1.</param>
/// <param name="Accuracy">Share of right answers among them, 0 to 1.</param>
public sealed record CoveragePoint(double Coverage, double Accuracy);

/// <summary>Answers of about the same confidence.</summary>
/// <param name="Texts">Number of answers.</param>
/// <param name="MeanConfidence">Their mean confidence, 0 to 1.</param>
/// <param name="Accuracy">Share that was right, 0 to 1.</param>
public sealed record ReliabilityBin(int Texts, double MeanConfidence, double Accuracy);
