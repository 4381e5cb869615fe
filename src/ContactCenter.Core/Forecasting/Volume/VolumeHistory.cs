using ContactCenter.Core.Common;

namespace ContactCenter.Core.Forecasting.Volume;

/// <summary>
/// The days that a forecast learns from: open days only, all with the same slots. What nobody counted, and what an outage swallowed, is
/// filled with what the day would have had by the rest of it, so that one bad morning is not forecast again for weeks.
/// </summary>
public sealed class VolumeHistory
{
    /// <summary>A slot with less than this share of what is usual, and the next one too, is an outage and no quiet hour.</summary>
    private const double ShareOfOutage = 0.1;

    /// <summary>Below so many contacts a slot may be empty by chance.</summary>
    private const double MinimumForOutage = 20;

    private readonly VolumeDay[] _raw;
    private readonly HashSet<DateOnly> _known;
    private readonly HashSet<DateOnly> _closed;
    private readonly bool[] _openWeekdays = new bool[7];

    /// <summary>A history.</summary>
    /// <param name="days">The days in any order; a day without a single contact counts as closed.</param>
    /// <param name="closed">Days that were or will be closed, such as holidays; those that are missing need not be named.</param>
    /// <exception cref="ArgumentException">Days differ in their slots, a day comes twice, or a value is negative or infinite.</exception>
    public VolumeHistory(IEnumerable<VolumeDay> days, IEnumerable<DateOnly>? closed = null)
    {
        VolumeDay[] all = [.. days.OrderBy(static day => day.Day)];
        Slots = all.Length == 0 ? 0 : all[0].Slots.Count;
        if (Array.Exists(all, day => day.Slots.Count != Slots))
        {
            throw new ArgumentException("All days have the same slots.", nameof(days));
        }

        if (Array.Exists(all, static day => day.Slots.Any(static value => value < 0 || double.IsInfinity(value))))
        {
            throw new ArgumentException("A count is 0 or more.", nameof(days));
        }

        _raw = [.. all.Where(static day => day.Slots.Any(static value => value > 0))];
        _known = [.. _raw.Select(static day => day.Day)];
        if (_known.Count != _raw.Length)
        {
            throw new ArgumentException("A day comes once.", nameof(days));
        }

        _closed = [.. closed ?? []];
        Days = [.. _raw.Select(static day => day.Day)];
        var most = Days.CountBy(static day => day.DayOfWeek).Select(static pair => pair.Value).DefaultIfEmpty(0).Max();
        foreach (var (weekday, count) in Days.CountBy(static day => day.DayOfWeek))
        {
            _openWeekdays[(int)weekday] = count * 2 >= most;
        }

        Values = Filled();
        Totals = [.. Values.Select(static day => day.Sum())];
    }

    /// <summary>The open days, in order.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>Slots of a day.</summary>
    public int Slots { get; }

    /// <summary>Contacts of each day and slot, without gaps.</summary>
    internal double[][] Values { get; }

    /// <summary>Contacts of each day.</summary>
    internal double[] Totals { get; }

    /// <summary>What was counted on a day, with what is filled in.</summary>
    /// <param name="index">Its place among <see cref="Days"/>.</param>
    public IReadOnlyList<double> Counted(int index) => Values[index];

    /// <summary>The first days alone: what was known at that time.</summary>
    /// <param name="count">How many.</param>
    internal VolumeHistory First(int count) => new(_raw.Take(count), _closed);

    /// <summary>The days that follow the history and are open as a rule, without those that are known to be closed.</summary>
    /// <param name="calendarDays">How many days of the calendar to look ahead.</param>
    public IReadOnlyList<DateOnly> Next(int calendarDays) => Days.Count == 0
        ? []
        : [.. Enumerable.Range(1, calendarDays).Select(Days[^1].AddDays).Where(IsOpen)];

    /// <summary>Whether the day is open as a rule and not known to be closed.</summary>
    internal bool IsOpen(DateOnly day) => _openWeekdays[(int)day.DayOfWeek] && !_closed.Contains(day);

    /// <summary>Whether the center was closed on the working day before: who could not call then calls on this day.</summary>
    internal bool IsAfterClosure(DateOnly day)
    {
        for (var back = 1; back <= 7; back++)
        {
            var before = day.AddDays(-back);
            if (_openWeekdays[(int)before.DayOfWeek])
            {
                return before > Days[^1] ? _closed.Contains(before) : before >= Days[0] && !_known.Contains(before);
            }
        }

        return false;
    }

    /// <summary>Indexes of the last days of the same weekday before a place, the newest first.</summary>
    /// <param name="day">The day whose weekday counts.</param>
    /// <param name="before">Only days with a smaller index.</param>
    /// <param name="most">At most so many.</param>
    internal IEnumerable<int> SameWeekday(DateOnly day, int before, int most)
    {
        for (var i = before - 1; i >= 0 && most > 0; i--)
        {
            if (Days[i].DayOfWeek == day.DayOfWeek)
            {
                most--;
                yield return i;
            }
        }
    }

    private double[][] Filled()
    {
        var usual = new double[7][];
        for (var weekday = 0; weekday < 7; weekday++)
        {
            VolumeDay[] same = [.. _raw.Where(day => (int)day.Day.DayOfWeek == weekday)];
            usual[weekday] = [.. Enumerable.Range(0, Slots).Select(slot => Median(same.Select(day => day.Slots[slot])))];
        }

        double[] always = [.. Enumerable.Range(0, Slots).Select(slot => Median(_raw.Select(day => day.Slots[slot])))];
        return [.. _raw.Select(day => Filled([.. day.Slots], usual[(int)day.Day.DayOfWeek], always))];
    }

    private static double[] Filled(double[] day, double[] usual, double[] always)
    {
        double[] reference = [.. usual.Select((value, slot) => double.IsNaN(value) ? always[slot] : value)];
        bool[] isLow = [.. day.Select((value, slot) => reference[slot] >= MinimumForOutage && value <= ShareOfOutage * reference[slot])];
        bool[] isUnknown =
        [
            .. day.Select((value, slot) => double.IsNaN(value)
                || (isLow[slot] && ((slot > 0 && isLow[slot - 1]) || (slot + 1 < day.Length && isLow[slot + 1])))),
        ];
        if (!isUnknown.Contains(true))
        {
            return day;
        }

        double counted = 0, expected = 0;
        for (var slot = 0; slot < day.Length; slot++)
        {
            if (!isUnknown[slot] && !double.IsNaN(reference[slot]))
            {
                (counted, expected) = (counted + day[slot], expected + reference[slot]);
            }
        }

        var level = expected > 0 ? counted / expected : 1;
        for (var slot = 0; slot < day.Length; slot++)
        {
            if (isUnknown[slot])
            {
                day[slot] = double.IsNaN(reference[slot]) ? 0 : reference[slot] * level;
            }
        }

        return day;
    }

    /// <summary>The middle of what is known, or no number.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        double[] known = [.. values.Where(static value => !double.IsNaN(value)).Order()];
        return known.Length == 0 ? double.NaN : Middle.OfSorted(known);
    }
}
