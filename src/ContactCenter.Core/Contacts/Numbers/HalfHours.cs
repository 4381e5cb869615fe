namespace ContactCenter.Core.Contacts.Numbers;

/// <summary>Half hours of UTC, in which the numbers of the center are kept.</summary>
public static class HalfHours
{
    /// <summary>How many a day has.</summary>
    public const int PerDay = 48;

    /// <summary>How long one is.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    /// <summary>The beginning of the half hour in which a moment is.</summary>
    public static DateTimeOffset Begin(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % Length.Ticks), TimeSpan.Zero);

    /// <summary>Where a half hour stands in its day, 0 to 47.</summary>
    public static int SlotOf(DateTimeOffset at) => (int)(at.UtcDateTime.TimeOfDay.Ticks / Length.Ticks);

    /// <summary>The half hours that begin between two moments, the second not included.</summary>
    public static IEnumerable<DateTimeOffset> Between(DateTimeOffset from, DateTimeOffset to)
    {
        for (var at = Begin(from) < from ? Begin(from) + Length : Begin(from); at < to; at += Length)
        {
            yield return at;
        }
    }

    /// <summary>
    /// Every half hour between two moments with its numbers; null where nothing is known of it, which is a gap and never a zero.
    /// </summary>
    public static IEnumerable<(DateTimeOffset At, T? Numbers)> WithGaps<T>(
        IEnumerable<T> known, Func<T, DateTimeOffset> begin, DateTimeOffset from, DateTimeOffset to)
        where T : class
    {
        var byTime = known.ToDictionary(begin);
        return Between(from, to).Select(at => (at, byTime.GetValueOrDefault(at)));
    }
}
