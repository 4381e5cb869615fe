using System.Globalization;
using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Parsing.Foreign;

/// <summary>The words by which monitoring systems tell states, severities and times.</summary>
internal static class ForeignWords
{
    /// <summary>Milliseconds of the year 2001: a smaller number counts seconds.</summary>
    private const double MinimumMilliseconds = 1e12;

    /// <summary>The end of what <see cref="DateTimeOffset"/> can be, in seconds of Unix time.</summary>
    private const double MaximumSeconds = 253402300799;

    /// <summary>Red or over; null for any other word.</summary>
    public static AlarmState? State(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "FIRING" or "TRIGGERED" or "ALERTING" or "ALERT" or "ALARM" or "OPEN" or "OPENED" or "ACTIVE" or "ACTIVATED" or "CREATED"
            or "PROBLEM" or "DOWN" or "FAILED" => AlarmState.Alarm,
        "RESOLVED" or "OK" or "RECOVERED" or "CLOSED" or "INACTIVE" or "UP" or "CLEARED" or "NORMAL" => AlarmState.Ok,
        _ => null,
    };

    /// <summary>
    /// What a word for how bad something is means here. What others call critical wakes people, and so does a P1; where nothing is said it
    /// is a P3, which somebody looks at.
    /// </summary>
    public static Severity? Severity(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "P1" or "SEV1" or "SEV-1" or "CRITICAL" or "CRIT" or "PAGE" or "EMERGENCY" or "DISASTER" or "FATAL" => Common.Severity.P1,
        "P2" or "SEV2" or "SEV-2" or "HIGH" or "ERROR" or "MAJOR" => Common.Severity.P2,
        "P3" or "SEV3" or "SEV-3" or "MEDIUM" or "WARNING" or "WARN" or "MINOR" or "AVERAGE" => Common.Severity.P3,
        "P4" or "P5" or "SEV4" or "SEV-4" or "LOW" or "INFO" or "INFORMATIONAL" or "NOTICE" or "NONE" => Common.Severity.P4,
        _ => null,
    };

    /// <summary>A time as text with any number of decimals, or as seconds or milliseconds of Unix time.</summary>
    public static DateTimeOffset? Time(JsonElement? told)
    {
        if (told is not { } value)
        {
            return null;
        }

        if (value.AsNumber() is { } number)
        {
            var seconds = number >= MinimumMilliseconds ? number / 1000 : number;
            return seconds is > 0 and <= MaximumSeconds
                ? Timestamp.Read(
                    DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)).ToString("O", CultureInfo.InvariantCulture))
                : null;
        }

        return value.AsText() is { Length: < 64 } text ? Timestamp.Read(WithSevenDecimals(text)) : null;
    }

    /// <summary>An address that people may open; whatever else stands there is none.</summary>
    public static string? Link(string? text) =>
        text is { Length: <= ForeignAlarm.MaximumLink }
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http"
        && !text.Any(static letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
            ? text
            : null;

    /// <summary>Go writes nanoseconds, which are two decimals more than are kept here.</summary>
    private static string WithSevenDecimals(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return text;
        }

        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - dot - 1 > 7 ? string.Concat(text.AsSpan(0, dot + 8), text.AsSpan(end)) : text;
    }
}
