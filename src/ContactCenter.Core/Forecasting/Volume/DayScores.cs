namespace ContactCenter.Core.Forecasting.Volume;

/// <summary>
/// Days as sums of a few shapes (Shen and Huang 2008): the matrix of days and slots, on the scale of square roots, is taken apart; what a
/// day has of each shape goes by its weekday, and what is left fades from day to day.
/// </summary>
internal static class DayScores
{
    private const int Shapes = 3;
    private const int MaximumDays = 125;
    private const int Rounds = 60;
    private const double MaximumMemory = 0.98;

    /// <summary>A shape with less of what days are made of is none.</summary>
    private const double Negligible = 1e-9;

    public static double[][] Forecast(VolumeHistory history, IReadOnlyList<DateOnly> days)
    {
        var first = Math.Max(0, history.Days.Count - MaximumDays);
        double[][] roots = [.. history.Values.Skip(first).Select(static day => day.Select(Root).ToArray())];
        var shapes = Principal(roots, history.Slots);
        var forecast = days.Select(_ => new double[history.Slots]).ToArray();
        foreach (var shape in shapes)
        {
            double[] scores = [.. roots.Select(day => Product(day, shape))];
            var (usual, overall) = Usual(history, first, scores);
            double[] left = [.. scores.Select((score, i) => score - usual[(int)history.Days[first + i].DayOfWeek])];
            var memory = Memory(left);
            for (var ahead = 0; ahead < days.Count; ahead++)
            {
                var mean = usual[(int)days[ahead].DayOfWeek];
                var score = (double.IsNaN(mean) ? overall : mean) + (Math.Pow(memory, ahead + 1) * left[^1]);
                for (var slot = 0; slot < history.Slots; slot++)
                {
                    forecast[ahead][slot] += score * shape[slot];
                }
            }
        }

        return [.. forecast.Select(static day => day.Select(Square).ToArray())];
    }

    internal static double Root(double value) => Math.Sqrt(value + 0.25);

    internal static double Square(double root) => Math.Max(0, (Math.Max(0, root) * Math.Max(0, root)) - 0.25);

    /// <summary>How much of what is left over is there on the next day: least squares, 0 to below 1.</summary>
    internal static double Memory(IReadOnlyList<double> left)
    {
        double both = 0, own = 0;
        for (var i = 1; i < left.Count; i++)
        {
            both += left[i] * left[i - 1];
            own += left[i - 1] * left[i - 1];
        }

        return own > 0 ? Math.Clamp(both / own, 0, MaximumMemory) : 0;
    }

    private static (double[] ByWeekday, double Overall) Usual(VolumeHistory history, int first, double[] scores)
    {
        var sum = new double[7];
        var count = new int[7];
        for (var i = 0; i < scores.Length; i++)
        {
            var weekday = (int)history.Days[first + i].DayOfWeek;
            sum[weekday] += scores[i];
            count[weekday]++;
        }

        return ([.. sum.Select((value, weekday) => count[weekday] == 0 ? double.NaN : value / count[weekday])], scores.Average());
    }

    /// <summary>The directions in which days differ most, by orthogonal iteration from a start that is always the same.</summary>
    private static double[][] Principal(double[][] rows, int slots)
    {
        var count = Math.Min(Shapes, Math.Min(slots, rows.Length));
        var products = new double[slots][];
        for (var one = 0; one < slots; one++)
        {
            products[one] = new double[slots];
            for (var other = 0; other < slots; other++)
            {
                products[one][other] = rows.Sum(row => row[one] * row[other]);
            }
        }

        double[][] shapes =
        [
            .. Enumerable.Range(0, count)
                .Select(k => Enumerable.Range(0, slots).Select(slot => Math.Cos(Math.PI * k * (slot + 0.5) / slots)).ToArray()),
        ];
        var negligible = Negligible * Enumerable.Range(0, slots).Sum(slot => products[slot][slot]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var k = 0; k < count; k++)
            {
                double[] next = [.. products.Select(row => Product(row, shapes[k]))];
                for (var before = 0; before < k; before++)
                {
                    var part = Product(next, shapes[before]);
                    for (var slot = 0; slot < slots; slot++)
                    {
                        next[slot] -= part * shapes[before][slot];
                    }
                }

                // what rounding leaves of days that have fewer shapes would be one that looks like the first
                var length = Math.Sqrt(Product(next, next));
                shapes[k] = length > negligible ? [.. next.Select(value => value / length)] : new double[slots];
            }
        }

        return shapes;
    }

    private static double Product(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
