using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Core.Monitoring.History;

/// <summary>What the data of a history item tells of a change of state.</summary>
/// <param name="State">The new state.</param>
/// <param name="Previous">The state before, when told.</param>
/// <param name="Reason">CloudWatch's reason.</param>
/// <param name="Children">ARNs of the alarms that made a composite alarm change.</param>
internal sealed record HistoryData(AlarmState State, AlarmState? Previous, string Reason, IReadOnlyList<string> Children)
{
    /// <summary>
    /// The change by <c>HistoryData</c>, else by <c>HistorySummary</c>: CloudWatch cuts the data at 4,095 characters, and then it is no
    /// JSON any more. Null when neither tells a state.
    /// </summary>
    public static HistoryData? Read(string? data, string? summary) => OfData(data) ?? OfSummary(summary);

    private static HistoryData? OfData(string? data)
    {
        if (string.IsNullOrEmpty(data))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(data, AlarmParser.Options);
            var root = document.RootElement;
            return root.Member("newState") is { } now && AlarmTexts.State(now.Text("stateValue")) is { } state
                ? new HistoryData(
                    state,
                    AlarmTexts.State(root.Member("oldState")?.Text("stateValue")),
                    now.Text("stateReason") ?? "",
                    ReasonData.Read(Json(now.Member("stateReasonData"))).Children)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An object here, where events have its text.</summary>
    private static string? Json(JsonElement? reasonData) => reasonData is { } numbers ? numbers.AsText() ?? numbers.GetRawText() : null;

    /// <summary><c>Alarm updated from OK to ALARM</c>, and the like of contributors.</summary>
    private static HistoryData? OfSummary(string? summary)
    {
        var words = (summary ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var to = Array.LastIndexOf(words, "to");
        return to > 0 && to + 1 < words.Length && AlarmTexts.State(words[to + 1].TrimEnd('.')) is { } state
            ? new HistoryData(state, AlarmTexts.State(words[to - 1]), BoundedText.Of(summary!, AlarmIdentity.MaximumReason), [])
            : null;
    }
}
