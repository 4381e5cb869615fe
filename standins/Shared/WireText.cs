using System.Globalization;

namespace Amazon.StandIns;

/// <summary>Values as text: in paths, query strings, headers and forms. What is not set is null.</summary>
internal static class WireText
{
    public static string Of(bool? value) => value switch { true => "true", false => "false", _ => null };

    public static string Of<T>(T? value)
        where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>As in 2026-03-02T12:00:00.250Z.</summary>
    public static string Iso(DateTime? value) =>
        value?.ToUniversalTime().ToString(@"yyyy-MM-dd\THH\:mm\:ss.fff\Z", CultureInfo.InvariantCulture);

    /// <summary>As in Mon, 02 Mar 2026 12:00:00 GMT.</summary>
    public static string Http(DateTime? value) => value?.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Seconds since 1970, with a fraction where there is one.</summary>
    public static decimal Unix(DateTime value) => (decimal)(value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;

    /// <summary>Reads ISO 8601 and what stands in headers.</summary>
    public static DateTime Time(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
