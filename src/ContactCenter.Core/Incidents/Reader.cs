using System.Globalization;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents;

/// <summary>How somebody reads messages.</summary>
/// <param name="Words">In which language.</param>
/// <param name="Zone">By which clock, beside UTC; null: by UTC alone.</param>
public sealed partial record Reader(Translation Words, TimeZoneInfo? Zone)
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Whoever nothing is known of: English and UTC.</summary>
    public static Reader Anybody { get; } = new(Translation.None, null);

    /// <summary>A reader by language and time zone; a zone that this machine does not know, or UTC itself, is UTC alone.</summary>
    public static Reader Of(string? language, string? zone) => new(
        Translation.Into(language),
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) && !IsUtc(known) ? known : null);

    /// <summary>How whoever nothing more is known of reads in a center: agents, for instance.</summary>
    public static Reader OfCenter(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new Readers(configuration).Anybody;
    }

    /// <summary>
    /// A sentence of ours in the reader's language; a time of UTC in it stands by the reader's clock, with UTC beside it.
    /// </summary>
    public string Say(string sentence)
    {
        var said = Words.Of(sentence);
        return Zone is null ? said : MomentOfUtc().Replace(said, match => DateTimeOffset.TryParseExact(
            match.Groups[1].ValueSpan, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Moment(at, hasSeconds: match.Groups[2].Success)
            : match.Value);
    }

    /// <summary>A moment by the reader's clock with UTC beside it: <c>2026-11-30 09:00 Europe/Berlin (08:00 UTC)</c>.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="hasSeconds">True: to the second.</param>
    public string Moment(DateTimeOffset at, bool hasSeconds = false)
    {
        var clock = hasSeconds ? "HH:mm:ss" : "HH:mm";
        var utc = at.UtcDateTime;
        return Zone is not { } zone
            ? $"{utc.ToString($"yyyy-MM-dd {clock}", CultureInfo.InvariantCulture)} UTC"
            : $"{TimeZoneInfo.ConvertTime(at, zone).ToString($"yyyy-MM-dd {clock}", CultureInfo.InvariantCulture)} {zone.Id} "
                + $"({utc.ToString(clock, CultureInfo.InvariantCulture)} UTC)";
    }

    [GeneratedRegex(@"\b(\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?) UTC\b", RegexOptions.CultureInvariant)]
    private static partial Regex MomentOfUtc();

    private static bool IsUtc(TimeZoneInfo zone) => zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime;
}
