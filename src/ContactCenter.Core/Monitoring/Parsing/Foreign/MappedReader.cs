using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Parsing.Foreign;

/// <summary>Reads what the configuration maps: a message belongs to the first mapping whose title and state are found in it.</summary>
internal static class MappedReader
{
    public static IReadOnlyList<AlarmInput>? Read(JsonElement root, MessageOrigin origin)
    {
        foreach (var mapping in origin.Mappings)
        {
            var parts = mapping.Alerts is null ? [root]
                : JsonPath.Find(root, mapping.Alerts) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToArray()
                : [];
            var read = parts.Select(part => (Part: part, Alarm: Of(part, mapping, origin))).ToArray();
            if (read.Any(static one => one.Alarm is not null))
            {
                return [.. read.Select(one => one.Alarm ?? (AlarmInput)Unread(one.Part, mapping, origin))];
            }
        }

        return null;
    }

    private static UnrecognisedMessage Unread(JsonElement part, ForeignAlarmSettings mapping, MessageOrigin origin) =>
        Unrecognised.Json(Sentences.GotUnmapped(mapping.Name), part, origin);

    private static ForeignAlarm? Of(JsonElement part, ForeignAlarmSettings mapping, MessageOrigin origin)
    {
        string? At(string? path) => path is null ? null : ForeignReader.First(JsonPath.Find(part, path)?.AsWord());

        var word = At(mapping.State);
        if (At(mapping.Title) is not { } title
            || (Has(mapping.Red, word) ? AlarmState.Alarm : Has(mapping.Over, word) ? AlarmState.Ok : (AlarmState?)null) is not { } state)
        {
            return null;
        }

        var severity = At(mapping.Severity);
        var alarm = ForeignReader.Alarm(mapping.Name, At(mapping.Key) ?? title, title, state, severity, origin);
        return alarm with
        {
            Severity = severity is not null && mapping.Severities.TryGetValue(severity, out var mapped) ? mapped : alarm.Severity,
            Texts = At(mapping.Text) is { } text ? [BoundedText.Of(text, ForeignAlarm.MaximumText)] : [],
            Link = ForeignWords.Link(At(mapping.Link)),
            At = (mapping.Time is null ? null : ForeignWords.Time(JsonPath.Find(part, mapping.Time))) ?? origin.At,
        };
    }

    private static bool Has(IReadOnlyList<string> words, string? word) =>
        word is not null && words.Contains(word, StringComparer.OrdinalIgnoreCase);
}
