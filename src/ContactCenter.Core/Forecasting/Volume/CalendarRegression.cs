namespace ContactCenter.Core.Forecasting.Volume;

/// <summary>
/// The total of a day by what the calendar says of it: weekday, time of the month, a day after a closure, and how it went lately; ridge
/// regression on logarithms, spread over the slots as the same weekday had them. It sees what no other model sees, and overfits alone.
/// </summary>
internal static class CalendarRegression
{
    private const double Penalty = 3;
    private const int Weeks = 8;

    /// <summary>Days at the beginning that only serve to tell how it went lately.</summary>
    private const int Begin = 5;

    public static double[][] Forecast(VolumeHistory history, IReadOnlyList<DateOnly> days)
    {
        var logs = history.Totals.Select(static total => Math.Log(total + 1)).ToArray();
        return [.. days.Select((day, ahead) => Spread(history, day, Math.Exp(Total(history, logs, day, ahead)) - 1))];
    }

    private static double Total(VolumeHistory history, double[] logs, DateOnly day, int ahead)
    {
        var count = history.Days.Count;
        var features = new List<double[]>();
        var targets = new List<double>();
        for (var i = Begin + ahead; i < count; i++)
        {
            features.Add(Features(history, logs, history.Days[i], i - ahead));
            targets.Add(logs[i]);
        }

        var asked = Features(history, logs, day, count);
        if (targets.Count == 0)
        {
            return logs.Average();
        }

        // the mean of each feature stands for the intercept, which is not drawn to zero
        var width = asked.Length;
        double[] means = [.. Enumerable.Range(0, width).Select(k => features.Average(row => row[k]))];
        var mean = targets.Average();
        var matrix = new double[width][];
        var right = new double[width];
        for (var k = 0; k < width; k++)
        {
            matrix[k] = new double[width];
            for (var other = 0; other < width; other++)
            {
                matrix[k][other] = features.Sum(row => (row[k] - means[k]) * (row[other] - means[other])) + (k == other ? Penalty : 0);
            }

            right[k] = features.Zip(targets, (row, target) => (row[k] - means[k]) * (target - mean)).Sum();
        }

        var weights = Solve(matrix, right);
        return mean + Enumerable.Range(0, width).Sum(k => weights[k] * (asked[k] - means[k]));
    }

    /// <summary>What is known of a day when the days before a place are known.</summary>
    private static double[] Features(VolumeHistory history, double[] logs, DateOnly day, int known)
    {
        var features = new double[14];
        features[(int)day.DayOfWeek] = 1;
        var fromEnd = DateTime.DaysInMonth(day.Year, day.Month) - day.Day;
        features[7] = day.Day <= 3 ? 1 : 0;
        features[8] = day.Day is >= 4 and <= 7 ? 1 : 0;
        features[9] = day.Day is >= 14 and <= 17 ? 1 : 0;
        features[10] = fromEnd < 3 ? 1 : 0;
        features[11] = history.IsAfterClosure(day) ? 1 : 0;
        int[] same = [.. history.SameWeekday(day, known, 3)];
        features[12] = same.Length == 0 ? logs.Take(known).Average() : same.Average(i => logs[i]);
        features[13] = logs.Take(known).TakeLast(Begin).Average();
        return features;
    }

    private static double[] Spread(VolumeHistory history, DateOnly day, double total)
    {
        int[] same = [.. history.SameWeekday(day, history.Days.Count, Weeks)];
        var of = same.Length == 0 ? Enumerable.Range(0, history.Days.Count) : same;
        var share = new double[history.Slots];
        var days = 0;
        foreach (var i in of)
        {
            days++;
            for (var slot = 0; slot < share.Length; slot++)
            {
                share[slot] += history.Values[i][slot] / history.Totals[i];
            }
        }

        return [.. share.Select(value => Math.Max(0, total * value / days))];
    }

    /// <summary>Gaussian elimination; the penalty keeps the matrix from being singular.</summary>
    private static double[] Solve(double[][] matrix, double[] right)
    {
        var size = right.Length;
        for (var k = 0; k < size; k++)
        {
            for (var row = k + 1; row < size; row++)
            {
                var factor = matrix[row][k] / matrix[k][k];
                for (var column = k; column < size; column++)
                {
                    matrix[row][column] -= factor * matrix[k][column];
                }

                right[row] -= factor * right[k];
            }
        }

        for (var k = size - 1; k >= 0; k--)
        {
            for (var column = k + 1; column < size; column++)
            {
                right[k] -= matrix[k][column] * right[column];
            }

            right[k] /= matrix[k][k];
        }

        return right;
    }
}
