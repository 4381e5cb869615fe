namespace ContactCenter.Core.Forecasting.Volume;

/// <summary>
/// Double-seasonal exponential smoothing (Taylor 2003), multiplicative: a level, a shape of the day and a shape of the week. The week is
/// indexed by weekday and slot and not by a distance in time, so that days that are missing do not shift it.
/// </summary>
internal static class DoubleSeason
{
    private const double LevelRate = 0.001;
    private const double DayRate = 0.02;
    private const double WeekRate = 0.1;

    /// <summary>How much of the last error is left a slot later.</summary>
    private const double ErrorMemory = 0.9;

    /// <summary>Errors beyond so many deviations count as much: an outage or a television spot is not the new level.</summary>
    private const double Clip = 3;

    private const double Least = 1e-6;

    /// <summary>
    /// A factor below it is none: where few come, a half hour is empty by chance, and what comes in it later would be divided by nothing.
    /// </summary>
    private const double MinimumFactor = 0.05;

    public static double[][] Forecast(VolumeHistory history, IReadOnlyList<DateOnly> days)
    {
        var slots = history.Slots;
        var begin = Math.Min(history.Days.Count, 10);
        var level = Math.Max(Least, Enumerable.Range(0, begin).Average(i => history.Totals[i]) / slots);
        double[] day =
        [
            .. Enumerable.Range(0, slots)
                .Select(slot => Math.Max(MinimumFactor, Enumerable.Range(0, begin).Average(i => history.Values[i][slot]) / level)),
        ];
        var week = Enumerable.Range(0, 7).Select(weekday =>
        {
            int[] same = [.. Enumerable.Range(0, begin).Where(i => (int)history.Days[i].DayOfWeek == weekday)];
            return Enumerable.Range(0, slots)
                .Select(slot => same.Length == 0
                    ? 1 : Math.Max(MinimumFactor, same.Average(i => history.Values[i][slot]) / (level * day[slot])))
                .ToArray();
        }).ToArray();
        double error = 0, spread = 0;
        for (var i = 0; i < history.Days.Count; i++)
        {
            var its = week[(int)history.Days[i].DayOfWeek];
            for (var slot = 0; slot < slots; slot++)
            {
                var expected = level * day[slot] * its[slot];
                error = history.Values[i][slot] - expected;
                var relative = Math.Abs(error) / Math.Sqrt(Math.Max(1, expected));
                if (i >= begin)
                {
                    var most = Clip * spread * Math.Sqrt(Math.Max(1, expected));
                    error = Math.Clamp(error, -most, most);
                }

                // mean absolute deviation to standard deviation of a normal
                spread += ((1.2533 * relative) - spread) / Math.Min(500, (i * slots) + slot + 1);
                var value = Math.Max(0, expected + error);
                level = Math.Max(Least, (LevelRate * value / Math.Max(Least, day[slot] * its[slot])) + ((1 - LevelRate) * level));
                day[slot] = Math.Max(MinimumFactor, (DayRate * value / Math.Max(Least, level * its[slot])) + ((1 - DayRate) * day[slot]));
                its[slot] = Math.Max(MinimumFactor, (WeekRate * value / Math.Max(Least, level * day[slot])) + ((1 - WeekRate) * its[slot]));
            }
        }

        return
        [
            .. days.Select((target, ahead) => Enumerable.Range(0, slots).Select(slot => Math.Max(
                0,
                (level * day[slot] * week[(int)target.DayOfWeek][slot])
                    + (Math.Pow(ErrorMemory, (ahead * slots) + slot + 1) * error))).ToArray()),
        ];
    }
}
