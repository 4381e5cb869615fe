using ContactCenter.Core.Common;

namespace ContactCenter.Core.Configuration;

/// <summary>Tells whether customers are served at a moment, and by how many as planned, in the zone of the center or of a queue.</summary>
public sealed class BusinessCalendar
{
    /// <summary>Opening hours are added up over so much time at most: nothing waits longer than a task, which is seven days.</summary>
    private static readonly TimeSpan MaximumSpan = TimeSpan.FromDays(8);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TimeZoneInfo _zone;
    private readonly IReadOnlyList<OpeningHours> _hours;
    private readonly IReadOnlyList<OpeningException> _exceptions;
    private readonly HashSet<DateOnly> _holidays;
    private readonly Dictionary<string, QueueSettings> _queues;
    private readonly IReadOnlyList<ServiceSwitch> _switches;

    /// <summary>Makes the calendar of a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="switches">What people have closed or opened; of two for the same time the later in the list counts. Null:
    /// nothing.</param>
    /// <exception cref="TimeZoneNotFoundException">The configuration names no known time zone.</exception>
    public BusinessCalendar(ContactCenterConfiguration configuration, IReadOnlyList<ServiceSwitch>? switches = null)
        : this(
            TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone), configuration.BusinessHours, configuration.Exceptions,
            configuration.Holidays, configuration.Queues, switches ?? [])
    {
    }

    private BusinessCalendar(
        TimeZoneInfo zone, IReadOnlyList<OpeningHours> hours, IReadOnlyList<OpeningException> exceptions, IEnumerable<DateOnly> holidays,
        IEnumerable<QueueSettings> queues, IReadOnlyList<ServiceSwitch> switches)
    {
        _switches = switches;
        _zone = zone;
        _hours = hours;
        _exceptions = exceptions;
        _holidays = [.. holidays];
        _queues = queues.DistinctBy(static queue => queue.Name).ToDictionary(static queue => queue.Name, StringComparer.Ordinal);
    }

    /// <summary>A calendar of a center that never closes.</summary>
    public static BusinessCalendar AlwaysOpen { get; } = new(TimeZoneInfo.Utc, [], [], [], [], []);

    /// <summary>True within business hours; always true when no hours are configured, but for days with other hours.</summary>
    public bool IsOpen(DateTimeOffset at) => IsWithin(null, at);

    /// <summary>
    /// True while a queue is served: in its own hours, or in those of the center where it has none. Other hours of one day that are the
    /// queue's come first; those of the center close every queue outside them that is not open on holidays.
    /// </summary>
    public bool IsOpen(QueueSettings queue, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return IsWithin(queue, at);
    }

    /// <summary>True while the queue of this name is served; one that is not configured has the hours of the center.</summary>
    public bool IsOpen(string queue, DateTimeOffset at) => Switched(queue, at) ?? IsWithinHours(_queues.GetValueOrDefault(queue), at);

    /// <summary>How many agents the plan has for the queue of this name; null: none for this time, or the queue is closed.</summary>
    public int? PlannedAgents(string queue, DateTimeOffset at)
    {
        if (_queues.GetValueOrDefault(queue) is not { Plan.Count: > 0 } known || !IsWithin(known, at))
        {
            return null;
        }

        var local = TimeZoneInfo.ConvertTime(at, ZoneOf(known));
        return known.Plan.FirstOrDefault(planned => planned.Days.Contains(local.DayOfWeek)
            && Stretch.Of(planned.From, planned.To).Holds(local.TimeOfDay))?.Agents;
    }

    /// <summary>How long the queue of this name was served in a span of time, of which the last eight days count.</summary>
    public TimeSpan OpenTime(string queue, DateTimeOffset from, DateTimeOffset to)
    {
        from = to - from > MaximumSpan ? to - MaximumSpan : from;

        // between two edges of switches it is one of them, or the hours, that counts
        DateTimeOffset[] edges =
        [
            from,
            .. _switches.SelectMany(static one => new[] { one.From, one.To }).Where(edge => edge > from && edge < to).Distinct().Order(),
            to,
        ];
        return edges.Zip(edges.Skip(1), (begin, end) => Switched(queue, begin) switch
        {
            true => end > begin ? end - begin : TimeSpan.Zero,
            false => TimeSpan.Zero,
            null => WithinHours(_queues.GetValueOrDefault(queue), begin, end),
        }).Aggregate(TimeSpan.Zero, static (sum, part) => sum + part);
    }

    private TimeSpan WithinHours(QueueSettings? known, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = ZoneOf(known);
        var open = TimeSpan.Zero;
        for (var day = DateOf(from, zone); to > from && day <= DateOf(to, zone); day = day.AddDays(1))
        {
            foreach (var stretch in Served(known, day))
            {
                var begin = Later(from, At(day, stretch.From, zone));
                var end = Earlier(to, At(day, stretch.To, zone));
                open += end > begin ? end - begin : TimeSpan.Zero;
            }
        }

        // hours that overlap count once at most
        return open < to - from || to <= from ? open : to - from;
    }

    private bool IsWithin(QueueSettings? queue, DateTimeOffset at) => Switched(queue?.Name, at) ?? IsWithinHours(queue, at);

    /// <summary>Whether a queue, or the center where none is given, was opened or closed by somebody; null: its hours count.</summary>
    private bool? Switched(string? queue, DateTimeOffset at)
    {
        for (var i = _switches.Count - 1; i >= 0; i--)
        {
            var one = _switches[i];
            if (one.From <= at && at < one.To && (one.Queue is null || one.Queue == queue))
            {
                return one.IsOpen;
            }
        }

        return null;
    }

    private bool IsWithinHours(QueueSettings? queue, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, ZoneOf(queue));
        return Served(queue, DateOnly.FromDateTime(local.DateTime)).Any(stretch => stretch.Holds(local.TimeOfDay));
    }

    /// <summary>When a queue, or the center where none is given, is served on a day.</summary>
    private IEnumerable<Stretch> Served(QueueSettings? queue, DateOnly day)
    {
        if (queue is not null && HasOther(queue.Exceptions, day))
        {
            return Other(queue.Exceptions, day);
        }

        var isOpenOnHolidays = queue is { OpenOnHolidays: true };
        var hours = queue is { Hours.Count: > 0 } ? queue.Hours : _hours;
        if (!isOpenOnHolidays && HasOther(_exceptions, day))
        {
            return queue is { Hours.Count: > 0 }
                ? Usual(hours, day).SelectMany(own => Other(_exceptions, day).Select(other => own.Within(other)))
                : Other(_exceptions, day);
        }

        return hours.Count > 0 && !isOpenOnHolidays && _holidays.Contains(day) ? [] : Usual(hours, day);
    }

    private static bool HasOther(IReadOnlyList<OpeningException> exceptions, DateOnly day)
    {
        foreach (var exception in exceptions)
        {
            if (exception.Date == day)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Stretch> Other(IReadOnlyList<OpeningException> exceptions, DateOnly day) => exceptions
        .Where(exception => exception.Date == day && exception is { From: not null, To: not null })
        .Select(static exception => Stretch.Of(exception.From!.Value, exception.To!.Value));

    private static IEnumerable<Stretch> Usual(IReadOnlyList<OpeningHours> hours, DateOnly day) => hours.Count == 0
        ? [new Stretch(TimeSpan.Zero, Day)]
        : hours.Where(hours => hours.Days.Contains(day.DayOfWeek)).Select(static hours => Stretch.Of(hours.From, hours.To));

    /// <summary>By whose clock a queue, or the center where none is given, is served.</summary>
    private TimeZoneInfo ZoneOf(QueueSettings? queue) => queue?.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : _zone;

    private static DateOnly DateOf(DateTimeOffset at, TimeZoneInfo zone) =>
        LocalDay.Of(at, zone);

    private static DateTimeOffset At(DateOnly day, TimeSpan time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue) + time;
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>From a time of a day to another, not included.</summary>
    private readonly record struct Stretch(TimeSpan From, TimeSpan To)
    {
        /// <summary>Midnight as an end is the end of the day.</summary>
        public static Stretch Of(TimeOnly from, TimeOnly to) => new(from.ToTimeSpan(), to == TimeOnly.MinValue ? Day : to.ToTimeSpan());

        public bool Holds(TimeSpan time) => time >= From && time < To;

        public Stretch Within(Stretch other) => new(From > other.From ? From : other.From, To < other.To ? To : other.To);
    }
}

/// <summary>
/// Somebody has closed or opened a queue for a while, half-open: from <paramref name="From"/> until just before <paramref name="To"/>.
/// </summary>
/// <param name="Queue">Name of the queue; null: the center with all of its queues.</param>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
/// <param name="IsOpen">True: opened. False: closed.</param>
public sealed record ServiceSwitch(string? Queue, DateTimeOffset From, DateTimeOffset To, bool IsOpen);
