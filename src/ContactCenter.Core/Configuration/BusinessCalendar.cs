namespace ContactCenter.Core.Configuration;

/// <summary>Tells whether customers are served at a moment, in the center's own time zone.</summary>
public sealed class BusinessCalendar
{
    private readonly TimeZoneInfo _zone;
    private readonly IReadOnlyList<OpeningHours> _hours;
    private readonly IReadOnlyList<OpeningException> _exceptions;
    private readonly HashSet<DateOnly> _holidays;

    /// <summary>Makes the calendar of a configuration.</summary>
    /// <exception cref="TimeZoneNotFoundException">The configuration names no known time zone.</exception>
    public BusinessCalendar(ContactCenterConfiguration configuration)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);
        _hours = configuration.BusinessHours;
        _exceptions = configuration.Exceptions;
        _holidays = [.. configuration.Holidays];
    }

    /// <summary>True within business hours; always true when no hours are configured, but for days with other hours.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, _zone);
        return Exception(_exceptions, local) ?? IsWithin(_hours, isHoliday: IsHoliday(local), local);
    }

    /// <summary>
    /// True while a queue is served: in its own hours, or in those of the center where it has none. Other hours of one day that are the
    /// queue's come first; those of the center close every queue outside them that is not open on holidays.
    /// </summary>
    public bool IsOpen(QueueSettings queue, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(queue);
        var local = TimeZoneInfo.ConvertTime(at, _zone);
        if (Exception(queue.Exceptions, local) is { } ofQueue)
        {
            return ofQueue;
        }

        var own = queue.Hours.Count > 0 ? queue.Hours : _hours;
        return queue.OpenOnHolidays ? IsWithin(own, isHoliday: false, local)
            : Exception(_exceptions, local) is { } ofCenter
            ? ofCenter && (queue.Hours.Count == 0 || IsWithin(own, isHoliday: false, local))
            : IsWithin(own, IsHoliday(local), local);
    }

    /// <summary>Whether a day with other hours is open now; null on a day without.</summary>
    private static bool? Exception(IReadOnlyList<OpeningException> exceptions, DateTimeOffset local)
    {
        bool? isOpen = null;
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        foreach (var exception in exceptions)
        {
            if (exception.Date == day)
            {
                isOpen = isOpen == true || (exception is { From: { } from, To: { } to } && IsBetween(time, from, to));
            }
        }

        return isOpen;
    }

    private static bool IsWithin(IReadOnlyList<OpeningHours> open, bool isHoliday, DateTimeOffset local)
    {
        var time = TimeOnly.FromDateTime(local.DateTime);
        return open.Count == 0
            || (!isHoliday && open.Any(hours => hours.Days.Contains(local.DayOfWeek) && IsBetween(time, hours.From, hours.To)));
    }

    private static bool IsBetween(TimeOnly time, TimeOnly from, TimeOnly to) => time >= from && (time < to || to == TimeOnly.MinValue);

    private bool IsHoliday(DateTimeOffset local) => _holidays.Contains(DateOnly.FromDateTime(local.DateTime));
}
