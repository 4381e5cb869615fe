namespace ContactCenter.Plots;

/// <summary>A label of a time axis.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Label">What it says.</param>
internal sealed record TimeTick(DateTimeOffset At, string Label);

/// <summary>
/// Where a time axis has its labels: at whole hours and days by the clock of the reader, also over the change to or from summer time.
/// </summary>
internal static class TimeTicks
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>Distances that people count in, in minutes.</summary>
    private static readonly int[] Steps =
    [
        1, 2, 5, 10, 15, 30, 60, 2 * 60, 3 * 60, 6 * 60, 12 * 60, MinutesOfDay, 2 * MinutesOfDay, 7 * MinutesOfDay, 14 * MinutesOfDay,
    ];

    /// <summary>The labels between two times.</summary>
    /// <param name="from">Begin of the axis.</param>
    /// <param name="to">Its end.</param>
    /// <param name="zone">The zone of the reader.</param>
    /// <param name="words">How days are written.</param>
    /// <param name="most">At most so many labels.</param>
    public static IReadOnlyList<TimeTick> Of(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone, PlotWords words, int most)
    {
        var length = (to - from).TotalMinutes;
        var step = Steps.FirstOrDefault(step => length / step <= most, 0);
        return step switch
        {
            0 => Months(from, to, zone, words, most),
            >= MinutesOfDay => Days(from, to, zone, words, step / MinutesOfDay),
            _ => Hours(from, to, zone, words, step),
        };
    }

    private static List<TimeTick> Hours(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone, PlotWords words, int step)
    {
        var ticks = new List<TimeTick>();
        var day = TimeZoneInfo.ConvertTime(from, zone).Date;
        for (; At(day, zone) <= to; day = day.AddDays(1))
        {
            for (var minute = 0; minute < MinutesOfDay; minute += step)
            {
                var local = day.AddMinutes(minute);

                // an hour that the clock leaps over has no label; one that comes twice has it where it comes first
                if (zone.IsInvalidTime(local) || At(local, zone) is var at && (at < from || at > to))
                {
                    continue;
                }

                ticks.Add(new TimeTick(At(local, zone), minute == 0 ? words.Date(local) : $"{local:HH:mm}"));
            }
        }

        return ticks;
    }

    private static List<TimeTick> Days(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone, PlotWords words, int step)
    {
        var ticks = new List<TimeTick>();
        var day = TimeZoneInfo.ConvertTime(from, zone).Date;

        // weeks begin on Monday; other steps are counted from a fixed day, so that labels stay where they are while the axis moves
        var since = DateOnly.FromDateTime(day).DayNumber % step;
        for (day = day.AddDays(-since); At(day, zone) <= to; day = day.AddDays(step))
        {
            if (At(day, zone) >= from)
            {
                ticks.Add(new TimeTick(At(day, zone), words.Date(day)));
            }
        }

        return ticks;
    }

    private static List<TimeTick> Months(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone, PlotWords words, int most)
    {
        var local = TimeZoneInfo.ConvertTime(from, zone);
        var months = Math.Max(1, (int)Math.Ceiling((to - from).TotalDays / 30 / most));
        var ticks = new List<TimeTick>();
        for (var day = new DateTime(local.Year, 1, 1); day.Year < 9999 && At(day, zone) <= to; day = day.AddMonths(months))
        {
            if (At(day, zone) >= from)
            {
                ticks.Add(new TimeTick(At(day, zone), day.Month == 1 ? SvgText.Number(day.Year) : words.Months[day.Month - 1]));
            }
        }

        return ticks;
    }

    /// <summary>The moment of a local time; of two the first, and the next one there is where there is none.</summary>
    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset);
    }
}
