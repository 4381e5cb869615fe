using System.Globalization;
using System.Text.Json;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>Somebody wants the report of one period, whatever day it is.</summary>
/// <param name="Kind">A week or a month.</param>
/// <param name="Day">Any day of it.</param>
/// <param name="IsSent">True: it is sent as well as written.</param>
public sealed record ReportRequest(PeriodKind Kind, DateOnly Day, bool IsSent)
{
    /// <summary>The period that is meant.</summary>
    public ReportPeriod In(TimeZoneInfo zone) => Kind == PeriodKind.Week ? ReportPeriod.Week(Day, zone) : ReportPeriod.Month(Day, zone);

    /// <summary>
    /// Reads <c>{"week": "2026-11-23"}</c> or <c>{"month": "2026-11"}</c>, with <c>"send": true</c> or without; null: neither is named, as
    /// in what a schedule sends.
    /// </summary>
    /// <exception cref="FormatException">It is no JSON object, or a period is named that is none.</exception>
    public static ReportRequest? Parse(ReadOnlyMemory<byte> request)
    {
        try
        {
            using var document = JsonDocument.Parse(request);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(document.RootElement) : throw Wrong();
        }
        catch (JsonException)
        {
            throw Wrong();
        }
    }

    private static ReportRequest? Of(JsonElement root)
    {
        var isSent = root.TryGetProperty("send", out var send) && send.ValueKind == JsonValueKind.True;
        if (root.TryGetProperty("week", out var week))
        {
            return new(PeriodKind.Week, DayOf(week, "") ?? throw Wrong(), isSent);
        }

        return root.TryGetProperty("month", out var month) ? new(PeriodKind.Month, DayOf(month, "-01") ?? throw Wrong(), isSent) : null;
    }

    private static DateOnly? DayOf(JsonElement text, string ending) =>
        text.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(
            $"{text.GetString()}{ending}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    private static FormatException Wrong() =>
        new("expected {}, {\"week\": \"2026-11-23\"} or {\"month\": \"2026-11\"}, with \"send\": true or without");
}
