using System.Text.Json;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>The numbers behind a reason, from the JSON text <c>reasonData</c>; all optional, since not every alarm has it.</summary>
internal readonly record struct ReasonData(double? Threshold, double? Newest, IReadOnlyList<string> Children)
{
    private static readonly ReasonData None = new(null, null, []);

    public static ReasonData Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return None;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new ReasonData(root.Number("threshold"), NewestDatapoint(root), TriggeringAlarms(root));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary><c>recentDatapoints</c> runs from old to new.</summary>
    private static double? NewestDatapoint(JsonElement root) =>
        root.Member("recentDatapoints") is { ValueKind: JsonValueKind.Array } points && points.GetArrayLength() > 0
            ? points[points.GetArrayLength() - 1].AsNumber()
            : null;

    private static IReadOnlyList<string> TriggeringAlarms(JsonElement root) =>
        root.Member("triggeringAlarms") is { ValueKind: JsonValueKind.Array } alarms
            ? [.. alarms.EnumerateArray()
                .Take(AlarmIdentity.MaximumChildren)
                .Select(alarm => alarm.Text("arn"))
                .OfType<string>()
                .Select(arn => BoundedText.Of(arn, AlarmIdentity.MaximumArn))]
            : [];
}
