using System.Globalization;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>What a report is about, by the clock of the center.</summary>
[JsonConverter(typeof(NamedEnumConverter<PeriodKind>))]
public enum PeriodKind
{
    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>A month of the calendar.</summary>
    Month,
}

/// <summary>A week or a month.</summary>
/// <param name="Kind">Which of both.</param>
/// <param name="FirstDay">Its first day.</param>
/// <param name="Zone">The zone of the center.</param>
public sealed record ReportPeriod(PeriodKind Kind, DateOnly FirstDay, TimeZoneInfo Zone)
{
    private const int DaysOfWeek = 7;

    /// <summary>The day after its last.</summary>
    public DateOnly EndDay => Kind == PeriodKind.Week ? FirstDay.AddDays(DaysOfWeek) : FirstDay.AddMonths(1);

    /// <summary>Its first moment.</summary>
    public DateTimeOffset From => Begin(FirstDay);

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset To => Begin(EndDay);

    /// <summary>The period before it.</summary>
    public ReportPeriod Before => this with
    {
        FirstDay = Kind == PeriodKind.Week ? FirstDay.AddDays(-DaysOfWeek) : FirstDay.AddMonths(-1),
    };

    /// <summary>How many half hours it has; 48 a day but for the days on which clocks change.</summary>
    public int HalfHourCount => (int)((To - From) / HalfHours.Length);

    /// <summary>What its files and notes are called by: <c>week/2026-11-23</c>, <c>month/2026-11</c>.</summary>
    public string Name => Kind == PeriodKind.Week
        ? string.Create(CultureInfo.InvariantCulture, $"week/{FirstDay:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"month/{FirstDay:yyyy-MM}");

    /// <summary>Whether a moment lies in it.</summary>
    public bool Has(DateTimeOffset at) => at >= From && at < To;

    /// <summary>The last period that was over at a time.</summary>
    public static ReportPeriod LastBefore(PeriodKind kind, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalDay.Of(now, zone);
        return (kind == PeriodKind.Week ? Week(today, zone) : Month(today, zone)).Before;
    }

    /// <summary>The week of a day.</summary>
    public static ReportPeriod Week(DateOnly day, TimeZoneInfo zone) =>
        new(PeriodKind.Week, day.AddDays(-(((int)day.DayOfWeek + 6) % DaysOfWeek)), zone);

    /// <summary>The month of a day.</summary>
    public static ReportPeriod Month(DateOnly day, TimeZoneInfo zone) => new(PeriodKind.Month, new DateOnly(day.Year, day.Month, 1), zone);

    private DateTimeOffset Begin(DateOnly day) => LocalDay.Begin(day.ToDateTime(TimeOnly.MinValue), Zone).ToUniversalTime();
}
