namespace ContactCenter.Core.Forecasting.Volume;

/// <summary>
/// A shape for each weekday and, on top of it, a level of the day that fades to normal; on the scale of square roots, on which the spread
/// of counts is even. The shapes follow by clipped smoothing, the level by a filter with one number of memory.
/// </summary>
internal static class DayLevel
{
    private const double ShapeRate = 0.15;

    /// <summary>How much of a new level is taken over: the rest counts as noise of the day.</summary>
    private const double Gain = 0.6;

    /// <summary>Steps beyond so many roots count as much: on this scale the noise of a count is one half.</summary>
    private const double Clip = 2;

    public static double[][] Forecast(VolumeHistory history, IReadOnlyList<DateOnly> days)
    {
        var shapes = new double[]?[7];
        double[] overall =
        [
            .. Enumerable.Range(0, history.Slots).Select(slot => history.Values.Average(day => DayScores.Root(day[slot]))),
        ];
        var left = new List<double>();
        double level = 0;
        for (var i = 0; i < history.Days.Count; i++)
        {
            double[] roots = [.. history.Values[i].Select(DayScores.Root)];
            ref var shape = ref shapes[(int)history.Days[i].DayOfWeek];
            if (shape is null)
            {
                // the first day of its kind: as it was, with the level of the days before it taken out
                shape = [.. roots.Select(root => root - level)];
                continue;
            }

            var difference = 0.0;
            for (var slot = 0; slot < roots.Length; slot++)
            {
                difference += (roots[slot] - shape[slot]) / roots.Length;
            }

            left.Add(difference);
            var expected = DayScores.Memory(left) * level;
            level = expected + (Gain * (difference - expected));
            for (var slot = 0; slot < roots.Length; slot++)
            {
                shape[slot] += ShapeRate * Math.Clamp(roots[slot] - shape[slot], -Clip, Clip);
            }
        }

        var memory = DayScores.Memory(left);
        return
        [
            .. days.Select((day, ahead) => (shapes[(int)day.DayOfWeek] ?? overall)
                .Select(root => DayScores.Square(root + (Math.Pow(memory, ahead + 1) * level))).ToArray()),
        ];
    }
}
