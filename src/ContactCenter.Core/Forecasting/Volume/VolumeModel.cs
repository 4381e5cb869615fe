namespace ContactCenter.Core.Forecasting.Volume;

/// <summary>Contacts of each day that is asked for and each of its slots.</summary>
/// <param name="history">What is known.</param>
/// <param name="days">The open days that follow, in order.</param>
public delegate double[][] VolumeModel(VolumeHistory history, IReadOnlyList<DateOnly> days);

/// <summary>The models by their names; a benchmark holds them against each other.</summary>
public static class VolumeModels
{
    /// <summary>Fewer days do not tell the weekdays apart.</summary>
    internal const int DaysForAll = 20;

    /// <summary>The last same weekday as it was.</summary>
    public static VolumeModel SeasonalNaive => SameWeekdays.Last;

    /// <summary>Double-seasonal Holt-Winters.</summary>
    public static VolumeModel HoltWinters => DoubleSeason.Forecast;

    /// <summary>Median of the last seven same weekdays.</summary>
    public static VolumeModel MedianOfWeekdays => SameWeekdays.Median;

    /// <summary>Days as sums of a few shapes.</summary>
    public static VolumeModel Scores => DayScores.Forecast;

    /// <summary>Shape of the weekday and level of the day.</summary>
    public static VolumeModel Level => DayLevel.Forecast;

    /// <summary>Regression on the calendar.</summary>
    public static VolumeModel Calendar => CalendarRegression.Forecast;

    /// <summary>
    /// The equal mean of the five, which are unlike enough to err apart; weights that are learned gain little and cost calm. A history of
    /// under four weeks tells too little for them.
    /// </summary>
    public static VolumeModel Combined => static (history, days) =>
    {
        if (history.Days.Count < DaysForAll)
        {
            return SameWeekdays.Shrunk(history, days);
        }

        // before opening some models expect next to nothing, which is not nothing: somebody would have to be there
        bool[] isOpen = [.. Enumerable.Range(0, history.Slots).Select(slot => history.Values.Any(day => day[slot] > 0))];
        double[][][] all = [.. Members.Select(model => model(history, days))];
        return
        [
            .. Enumerable.Range(0, days.Count)
                .Select(day => Enumerable.Range(0, history.Slots)
                    .Select(slot => isOpen[slot] ? all.Average(each => each[day][slot]) : 0)
                    .ToArray()),
        ];
    };

    private static VolumeModel[] Members { get; } = [HoltWinters, MedianOfWeekdays, Scores, Level, Calendar];
}
