using System.Globalization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents;

/// <summary>How somebody reads messages.</summary>
/// <param name="Words">In which language.</param>
/// <param name="Zone">By which clock, beside UTC; null: by UTC alone.</param>
public sealed record Reader(Translation Words, TimeZoneInfo? Zone)
{
    /// <summary>Whoever nothing is known of: English and UTC.</summary>
    public static Reader Anybody { get; } = new(Translation.None, null);

    /// <summary>A reader by language and time zone; a zone that this machine does not know, or UTC itself, is UTC alone.</summary>
    public static Reader Of(string? language, string? zone) => new(
        Translation.Into(language),
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) && !IsUtc(known) ? known : null);

    /// <summary>A moment by the reader's clock with UTC beside it: <c>2026-11-30 09:00 Europe/Berlin (08:00 UTC)</c>.</summary>
    public string Moment(DateTimeOffset at) => Zone is { } zone
        ? string.Create(
            CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(at, zone):yyyy-MM-dd HH:mm} {zone.Id} ({at.UtcDateTime:HH:mm} UTC)")
        : string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static bool IsUtc(TimeZoneInfo zone) => zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime;
}
