using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Parsing.Foreign;

/// <summary>Reads the payload that a workflow of New Relic sends unless one writes another: an issue with its state and priority.</summary>
internal static class NewRelicReader
{
    public static ForeignAlarm? Read(JsonElement root, MessageOrigin origin)
    {
        if (root.Text("id") is not { Length: > 0 } id
            || root.Member("priority") is null
            || (root.Member("issueUrl") ?? root.Member("workflowName") ?? root.Member("alertConditionNames")) is null
            || ForeignWords.State(root.Text("state")) is not { } state)
        {
            return null;
        }

        var title = ForeignReader.First(root.Text("title"), Names(root, "alertConditionNames")) ?? Sentences.ForeignUntitled;
        return ForeignReader.Alarm("New Relic", id, title, state, root.Text("priority"), origin) with
        {
            Texts =
            [
                .. new[] { ("Conditions", "alertConditionNames"), ("Entities", "impactedEntities") }
                    .Select(part => Names(root, part.Item2) is { } names ? $"{part.Item1}: {names}." : null)
                    .OfType<string>(),
            ],
            Link = ForeignWords.Link(root.Text("issueUrl")),
            At = ForeignWords.Time(root.Member("updatedAt")) ?? ForeignWords.Time(root.Member("createdAt")) ?? origin.At,
        };
    }

    private static string? Names(JsonElement root, string member)
    {
        if (root.Member(member) is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        var names = string.Join(", ", list.EnumerateArray().Select(static one => one.AsText()).OfType<string>().Take(10));
        return names.Length == 0 ? null : BoundedText.Of(names, ForeignAlarm.MaximumText);
    }
}
