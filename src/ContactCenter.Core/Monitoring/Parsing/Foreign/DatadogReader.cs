using System.Text.Json;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Parsing.Foreign;

/// <summary>
/// Reads what Datadog sends: the payload that its webhooks have unless one writes another, with or without the members
/// <c>alert_…</c> that its documentation offers. Without those the state stands in the title: <c>[P2] [Triggered on {host:a}] …</c>.
/// </summary>
internal static partial class DatadogReader
{
    public static ForeignAlarm? Read(JsonElement root, MessageOrigin origin)
    {
        if (root.Text("title") is not { Length: > 0 } told
            || root.Member("event_type") is null
            || (root.Member("alert_transition") ?? root.Member("last_updated")) is null)
        {
            return null;
        }

        var marks = Mark().Matches(told).Select(static mark => mark.Groups[1].Value).ToArray();
        var transition = ForeignReader.First(root.Word("alert_transition"))
            ?? marks.FirstOrDefault(static mark => StateOf(mark) is not null);
        if (StateOf(transition) is not { } state)
        {
            return null;
        }

        var title = ForeignReader.First(Mark().Replace(told, "")) ?? told;
        var scope = ForeignReader.First(root.Word("alert_scope"), marks.Select(ScopeOf).FirstOrDefault(static one => one is not null));
        var key = ForeignReader.First(root.Word("alert_id")) ?? ForeignReader.First(root.Word("aggreg_key")) ?? title;
        var severity = ForeignReader.First(root.Word("alert_priority"))
            ?? marks.FirstOrDefault(static mark => ForeignWords.Severity(mark) is not null)
            ?? (Is(transition, "Warn") ? "warning" : null);
        return ForeignReader.Alarm("Datadog", $"{key}\n{scope}", title, state, severity, origin) with
        {
            SaysNothing = Is(transition, "No Data"),
            Texts =
            [
                .. new[] { root.Text("alert_status"), root.Text("body"), scope is null ? null : $"Scope: {scope}." }
                    .OfType<string>().Where(static text => !string.IsNullOrWhiteSpace(text))
                    .Select(static text => BoundedText.Of(text.Trim(), ForeignAlarm.MaximumText)),
            ],
            Link = ForeignWords.Link(ForeignReader.First(root.Text("link"), root.Text("url"))),
            At = ForeignWords.Time(root.Member("last_updated")) ?? ForeignWords.Time(root.Member("date")) ?? origin.At,
        };
    }

    /// <summary>Words of Datadog's documentation for a transition, with <c>on …</c> behind them in a title.</summary>
    private static AlarmState? StateOf(string? transition) => transition switch
    {
        null => null,
        _ when Is(transition, "Recovered") => AlarmState.Ok,
        _ when Is(transition, "Triggered") || Is(transition, "Warn") || Is(transition, "No Data") || Is(transition, "Renotify") =>
            AlarmState.Alarm,
        _ => null,
    };

    private static bool Is(string? transition, string word) =>
        transition is not null
        && (transition.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            || transition.StartsWith($"Re-{word}", StringComparison.OrdinalIgnoreCase));

    private static string? ScopeOf(string mark) =>
        mark.IndexOf(" on {", StringComparison.Ordinal) is >= 0 and var at ? mark[(at + 5)..].TrimEnd('}') : null;

    /// <summary>What stands in brackets at the begin of a title.</summary>
    [GeneratedRegex(@"\G\s*\[([^\[\]]{1,200})\]", RegexOptions.None, 1000)]
    private static partial Regex Mark();
}
