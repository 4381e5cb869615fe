namespace ContactCenter.Core.Common;

/// <summary>Days as the clock on a wall has them.</summary>
public static class LocalDay
{
    /// <summary>The day of a moment.</summary>
    public static DateOnly Of(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>When a day begins: at midnight, or an hour later where the clock leaves midnight out.</summary>
    /// <param name="day">Midnight of the day, on the wall.</param>
    /// <param name="zone">The zone of the clock.</param>
    public static DateTimeOffset Begin(DateTime day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = zone.IsInvalidTime(day) ? day.AddHours(1) : day;
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
