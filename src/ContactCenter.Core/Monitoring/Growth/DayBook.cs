namespace ContactCenter.Core.Monitoring.Growth;

/// <summary>Days of a center: what is remembered of them, and over it what was read today.</summary>
internal sealed class DayBook
{
    /// <summary>More values of a day are left out: an item has room for some thousands.</summary>
    private const int MaximumValues = 2000;

    /// <summary>What was not counted for so long is gone; a day on which it could not be counted is no sign of that.</summary>
    private const int Missing = 7;

    private readonly IReadOnlyList<CenterDay> _known;
    private readonly SortedDictionary<DateOnly, SortedDictionary<string, DayValue>> _days = [];

    public DayBook(IReadOnlyList<CenterDay> known)
    {
        _known = known;
        foreach (var day in known)
        {
            foreach (var value in day.Values)
            {
                Add(day.Day, value);
            }
        }
    }

    /// <summary>Takes a value in the place of what was known.</summary>
    public void Add(DateOnly day, DayValue value)
    {
        if (!double.IsFinite(value.Value))
        {
            return;
        }

        if (!_days.TryGetValue(day, out var values))
        {
            _days.Add(day, values = new(StringComparer.Ordinal));
        }

        values[$"{value.Name}/{value.Of}"] = value with { Value = Rounded(value.Value) };
    }

    /// <summary>Six digits are more than any of it is measured to, and shorter.</summary>
    private static double Rounded(double value)
    {
        if (Math.Abs(value) < 1e-9)
        {
            return 0;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 5);
        return unit >= 1 ? Math.Round(value / unit) * unit : Math.Round(value * Math.Round(1 / unit)) / Math.Round(1 / unit);
    }

    /// <summary>What was counted in the last days, by the limits that held last.</summary>
    public IEnumerable<GrowthSeries> Counted() => _days.Reverse().Take(Missing)
        .SelectMany(static day => day.Value.Values)
        .Where(static value => CountedThings.All.Contains(value.Name))
        .GroupBy(static value => (value.Name, value.Of))
        .Select(static series => new GrowthSeries(series.Key.Name, series.Key.Of, CountedThings.LimitOf(series)));

    /// <summary>The days of a series.</summary>
    public IReadOnlyList<(DateOnly Day, double Value)> Of(GrowthSeries series) =>
    [
        .. _days.Where(day => day.Value.ContainsKey(series.Key)).Select(day => (day.Key, day.Value[series.Key].Value)),
    ];

    /// <summary>The days that are others than what is remembered; the last one always, with what was told on it.</summary>
    public IReadOnlyList<CenterDay> Changed(DateOnly last, IReadOnlyList<string> told)
    {
        var known = _known.ToDictionary(static day => day.Day);
        return
        [
            .. _days.Where(static day => day.Value.Count > 0)
                .Select(day => new CenterDay(day.Key, [.. day.Value.Values.Take(MaximumValues)])
                {
                    Told = known.GetValueOrDefault(day.Key)?.Told,
                })
                .Where(day => day.Day != last && known.GetValueOrDefault(day.Day)?.Values.SequenceEqual(day.Values) != true),
            new CenterDay(last, [.. _days.GetValueOrDefault(last)?.Values.Take(MaximumValues) ?? []]) { Told = told },
        ];
    }
}
