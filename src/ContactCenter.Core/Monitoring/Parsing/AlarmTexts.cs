using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>Reads the words that alarm payloads use for states, comparisons and statistics, in their old and new spellings.</summary>
internal static class AlarmTexts
{
    public static AlarmState? State(string? text) => text?.ToUpperInvariant() switch
    {
        "OK" => AlarmState.Ok,
        "ALARM" => AlarmState.Alarm,
        "INSUFFICIENT_DATA" => AlarmState.InsufficientData,
        _ => null,
    };

    /// <summary>The state as payloads spell it.</summary>
    public static string Word(AlarmState state) => state switch
    {
        AlarmState.Ok => "OK",
        AlarmState.Alarm => "ALARM",
        _ => "INSUFFICIENT_DATA",
    };

    /// <summary>The operator by its name; the enum's numbers mean nothing outside.</summary>
    public static AlarmComparison? Comparison(string? text) =>
        text is { Length: > 0 }
        && text.All(char.IsAsciiLetter)
        && Enum.TryParse<AlarmComparison>(text, ignoreCase: true, out var comparison)
        && Enum.IsDefined(comparison)
            ? comparison
            : null;

    /// <summary>
    /// The operator as a reason words it, for events, which do not tell it otherwise: <c>… was less than the threshold (1.0) …</c>.
    /// </summary>
    public static AlarmComparison? ComparisonInReason(string reason)
    {
        bool Says(string words) => reason.Contains(words, StringComparison.Ordinal);

        return (Says("less than the lower threshold"), Says("greater than the upper threshold")) switch
        {
            (true, true) => AlarmComparison.LessThanLowerOrGreaterThanUpperThreshold,
            (true, false) => AlarmComparison.LessThanLowerThreshold,
            (false, true) => AlarmComparison.GreaterThanUpperThreshold,
            _ when Says("greater than or equal to the threshold") => AlarmComparison.GreaterThanOrEqualToThreshold,
            _ when Says("greater than the threshold") => AlarmComparison.GreaterThanThreshold,
            _ when Says("less than or equal to the threshold") => AlarmComparison.LessThanOrEqualToThreshold,
            _ when Says("less than the threshold") => AlarmComparison.LessThanThreshold,
            _ => null,
        };
    }

    /// <summary>The static threshold as a reason words it: <c>… the threshold (0.8) …</c>.</summary>
    public static double? ThresholdInReason(string reason)
    {
        const string Before = " the threshold (";
        var start = reason.IndexOf(Before, StringComparison.Ordinal);
        return start < 0 ? null : Number(reason.AsSpan(start + Before.Length), ')');
    }

    /// <summary>Whether a reason is that of an alarm over several series: <c>2 out of 6 time series evaluated to ALARM</c>.</summary>
    public static bool TellsOfSeries(string reason) => reason.Contains("time series evaluated to", StringComparison.Ordinal);

    /// <summary>Payloads write <c>MAXIMUM</c>, the catalog and the API <c>Maximum</c>; percentiles are the same everywhere.</summary>
    public static string Statistic(string? text) => text?.ToUpperInvariant() switch
    {
        null or "" => "Average",
        "AVERAGE" => "Average",
        "SUM" => "Sum",
        "MAXIMUM" => "Maximum",
        "MINIMUM" => "Minimum",
        "SAMPLE_COUNT" or "SAMPLECOUNT" => "SampleCount",
        _ => BoundedText.Of(text, 20),
    };

    /// <summary>The newest datapoint in a reason: <c>… [0.91 (02/05/26 10:03:00), 0.88 (…)] …</c>.</summary>
    public static double? NewestDatapoint(string reason)
    {
        var open = reason.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            return null;
        }

        return Number(reason.AsSpan(open + 1), ' ', ',', ']');
    }

    /// <summary>The Region code is the fourth field of an ARN; the payload's own <c>Region</c> is a display name.</summary>
    public static string ArnField(string arn, int index)
    {
        var fields = arn.Split(':', index + 2);
        return fields.Length > index ? fields[index] : "";
    }

    /// <summary>The finite number before one of the ends, or null.</summary>
    private static double? Number(ReadOnlySpan<char> text, params ReadOnlySpan<char> ends)
    {
        var end = text.IndexOfAny(ends);
        return end > 0
            && double.TryParse(text[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : null;
    }
}
