using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Forecasting.Agents;
using ContactCenter.Core.Forecasting.Volume;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Core.Learning.Forecasts;

/// <summary>What the forecast of a queue is made of.</summary>
/// <param name="Configuration">Queues with their targets, hours and plans.</param>
/// <param name="HalfHours">Half hours of the queue, of up to half a year.</param>
/// <param name="Profiles">Half hours of agents of the last weeks; who is logged in is not always at work.</param>
public sealed record QueueForecastSources(
    ContactCenterConfiguration Configuration, IReadOnlyList<QueueNumbers> HalfHours, IReadOnlyList<ProfileNumbers> Profiles);

/// <summary>A half hour of a forecast.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Slot">What is expected of it; where it is over, what was expected.</param>
public sealed record ForecastHalfHour(DateTimeOffset At, ForecastSlot Slot)
{
    /// <summary>What came; null: it is to come, or nobody has read it.</summary>
    public long? Came { get; init; }

    /// <summary>Agents that it needs at work; null: that is not known, or nobody serves then.</summary>
    public int? Agents { get; init; }

    /// <summary>Agents who have to be logged in for that, as a plan counts them.</summary>
    public int? Heads { get; init; }

    /// <summary>Agents that the plan has; null: none for this time.</summary>
    public int? Scheduled { get; init; }

    /// <summary>The share that is answered in time with these, 0 to 1.</summary>
    public double? ServiceLevel { get; init; }

    /// <summary>How likely it is that fewer than the target are, 0 to 1.</summary>
    public double? Risk { get; init; }
}

/// <summary>
/// Contacts of a channel of a queue by the half hour, from today on, and the agents that they need. Today follows its own morning. Pure.
/// </summary>
public sealed record QueueForecast
{
    /// <summary>As far ahead as people plan, in days.</summary>
    public const int MaximumDays = 14;

    /// <summary>How long a contact takes, and who was at work, is taken from so many days.</summary>
    public const int DaysOfWork = 28;

    /// <summary>The queue.</summary>
    public required string Queue { get; init; }

    /// <summary>The channel.</summary>
    public required ContactChannel Channel { get; init; }

    /// <summary>Open days that it has learned from.</summary>
    public required int BasedOnDays { get; init; }

    /// <summary>The share to be answered in time, 0 to 1.</summary>
    public required double Target { get; init; }

    /// <summary>What "in time" means.</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>
    /// Contacts that wait already, at least: work that can wait, and of calls the callbacks that wait for the opening. While calls are
    /// served it is not known of them, and soon over.
    /// </summary>
    public long Waiting { get; init; }

    /// <summary>The half hours of days that are open, in order; empty while too little is known.</summary>
    public ImmutableArray<ForecastHalfHour> HalfHours { get; init; } = [];

    /// <summary>Times at which the scheduled will hardly do.</summary>
    public ImmutableArray<Shortage> Shortages { get; init; } = [];

    /// <summary>True once enough days are known.</summary>
    public bool IsKnown => BasedOnDays >= ForecastSection.MinimumLearned;

    /// <summary>The forecast of a queue.</summary>
    /// <param name="sources">What it is made of.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="now">The time; half hours that are over are known.</param>
    /// <param name="days">So many days, today included.</param>
    public static QueueForecast Of(
        QueueForecastSources sources, QueueSettings queue, ContactChannel channel, DateTimeOffset now, int days)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(queue);
        var zone = QueueDays.ZoneOf(queue, TimeZoneInfo.FindSystemTimeZoneById(sources.Configuration.TimeZone));
        var today = LocalDay.Of(now, zone);
        var known = QueueDays.Of(sources.HalfHours, channel, zone);
        VolumeDay[] before = [.. known.Where(day => day.Day < today)];
        var open = QueueDays.Open(before);
        var history = new VolumeHistory(before.In(open), QueueDays.Closed(queue, sources.Configuration));
        var none = new QueueForecast
        {
            Queue = queue.Name,
            Channel = channel,
            BasedOnDays = history.Days.Count,
            Target = queue.ServiceLevelPercent / 100,
            Within = channel == ContactChannel.Voice ? queue.ServiceLevelWithin : queue.MaximumWaitOf(channel) ?? TimeSpan.Zero,
        };
        if (!none.IsKnown)
        {
            return none;
        }

        var next = history.Next(today.DayNumber - history.Days[^1].DayNumber + days - 1);
        var errors = VolumeForecast.Errors(history, Math.Min(next.Count, VolumeForecast.MaximumAhead));
        var forecast = VolumeForecast.Of(history, next, errors);
        var counted = known.FirstOrDefault(day => day.Day == today)?.Slots;
        var halfHours = forecast.Days.Index().Where(day => day.Item.Day >= today).SelectMany(day => day.Item.Day == today
            ? Today(day.Item, day.Index, counted ?? [], open, errors, zone, now)
            : day.Item.Slots.Select((slot, i) => Begin(day.Item.Day, open.Start.Value + i, zone) is { } at
                ? new ForecastHalfHour(at, slot)
                : null));
        var waiting = channel is ContactChannel.Task or ContactChannel.Email
            || (channel == ContactChannel.Voice && !new BusinessCalendar(sources.Configuration).IsOpen(queue.Name, now))
                ? StandingWork.AtLeast(sources.HalfHours, channel, now) : 0;
        var staffed = new StaffedForecast(sources, queue, channel, now, waiting).Of([.. halfHours.OfType<ForecastHalfHour>()]);
        return none with
        {
            Waiting = waiting,
            HalfHours = staffed,
            Shortages =
            [
                .. Shortage.Of(
                    [
                        .. staffed.Where(static half => half.Heads is not null)
                            .Select(static half => new StaffedSlot(half.At, half.Heads!.Value, half.Scheduled, half.Risk)),
                    ],
                    Length),
            ],
        };
    }

    private static readonly TimeSpan Length = Contacts.Numbers.HalfHours.Length;

    /// <summary>
    /// A day that has begun: what is over beside what was expected of it, and the rest as its first half hours let expect it.
    /// </summary>
    private static IEnumerable<ForecastHalfHour?> Today(
        ForecastDay day, int ahead, IReadOnlyList<double> counted, Range open, VolumeErrors errors, TimeZoneInfo zone, DateTimeOffset now)
    {
        var first = open.Start.Value;
        double?[] came =
        [
            .. Enumerable.Range(0, day.Slots.Length).Select(slot => first + slot < counted.Count && !double.IsNaN(counted[first + slot])
                && Begin(day.Day, first + slot, zone) is { } at && at + Length <= now ? counted[first + slot] : (double?)null),
        ];
        double[] expected = [.. day.Slots.Select(static slot => slot.Expected)];

        // one half hour that nobody has read hides none of those after it
        var read = Array.FindLastIndex(came, static one => one is not null) + 1;
        double[] over = [.. came.Take(read).Zip(expected, static (one, usual) => one ?? usual)];
        var updated = came.Any(static one => one > 0) ? errors.Updated(expected, over) : expected;
        return day.Slots.Select((slot, i) => Begin(day.Day, first + i, zone) is not { } at ? null
            : i < over.Length ? new ForecastHalfHour(at, slot) { Came = (long?)came[i] }
            : new ForecastHalfHour(at, errors.Around(updated[i], ahead, i, day.Slots.Length)));
    }

    /// <summary>When a half hour of a day begins; null: the clock leaves it out.</summary>
    private static DateTimeOffset? Begin(DateOnly day, int slot, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue) + (slot * Length);
        return zone.IsInvalidTime(local) ? null : new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
