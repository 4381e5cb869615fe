using System.Globalization;

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

    public static AlarmComparison? Comparison(string? text) =>
        Enum.TryParse<AlarmComparison>(text, ignoreCase: true, out var comparison) && Enum.IsDefined(comparison) ? comparison : null;

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

        var rest = reason.AsSpan(open + 1);
        var end = rest.IndexOfAny(' ', ',', ']');
        return end > 0
            && double.TryParse(rest[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : null;
    }

    /// <summary>The Region code is the fourth field of an ARN; the payload's own <c>Region</c> is a display name.</summary>
    public static string ArnField(string arn, int index)
    {
        var fields = arn.Split(':', index + 2);
        return fields.Length > index ? fields[index] : "";
    }
}
