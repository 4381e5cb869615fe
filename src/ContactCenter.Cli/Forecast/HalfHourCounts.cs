using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Cli.Forecast;

/// <summary>Counts of any shorter time as days of half hours, by the clock that the file has.</summary>
internal static class HalfHourCounts
{
    /// <summary>Half hours of a day.</summary>
    public const int OfDay = 48;

    /// <summary>
    /// The days of a file. A half hour that it lacks within a day is unknown; before the first and after the last row of a day the center
    /// is closed.
    /// </summary>
    public static IReadOnlyList<VolumeDay> Of(List<SeriesRow> rows)
    {
        var days = new SortedDictionary<DateOnly, double[]>();
        foreach (var row in rows)
        {
            var clock = row.At.DateTime;
            var day = DateOnly.FromDateTime(clock);
            if (!days.TryGetValue(day, out var slots))
            {
                days[day] = slots = new double[OfDay];
                Array.Fill(slots, double.NaN);
            }

            ref var slot = ref slots[(int)(clock.TimeOfDay / TimeSpan.FromMinutes(30))];
            slot = double.IsNaN(row.Value) ? slot : Math.Max(0, row.Value) + (double.IsNaN(slot) ? 0 : slot);
        }

        foreach (var slots in days.Values)
        {
            var first = Array.FindIndex(slots, static value => !double.IsNaN(value));
            var last = Array.FindLastIndex(slots, static value => !double.IsNaN(value));
            for (var i = 0; i < OfDay; i++)
            {
                slots[i] = i < first || i > last ? 0 : slots[i];
            }
        }

        return [.. days.Select(static pair => new VolumeDay(pair.Key, pair.Value))];
    }

    /// <summary>When a half hour begins.</summary>
    public static DateTimeOffset Begin(DateOnly day, int slot) => new(day, TimeOnly.MinValue.AddMinutes(slot * 30), TimeSpan.Zero);
}
