namespace ContactCenter.Core.Configuration;

/// <summary>Tells whether customers are served at a moment, in the center's own time zone.</summary>
public sealed class BusinessCalendar
{
    private readonly TimeZoneInfo _zone;
    private readonly IReadOnlyList<OpeningHours> _hours;
    private readonly HashSet<DateOnly> _holidays;

    /// <summary>Makes the calendar of a configuration.</summary>
    /// <exception cref="TimeZoneNotFoundException">The configuration names no known time zone.</exception>
    public BusinessCalendar(ContactCenterConfiguration configuration)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);
        _hours = configuration.BusinessHours;
        _holidays = [.. configuration.Holidays];
    }

    /// <summary>True within business hours; always true when no hours are configured.</summary>
    public bool IsOpen(DateTimeOffset at) => IsWithin(_hours, openOnHolidays: false, at);

    /// <summary>True while a queue is served: in its own hours, or in those of the center where it has none.</summary>
    public bool IsOpen(QueueSettings queue, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return IsWithin(queue.Hours.Count > 0 ? queue.Hours : _hours, queue.OpenOnHolidays, at);
    }

    private bool IsWithin(IReadOnlyList<OpeningHours> open, bool openOnHolidays, DateTimeOffset at)
    {
        if (open.Count == 0)
        {
            return true;
        }

        var local = TimeZoneInfo.ConvertTime(at, _zone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return (openOnHolidays || !_holidays.Contains(DateOnly.FromDateTime(local.DateTime)))
            && open.Any(hours =>
                hours.Days.Contains(local.DayOfWeek) && time >= hours.From && (time < hours.To || hours.To == TimeOnly.MinValue));
    }
}
