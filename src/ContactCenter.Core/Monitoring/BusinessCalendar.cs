using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Monitoring;

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
    public bool IsOpen(DateTimeOffset at)
    {
        if (_hours.Count == 0)
        {
            return true;
        }

        var local = TimeZoneInfo.ConvertTime(at, _zone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return !_holidays.Contains(DateOnly.FromDateTime(local.DateTime))
            && _hours.Any(hours => hours.Days.Contains(local.DayOfWeek) && time >= hours.From && (time < hours.To || hours.To == TimeOnly.MinValue));
    }
}
