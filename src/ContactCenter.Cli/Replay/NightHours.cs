namespace ContactCenter.Cli.Replay;

/// <summary>Tells nights and week-ends by the clock on the wall. A night belongs to the day on whose evening it begins.</summary>
internal sealed class NightHours(TimeZoneInfo zone)
{
    /// <summary>When a night begins and ends, as people are told.</summary>
    public static string Words => Say.NightHoursWords;

    /// <summary>The time on the wall.</summary>
    public DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    /// <summary>The night, or null by day.</summary>
    public DateOnly? Night(DateTimeOffset at)
    {
        var local = Local(at);
        var day = DateOnly.FromDateTime(local);
        return local.TimeOfDay >= Core.Escalation.Night.Begin ? day
            : Core.Escalation.Night.Is(local.TimeOfDay) ? day.AddDays(-1)
            : null;
    }

    /// <summary>True on a Saturday or Sunday by day.</summary>
    public bool IsWeekend(DateTimeOffset at) =>
        Night(at) is null && Local(at).DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
