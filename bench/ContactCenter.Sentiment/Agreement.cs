namespace ContactCenter.Sentiment;

/// <summary>How well scores agree with people.</summary>
/// <param name="Correlation">Pearson's r of scores and ratings.</param>
/// <param name="WeightedF1">F1 of the classes negative, neutral and positive, weighted by how many texts people put there.</param>
/// <param name="MacroF1">Their plain mean.</param>
/// <param name="Accuracy">Share of texts in people's class.</param>
internal sealed record Agreement(double Correlation, double WeightedF1, double MacroF1, double Accuracy)
{
    /// <summary>Scores and ratings, both put between -1 and 1, are neutral up to this: the customary bound.</summary>
    public const double Neutral = 0.05;

    private const double MaximumRating = 4;

    /// <summary>Compares scores with the ratings of the same texts.</summary>
    public static Agreement Of(IReadOnlyList<RatedText> texts, double[] scores)
    {
        int[] people = [.. texts.Select(static text => Class(text.Rating / MaximumRating))];
        int[] scorer = [.. scores.Select(Class)];
        var classes = people.Distinct()
            .Select(value => (Share: people.Count(x => x == value) / (double)people.Length, F1: F1(people, scorer, value)))
            .ToArray();
        return new Agreement(
            CorrelationOf([.. texts.Select(static text => text.Rating)], scores),
            classes.Sum(static each => each.Share * each.F1),
            classes.Average(static each => each.F1),
            people.Zip(scorer).Average(static pair => pair.First == pair.Second ? 1.0 : 0));
    }

    private static int Class(double value) => value > Neutral ? 1 : value < -Neutral ? -1 : 0;

    private static double F1(int[] people, int[] scorer, int value)
    {
        var both = people.Zip(scorer).Count(pair => pair.First == value && pair.Second == value);
        return 2.0 * both / (people.Count(x => x == value) + scorer.Count(x => x == value));
    }

    private static double CorrelationOf(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }
}
