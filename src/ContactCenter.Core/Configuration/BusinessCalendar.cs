namespace ContactCenter.Core.Configuration;

/// <summary>Tells whether customers are served at a moment, in the center's own time zone.</summary>
public sealed class BusinessCalendar
{
    /// <summary>Opening hours are added up over so much time at most: nothing waits longer than a task, which is seven days.</summary>
    private static readonly TimeSpan MaximumSpan = TimeSpan.FromDays(8);

    private readonly TimeZoneInfo _zone;
    private readonly IReadOnlyList<OpeningHours> _hours;
    private readonly HashSet<DateOnly> _holidays;
    private readonly Dictionary<string, QueueSettings> _queues;

    /// <summary>Makes the calendar of a configuration.</summary>
    /// <exception cref="TimeZoneNotFoundException">The configuration names no known time zone.</exception>
    public BusinessCalendar(ContactCenterConfiguration configuration)
        : this(
            TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone), configuration.BusinessHours, configuration.Holidays,
            configuration.Queues)
    {
    }

    private BusinessCalendar(
        TimeZoneInfo zone, IReadOnlyList<OpeningHours> hours, IEnumerable<DateOnly> holidays, IEnumerable<QueueSettings> queues)
    {
        _zone = zone;
        _hours = hours;
        _holidays = [.. holidays];
        _queues = queues.DistinctBy(static queue => queue.Name).ToDictionary(static queue => queue.Name, StringComparer.Ordinal);
    }

    /// <summary>A calendar of a center that never closes.</summary>
    public static BusinessCalendar AlwaysOpen { get; } = new(TimeZoneInfo.Utc, [], [], []);

    /// <summary>True within business hours; always true when no hours are configured.</summary>
    public bool IsOpen(DateTimeOffset at) => IsWithin(_hours, openOnHolidays: false, at);

    /// <summary>True while a queue is served: in its own hours, or in those of the center where it has none.</summary>
    public bool IsOpen(QueueSettings queue, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return IsWithin(HoursOf(queue), queue.OpenOnHolidays, at);
    }

    /// <summary>True while the queue of this name is served; one that is not configured has the hours of the center.</summary>
    public bool IsOpen(string queue, DateTimeOffset at) => _queues.GetValueOrDefault(queue) is { } known ? IsOpen(known, at) : IsOpen(at);

    /// <summary>How long the queue of this name was served in a span of time, of which the last eight days count.</summary>
    public TimeSpan OpenTime(string queue, DateTimeOffset from, DateTimeOffset to)
    {
        var known = _queues.GetValueOrDefault(queue);
        var hours = known is null ? _hours : HoursOf(known);
        if (to <= from || hours.Count == 0)
        {
            return to > from ? to - from : TimeSpan.Zero;
        }

        from = to - from > MaximumSpan ? to - MaximumSpan : from;
        var open = TimeSpan.Zero;
        var last = DateOf(to);
        for (var day = DateOf(from); day <= last; day = day.AddDays(1))
        {
            if (known is not { OpenOnHolidays: true } && _holidays.Contains(day))
            {
                continue;
            }

            foreach (var stretch in hours.Where(hours => hours.Days.Contains(day.DayOfWeek)))
            {
                var begin = Later(from, At(day, stretch.From));
                var end = Earlier(to, At(stretch.To == TimeOnly.MinValue ? day.AddDays(1) : day, stretch.To));
                open += end > begin ? end - begin : TimeSpan.Zero;
            }
        }

        // hours that overlap count once at most
        return open < to - from ? open : to - from;
    }

    private IReadOnlyList<OpeningHours> HoursOf(QueueSettings queue) => queue.Hours.Count > 0 ? queue.Hours : _hours;

    private DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

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
