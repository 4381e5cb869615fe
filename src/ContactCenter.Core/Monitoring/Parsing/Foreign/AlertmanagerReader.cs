using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Parsing.Foreign;

/// <summary>
/// Reads what Prometheus Alertmanager sends to a webhook (version 4), which Grafana sends too with members of its own. One message groups
/// alerts; each is a state.
/// </summary>
internal static class AlertmanagerReader
{
    /// <summary>Labels that are told in other words already.</summary>
    private static readonly string[] Told = ["alertname", "severity", "priority"];

    public static IReadOnlyList<AlarmInput>? Read(JsonElement root, MessageOrigin origin)
    {
        if (root.Member("alerts") is not { ValueKind: JsonValueKind.Array } alerts
            || alerts.GetArrayLength() == 0
            || !(root.Member("groupKey") ?? root.Member("externalURL") ?? root.Member("receiver")).HasValue)
        {
            return null;
        }

        var system = root.Member("orgId") is null ? "Prometheus" : "Grafana";
        return
        [
            .. alerts.EnumerateArray().Select(alert => Of(alert, system, origin)
                ?? (AlarmInput)Unrecognised.Json(Sentences.GotForeignUnreadable(system), alert, origin)),
        ];
    }

    private static ForeignAlarm? Of(JsonElement alert, string system, MessageOrigin origin)
    {
        if (ForeignWords.State(alert.Text("status")) is not { } state || alert.Member("labels") is not { } labels)
        {
            return null;
        }

        var notes = alert.Member("annotations");
        var name = ForeignReader.First(labels.Text("alertname"), notes?.Text("summary")) ?? Sentences.ForeignNameless;
        var told = Labels(labels);
        var others = string.Join(
            ", ", told.Where(static label => !Told.Contains(label.Name)).Select(static label => $"{label.Name} {label.Value}"));
        var alarm = ForeignReader.Alarm(
            system,
            ForeignReader.First(alert.Text("fingerprint")) ?? string.Join('\n', told.Select(static label => $"{label.Name}={label.Value}")),
            name,
            state,
            ForeignReader.First(labels.Text("severity"), labels.Text("priority"), notes?.Text("severity")),
            origin);
        return alarm with
        {
            Texts =
            [
                .. new[] { notes?.Text("summary"), notes?.Text("description"), others.Length == 0 ? null : $"Labels: {others}." }
                    .OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text) && text != name)
                    .Select(static text => BoundedText.Of(text.Trim(), ForeignAlarm.MaximumText)),
            ],
            Link = ForeignWords.Link(ForeignReader.First(alert.Text("panelURL"), alert.Text("dashboardURL"), alert.Text("generatorURL"))),
            At = ForeignWords.Time(alert.Member(state == AlarmState.Ok ? "endsAt" : "startsAt")) ?? origin.At,
        };
    }

    private static (string Name, string Value)[] Labels(JsonElement labels) => labels.ValueKind != JsonValueKind.Object
        ? []
        :
        [
            .. labels.EnumerateObject()
                .Select(static label => (Name: label.SafeName(), Value: label.Value.AsWord() ?? ""))
                .OrderBy(static label => label.Name, StringComparer.Ordinal),
        ];
}
