using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>What the memory has of a queue as days that a forecast learns from.</summary>
public static class QueueDays
{
    /// <summary>Half hours of a day, by the clock on the wall.</summary>
    public const int Slots = 48;

    /// <summary>The clock by which a queue is open.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="center">The clock of the center.</param>
    public static TimeZoneInfo ZoneOf(QueueSettings queue, TimeZoneInfo center)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return queue.TimeZone is { } own ? TimeZoneInfo.FindSystemTimeZoneById(own) : center;
    }

    /// <summary>Days on which nobody serves a queue, whatever the weekday says.</summary>
    public static IReadOnlyList<DateOnly> Closed(QueueSettings queue, ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            .. queue.OpenOnHolidays ? [] : configuration.Holidays.Concat(Whole(configuration.Exceptions)),
            .. Whole(queue.Exceptions),
        ];

        static IEnumerable<DateOnly> Whole(IEnumerable<OpeningException> exceptions) =>
            exceptions.Where(static exception => exception.From is null).Select(static exception => exception.Date);
    }

    /// <summary>
    /// Contacts of a channel that came in each half hour; what nobody has read, and the hour that the clock leaves out, is no number. The
    /// hour that it repeats has the contacts of both.
    /// </summary>
    public static IReadOnlyList<VolumeDay> Of(IEnumerable<QueueNumbers> halfHours, ContactChannel channel, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(halfHours);
        var days = new SortedDictionary<DateOnly, double[]>();
        foreach (var half in halfHours)
        {
            var wall = TimeZoneInfo.ConvertTime(half.At, zone).DateTime;
            var day = DateOnly.FromDateTime(wall);
            if (!days.TryGetValue(day, out var slots))
            {
                days[day] = slots = new double[Slots];
                Array.Fill(slots, double.NaN);
            }

            ref var slot = ref slots[(int)(wall.TimeOfDay / HalfHours.Length)];
            if (half.In(channel).Offered is { } offered)
            {
                slot = offered + (double.IsNaN(slot) ? 0 : slot);
            }
        }

        return [.. days.Select(static day => new VolumeDay(day.Key, day.Value))];
    }

    /// <summary>
    /// The slots from the first to the last in which anybody has ever come. Outside of them the center is closed, and a forecast must not
    /// learn from that nobody comes then: its seasons are factors.
    /// </summary>
    public static Range Open(IReadOnlyCollection<VolumeDay> days)
    {
        int[] open = [.. Enumerable.Range(0, Slots).Where(slot => days.Any(day => day.Slots[slot] > 0))];
        return open.Length == 0 ? ..0 : open[0]..(open[^1] + 1);
    }

    /// <summary>The same days with these slots alone.</summary>
    public static IEnumerable<VolumeDay> In(this IEnumerable<VolumeDay> days, Range open) =>
        days.Select(day => day with { Slots = [.. day.Slots.Take(open)] });
}
