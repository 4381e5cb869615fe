using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Documents.Texts;
using ContactCenter.Plots;

namespace ContactCenter.Documents.Papers;

/// <summary>Who reads a document.</summary>
/// <param name="Language">A code such as <c>de</c>; one that is not known is English.</param>
/// <param name="Zone">The zone of times.</param>
public sealed record PaperReader(string? Language, TimeZoneInfo Zone);

/// <summary>How numbers and times are written in a document.</summary>
internal static class PaperWords
{
    /// <summary>How plots are written.</summary>
    public static PlotWords OfPlots => new(
        Spoken.Now.Number("0.5").Trim('0', '5'),
        Spoken.Now.Number("1,000").Trim('0', '1'),
        Say.Days.Split(' '),
        Say.Months.Split(' '),
        DayFirst: Spoken.Now.Language != "en");

    /// <summary>What is stored in English, in the language of the document.</summary>
    public static string Said(string? stored) => stored is null ? "" : Spoken.Now.System.Of(stored);

    /// <summary>A time by the clock of the reader.</summary>
    public static string Time(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same with seconds and without the day.</summary>
    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A length of time in its two largest units; a dash where there is none.</summary>
    public static string Length(TimeSpan? time) => time switch
    {
        null => "\u2013",
        { TotalSeconds: < 60 } brief => Say.LengthSeconds(Whole(brief.TotalSeconds)),
        { TotalHours: < 1 } medium => Say.LengthMinutes(Whole(Math.Floor(medium.TotalMinutes))),
        { TotalHours: < 48 } hours => Say.LengthHours(Whole(Math.Floor(hours.TotalHours)), Whole(hours.Minutes)),
        { } days => Say.LengthDays(Whole(Math.Floor(days.TotalDays)), Whole(days.Hours)),
    };

    /// <summary>A whole number.</summary>
    public static string Whole(double value) => Marked(value.ToString("#,##0", CultureInfo.InvariantCulture));

    /// <summary>A number with a decimal.</summary>
    public static string Tenth(double value) => Marked(value.ToString("#,##0.0", CultureInfo.InvariantCulture));

    /// <summary>An amount with two decimals.</summary>
    public static string Hundredth(double value) => Marked(value.ToString("#,##0.00", CultureInfo.InvariantCulture));

    /// <summary>A share as percent with three decimals, for what is nearly whole.</summary>
    public static string Thousandth(double share) =>
        Marked(Percentages.Rounded(share * 100, 3).ToString("0.000", CultureInfo.InvariantCulture)) + "\u00a0%";

    /// <summary>A share as percent.</summary>
    public static string Percent(double share) =>
        Marked(Percentages.Rounded(share * 100, 1).ToString("0.0", CultureInfo.InvariantCulture)) + "\u00a0%";

    /// <summary>A severity with its name.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.P1 => Say.SeverityP1,
        Severity.P2 => Say.SeverityP2,
        Severity.P3 => Say.SeverityP3,
        _ => Say.SeverityP4,
    };

    /// <summary>By which way somebody is told.</summary>
    public static string Of(Channel channel) => channel switch
    {
        Channel.Email => Say.MediumEmail,
        Channel.Sms => Say.MediumSms,
        Channel.Task => Say.MediumTask,
        Channel.Support => "AWS Support",
        _ => $"{channel}",
    };

    private static string Marked(string number) => Spoken.Now.Number(number);
}
