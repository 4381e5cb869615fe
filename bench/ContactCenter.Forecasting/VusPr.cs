namespace ContactCenter.Forecasting;

/// <summary>
/// Volume under the surface of precision and recall (Paparrizos 2022): the area under the curve for labels that fade out on both sides of a
/// window, in the mean over how far. No threshold goes into it, so it tells how good the order of the scores is.
/// </summary>
internal static class VusPr
{
    private const int Thresholds = 250;

    /// <summary>The volume, 0 to 1; no number for a series without a window.</summary>
    /// <param name="scores">A score for each row.</param>
    /// <param name="windows">First and last rows.</param>
    /// <param name="longest">The longest slope in rows.</param>
    /// <param name="step">Slopes between 0 and the longest.</param>
    public static double Of(double[] scores, (int First, int Last)[] windows, int longest, int step)
    {
        if (windows.Length == 0)
        {
            return double.NaN;
        }

        double[] order = [.. scores.OrderDescending()];
        double[] thresholds =
        [
            .. Enumerable.Range(0, Thresholds)
                .Select(i => order[(int)((long)i * (order.Length - 1) / (Thresholds - 1))])
                .Distinct(),
        ];
        double sum = 0;
        var count = 0;
        for (var slope = 0; slope <= longest; slope += step)
        {
            sum += Area(scores, windows, slope, thresholds);
            count++;
        }

        return sum / count;
    }

    private static double Area(double[] scores, (int First, int Last)[] windows, int slope, double[] thresholds)
    {
        var weight = new double[scores.Length];
        double inside = windows.Sum(static window => window.Last - window.First + 1);
        foreach (var (first, last) in windows)
        {
            for (var row = Math.Max(0, first - (slope / 2)); row <= Math.Min(scores.Length - 1, last + (slope / 2)); row++)
            {
                var distance = row < first ? first - row : row > last ? row - last : 0;
                weight[row] = Math.Max(weight[row], distance == 0 ? 1 : Math.Sqrt(1 - (distance / (double)slope)));
            }
        }

        var positive = (inside + weight.Sum()) / 2;
        double area = 0, recallBefore = 0, precisionBefore = double.NaN;
        foreach (var threshold in thresholds)
        {
            double right = 0;
            var predicted = 0;
            for (var row = 0; row < scores.Length; row++)
            {
                if (scores[row] >= threshold)
                {
                    predicted++;
                    right += weight[row];
                }
            }

            var touched = windows.Count(window => Touches(scores, window, slope / 2, threshold));
            var recall = Math.Min(1, right / positive) * touched / windows.Length;
            var precision = right / predicted;
            // before the first point nothing is known: a detector that says the same of every row gets the share of its windows
            area += (recall - recallBefore) * (precision + (double.IsNaN(precisionBefore) ? precision : precisionBefore)) / 2;
            (recallBefore, precisionBefore) = (recall, precision);
        }

        return area;
    }

    private static bool Touches(double[] scores, (int First, int Last) window, int slope, double threshold)
    {
        for (var row = Math.Max(0, window.First - slope); row <= Math.Min(scores.Length - 1, window.Last + slope); row++)
        {
            if (scores[row] >= threshold)
            {
                return true;
            }
        }

        return false;
    }
}
