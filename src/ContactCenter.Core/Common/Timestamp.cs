using System.Globalization;

namespace ContactCenter.Core.Common;

/// <summary>
/// Times as CloudWatch writes them: <c>2026-05-02T10:04:12.345+0000</c>, whose offset has no colon, so that the JSON reader's own
/// conversion refuses it, and ISO 8601 in EventBridge and SNS. Nothing else is read: a looser reading would take "10:04" for a time of
/// today and so depend on the clock.
/// </summary>
internal static class Timestamp
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>Times before CloudWatch or far from now are forged or broken; sums of them with durations would overflow.</summary>
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(
            text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        && at.Year is >= FirstYear and <= LastYear
            ? at
            : null;
}
