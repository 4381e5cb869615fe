using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Learning.Advice;

/// <summary>On which days of the week hours are quiet.</summary>
[JsonConverter(typeof(NamedEnumConverter<QuietDays>))]
public enum QuietDays
{
    /// <summary>Every day.</summary>
    All,

    /// <summary>From Monday to Friday.</summary>
    WorkingDays,

    /// <summary>On Saturday and Sunday.</summary>
    Weekends,
}

/// <summary>
/// Hours of the day in which an alarm tells nobody, by the clock of the center; what is still red at their end is told then, as an alarm
/// mute rule of CloudWatch does it.
/// </summary>
/// <param name="Days">On which days they begin.</param>
/// <param name="From">The hour at which they begin, 0 to 23.</param>
/// <param name="Hours">How many hours they last; they may end on the next day.</param>
public sealed record QuietHours(QuietDays Days, int From, int Hours)
{
    /// <summary>Every choice that is tried: from an hour to six.</summary>
    public static ImmutableArray<QuietHours> All { get; } =
    [
        .. from days in Enum.GetValues<QuietDays>()
           from hours in new[] { 1, 2, 3, 4, 6 }
           from begin in Enumerable.Range(0, 24)
           select new QuietHours(days, begin, hours),
    ];

    /// <summary>When they end, where a moment is within them; else null.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        foreach (var day in new[] { local.Date, local.Date.AddDays(-1) })
        {
            var begin = day.AddHours(From);
            if (Has(day.DayOfWeek) && local >= begin && local < begin.AddHours(Hours))
            {
                // by the clock on the wall: an hour that is left out or comes twice makes them an hour longer or shorter
                return at + (begin.AddHours(Hours) - local);
            }
        }

        return null;
    }

    /// <summary>What is left to tell of the times in which an alarm was red.</summary>
    public ImmutableArray<AlarmEpisode> Replay(ImmutableArray<AlarmEpisode> episodes, TimeZoneInfo zone) =>
    [
        .. episodes.Select(episode => EndOf(episode.From, zone) is not { } end ? episode
                : episode.To > end ? episode with { From = end } : (AlarmEpisode?)null)
            .OfType<AlarmEpisode>(),
    ];

    /// <summary>When they begin, as CloudWatch writes it: minutes, hours, day of the month, month and days of the week.</summary>
    public string Cron => string.Create(CultureInfo.InvariantCulture, $"cron(0 {From} * * {Names(Days)})");

    private static string Names(QuietDays days) => days switch
    {
        QuietDays.WorkingDays => "MON-FRI",
        QuietDays.Weekends => "SAT,SUN",
        _ => "*",
    };

    private bool Has(DayOfWeek day) => Days switch
    {
        QuietDays.WorkingDays => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        QuietDays.Weekends => day is DayOfWeek.Saturday or DayOfWeek.Sunday,
        _ => true,
    };
}
