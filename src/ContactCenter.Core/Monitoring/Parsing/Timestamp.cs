using System.Globalization;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>
/// Times as CloudWatch writes them: <c>2026-05-02T10:04:12.345+0000</c>, whose offset has no colon, so that the JSON reader's own
/// conversion refuses it, and ISO 8601 in EventBridge and SNS.
/// </summary>
internal static class Timestamp
{
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : null;
}
