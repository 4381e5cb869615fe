using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Parsing.Foreign;

/// <summary>
/// Reads the alarms of other systems: what the configuration maps first, then those whose payloads are documented. A payload that groups
/// several alerts gives several states.
/// </summary>
internal static class ForeignReader
{
    /// <summary>Adds what a payload tells; false where nobody knows it.</summary>
    public static bool TryRead(JsonElement root, MessageOrigin origin, List<AlarmInput> inputs)
    {
        IEnumerable<AlarmInput>? read = MappedReader.Read(root, origin) ?? AlertmanagerReader.Read(root, origin);
        if (read is null && (DatadogReader.Read(root, origin) ?? NewRelicReader.Read(root, origin) ?? CloudEventReader.Read(root, origin))
            is { } one)
        {
            read = [one];
        }

        inputs.AddRange(read ?? []);
        return read is not null;
    }

    /// <summary>An alarm with its texts bounded and its words understood.</summary>
    /// <param name="system">The other system as people name it.</param>
    /// <param name="key">What is the same in its messages about one incident.</param>
    /// <param name="title">What it calls it.</param>
    /// <param name="state">Whether it is there.</param>
    /// <param name="severity">How bad that system says it is, in its words, or null.</param>
    /// <param name="origin">When it was sent.</param>
    public static ForeignAlarm Alarm(
        string system, string key, string title, AlarmState state, string? severity, MessageOrigin origin) => new()
        {
            System = system,
            Key = BoundedText.Of(key, ForeignAlarm.MaximumKey),
            Title = BoundedText.Of(title, ForeignAlarm.MaximumTitle),
            State = state,
            Severity = ForeignWords.Severity(severity),
            SeverityWord = severity is null ? null : BoundedText.Of(severity, ForeignAlarm.MaximumWord),
            At = origin.At,
            SentAt = origin.At,
        };

    /// <summary>The first text that says something.</summary>
    public static string? First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text.Trim();
            }
        }

        return null;
    }
}
