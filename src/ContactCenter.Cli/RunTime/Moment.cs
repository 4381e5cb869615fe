using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactCenter.Cli.RunTime;

/// <summary>Times as people type and read them: by the clock of this machine, with UTC beside it.</summary>
internal static partial class Moment
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd",
    ];

    /// <summary>An option that is a time.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it says.</param>
    /// <param name="isPast">True: lengths are meant back from now.</param>
    public static Option<DateTimeOffset?> Option(string name, string description, bool isPast = false) => new(name)
    {
        Description = Say.MomentOption(description),
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (Read(result.Tokens[0].Value, TimeProvider.System.GetUtcNow(), TimeZoneInfo.Local, isPast) is { } at)
            {
                return at;
            }

            result.AddError(Say.MomentWrong(name, result.Tokens[0].Value));
            return null;
        },
    };

    /// <summary>The time of a text, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="now">From when lengths count.</param>
    /// <param name="zone">The clock by which times without an offset are meant.</param>
    /// <param name="isPast">True: lengths are meant back from now, and a time of the day is the last.</param>
    public static DateTimeOffset? Read(string text, DateTimeOffset now, TimeZoneInfo zone, bool isPast = false)
    {
        if (Length().Match(text) is { Success: true } length)
        {
            var whole = Part("w", 7 * 24 * 60) + Part("d", 24 * 60) + Part("h", 60) + Part("m", 1);
            return isPast ? now - whole : now + whole;
        }

        if (TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
            return At(day.ToDateTime(clock), zone) is var today && today > now != isPast
                ? today
                : At(day.AddDays(isPast ? -1 : 1).ToDateTime(clock), zone);
        }

        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return At(local, zone);
        }

        return Offset().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

        TimeSpan Part(string unit, int minutes) => length.Groups[unit] is { Success: true } group
            ? TimeSpan.FromMinutes(double.Parse(group.Value, CultureInfo.InvariantCulture) * minutes)
            : TimeSpan.Zero;
    }

    /// <summary>A time for people: <c>2026-11-30 18:00 +01:00 (17:00 UTC)</c>.</summary>
    public static string Words(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        if (local.Offset == TimeSpan.Zero)
        {
            return local.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        }

        var utc = at.UtcDateTime.ToString(
            local.Date == at.UtcDateTime.Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd HH:mm zzz} ({utc} UTC)");
    }

    /// <summary>A time as the API takes it.</summary>
    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A time that the clock leaves out when it is put forward is meant as the one an hour later.</summary>
    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone) => zone.IsInvalidTime(local)
        ? new DateTimeOffset(local.AddHours(1), zone.GetUtcOffset(local.AddHours(1)))
        : new DateTimeOffset(local, zone.GetUtcOffset(local));

    [GeneratedRegex(
        @"^(?=\d)((?<w>\d{1,3})w)?((?<d>\d{1,4})d)?((?<h>\d{1,4}(\.\d{1,3})?)h)?((?<m>\d{1,5})m(in)?)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Length();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Offset();
}
