namespace ContactCenter.Forecasting;

/// <summary>
/// The score of the Numenta Anomaly Benchmark 1.1, standard profile: the first detection in a window counts by how early it is, every one
/// outside costs by how far it is from the window before it; 0 for a detector that is silent, 100 for one that speaks up once at the
/// begin of each window and never else.
/// </summary>
internal static class NabScore
{
    private const double CostOfFalse = 0.11;
    private const double CostOfMissed = 1;

    /// <summary>What a file adds, for detections at the rows whose score reaches a threshold.</summary>
    public static double Raw(NabSeries series, double[] scores, double threshold)
    {
        var sum = 0.0;
        var found = new bool[series.Windows.Length];
        for (var row = series.Probation; row < scores.Length; row++)
        {
            if (!(scores[row] >= threshold))
            {
                continue;
            }

            var window = Array.FindIndex(series.Windows, its => row >= its.First && row <= its.Last);
            if (window >= 0)
            {
                // detections come in order: the first is the best
                sum += found[window] ? 0 : Inside(series.Windows[window], row);
                found[window] = true;
                continue;
            }

            var before = Array.FindLastIndex(series.Windows, its => its.Last < row);
            sum += CostOfFalse * (before < 0 ? -1 : Outside(series.Windows[before], row));
        }

        return sum - (CostOfMissed * found.Count(static one => !one));
    }

    /// <summary>The score of files together.</summary>
    /// <param name="raw">What they add.</param>
    /// <param name="windows">Windows of all of them.</param>
    public static double Normalized(double raw, int windows) =>
        windows == 0 ? 0 : 100 * (raw + (CostOfMissed * windows)) / ((1 + CostOfMissed) * windows);

    private static double Inside((int First, int Last) window, int row) =>
        Sigmoid(-(window.Last - row + 1.0) / (window.Last - window.First + 1)) / Sigmoid(-1);

    private static double Outside((int First, int Last) window, int row) =>
        Sigmoid((row - window.Last) / (double)(window.Last - window.First));

    private static double Sigmoid(double x) => x > 3 ? -1 : (2 / (1 + Math.Exp(5 * x))) - 1;
}
