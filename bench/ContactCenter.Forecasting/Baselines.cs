namespace ContactCenter.Forecasting;

/// <summary>Detectors that others are held against; each gives a row a score of 0 to 1 and sees nothing behind it.</summary>
internal static class Baselines
{
    private const int Window = 6400;
    private const int Step = 100;
    private const int Rest = 100;

    /// <summary>Never says anything.</summary>
    public static double[] Null(NabSeries series) => new double[series.Values.Length];

    /// <summary>Says anything.</summary>
    public static double[] Random(NabSeries series)
    {
        // the same for each run, and another for each file
        var random = new Random(series.Name.Aggregate(17, static (hash, letter) => unchecked((hash * 31) + letter)));
        return [.. series.Values.Select(_ => random.NextDouble())];
    }

    /// <summary>How unlikely a value is by mean and deviation of the last 6,400, which are taken anew every 100 rows.</summary>
    public static double[] WindowedGaussian(NabSeries series)
    {
        var scores = new double[series.Values.Length];
        double mean = 0, deviation = 1;
        for (var row = 0; row < scores.Length; row++)
        {
            if (row > 0 && (row < Window ? row >= 2 : row % Step == 0))
            {
                var window = series.Values.AsSpan(Math.Max(0, row - Window), Math.Min(row, Window));
                (mean, deviation) = Moments(window);
            }

            var z = deviation > 0 ? Math.Abs(series.Values[row] - mean) / deviation : 0;
            scores[row] = row < 2 ? 0 : Score(z);
        }

        return scores;
    }

    /// <summary>The difference to the same time a day before, by how large such differences were; then it rests.</summary>
    public static double[] SeasonalNaive(NabSeries series)
    {
        var scores = new double[series.Values.Length];
        var spread = 0.0;
        var before = 0;
        var rest = 0;
        for (var row = 1; row < scores.Length; row++)
        {
            while (before < row && series.At[row] - series.At[before + 1] >= TimeSpan.FromDays(1))
            {
                before++;
            }

            var reference = series.At[row] - series.At[before] >= TimeSpan.FromDays(1) ? series.Values[before] : series.Values[row - 1];
            var error = Math.Abs(series.Values[row] - reference);
            var score = spread > 0 ? Score(error / spread / 1.2533) : 0;
            spread += (error - spread) / Math.Min(row, 1000);
            scores[row] = rest > 0 ? 0 : score;
            rest = rest > 0 ? rest - 1 : score >= 0.5 ? Rest : 0;
        }

        return scores;
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> values)
    {
        double sum = 0, squares = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        var mean = sum / values.Length;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, Math.Sqrt(squares / values.Length));
    }

    /// <summary>Deviations as a score: 0.5 at four, nearly 1 at eight.</summary>
    private static double Score(double deviations) => 1 - Math.Pow(2, -deviations * deviations / 16);
}
