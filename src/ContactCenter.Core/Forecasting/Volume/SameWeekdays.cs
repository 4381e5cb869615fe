namespace ContactCenter.Core.Forecasting.Volume;

/// <summary>What the same slot had on the same weekday in the weeks before.</summary>
internal static class SameWeekdays
{
    private const int Weeks = 7;

    /// <summary>So many days of a weekday count as much as what all days together say of it.</summary>
    private const double Prior = 1;

    /// <summary>The median of the last seven.</summary>
    public static double[][] Median(VolumeHistory history, IReadOnlyList<DateOnly> days) =>
    [
        .. days.Select(day =>
        {
            int[] same = [.. history.SameWeekday(day, history.Days.Count, Weeks)];
            return Enumerable.Range(0, history.Slots).Select(slot => same.Length == 0
                ? history.Values.Average(values => values[slot])
                : VolumeHistory.Median(same.Select(i => history.Values[i][slot]))).ToArray();
        }),
    ];

    /// <summary>For a short history: the mean of the same weekdays, drawn towards the mean of all days the fewer there are.</summary>
    public static double[][] Shrunk(VolumeHistory history, IReadOnlyList<DateOnly> days) =>
    [
        .. days.Select(day =>
        {
            int[] same = [.. history.SameWeekday(day, history.Days.Count, Weeks)];
            return Enumerable.Range(0, history.Slots)
                .Select(slot => (same.Sum(i => history.Values[i][slot]) + (Prior * history.Values.Average(values => values[slot])))
                    / (same.Length + Prior))
                .ToArray();
        }),
    ];

    /// <summary>The last one as it was: what everything else is measured against.</summary>
    public static double[][] Last(VolumeHistory history, IReadOnlyList<DateOnly> days) =>
    [
        .. days.Select(day => history.SameWeekday(day, history.Days.Count, 1).Select(i => history.Values[i]).FirstOrDefault()
            ?? history.Values[^1]),
    ];
}
