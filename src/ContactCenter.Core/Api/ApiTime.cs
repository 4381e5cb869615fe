using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api;

/// <summary>
/// Times that callers write behind the question mark. They are of years in which there may be a center, so that a day or a month can be
/// added to each: what lies outside is refused before anything is read for it.
/// </summary>
internal static class ApiTime
{
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    /// <summary>Reads a time.</summary>
    /// <param name="call">The request.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="otherwise">Where nothing is said.</param>
    /// <param name="time">The time.</param>
    /// <param name="refused">What is answered when it is none.</param>
    public static bool TryTime(
        ApiCall call, string name, DateTimeOffset otherwise, out DateTimeOffset time, [NotNullWhen(false)] out ApiAnswer? refused)
    {
        (time, refused) = (otherwise, null);
        if (call.Query(name) is { } text
            && (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
                || time.UtcDateTime.Year is < FirstYear or > LastYear))
        {
            refused = Refused(name, text, Replies.TimeSuchAs);
        }

        return refused is null;
    }

    /// <summary>Reads a day.</summary>
    public static bool TryDay(
        ApiCall call, string name, DateOnly otherwise, out DateOnly day, [NotNullWhen(false)] out ApiAnswer? refused) =>
        TryDay(name, call.Query(name), otherwise, out day, out refused);

    /// <summary>The same of a text that stands elsewhere.</summary>
    public static bool TryDay(
        string name, string? text, DateOnly otherwise, out DateOnly day, [NotNullWhen(false)] out ApiAnswer? refused)
    {
        var read = text is null ? otherwise : Day(text);
        (day, refused) = (read ?? otherwise, read is null ? Refused(name, text, Replies.DaySuchAs) : null);
        return refused is null;
    }

    /// <summary>Reads a month.</summary>
    public static bool TryMonth(
        ApiCall call, string name, DateOnly otherwise, out DateOnly month, [NotNullWhen(false)] out ApiAnswer? refused)
    {
        var text = call.Query(name);
        var read = text is null ? otherwise : Month(text);
        (month, refused) = (read ?? otherwise, read is null ? Refused(name, text, Replies.MonthSuchAs) : null);
        return refused is null;
    }

    /// <summary>The first day of a month; null: it is none.</summary>
    public static DateOnly? Month(string text) => Day($"{text}-01");

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= FirstYear and <= LastYear
            ? day
            : null;

    private static ApiAnswer Refused(string name, string? text, string expected) => ApiAnswer.Of(
        ApiProblem.Invalid,
        Replies.ParameterWrong(name, CleanText.Line(text, 40), expected, $"{FirstYear}", $"{LastYear}"));
}
