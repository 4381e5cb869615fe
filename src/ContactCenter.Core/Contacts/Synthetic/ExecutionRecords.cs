using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment.Synthetic;

namespace ContactCenter.Core.Contacts.Synthetic;

/// <summary>
/// The records of a test case's execution, each a JSON text of which the API reference says nothing: kind, observation, what was expected
/// and what came. Read as they were recorded (<c>test/Recorded/connect/test-cases.json</c>), and leniently: what is otherwise is not there.
/// </summary>
public static class ExecutionRecords
{
    /// <summary>The longest text of what was heard.</summary>
    private const int MaximumText = 300;

    /// <summary>What an execution that failed tells.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="records">Its records, in the order of the service.</param>
    /// <param name="at">When they were read.</param>
    public static SyntheticOutcome Failed(SyntheticContact contact, IReadOnlyList<ExecutionRecord> records, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(records);
        var passed = records.Where(static record => record.IsPassed)
            .Select(static record => TestCaseContent.StepOf(record.Observation))
            .OfType<SyntheticStep>()
            .ToHashSet();
        var missed = contact.Steps.Cast<SyntheticStep?>().FirstOrDefault(step => !passed.Contains(step!.Value));

        // all that was expected has come: that the service does not end such an execution is known
        if (missed is not { } step)
        {
            return new SyntheticOutcome(SyntheticResult.Right, at);
        }

        var record = records.LastOrDefault(record => TestCaseContent.StepOf(record.Observation) == step);
        return IsUnheard(record?.Text)
            ? new SyntheticOutcome(SyntheticResult.Wrong, at) { Step = SyntheticStep.Bot }
            : new SyntheticOutcome(SyntheticResult.Wrong, at) { Step = step, Text = Seen(record?.Text) };
    }

    /// <summary>Id of the contact that was simulated; null where no record says it.</summary>
    public static string? ContactId(IReadOnlyList<ExecutionRecord> records) =>
        records.Select(static record => Read(record.Text, static root => root.Text("ContactId"))).OfType<string>().FirstOrDefault();

    /// <summary>Whether the bot is what failed, which is found when the queue is reached.</summary>
    private static bool IsUnheard(string? text) => Read(text, static root =>
        root.Member("Actions") is { ValueKind: JsonValueKind.Array } actions
            && actions.EnumerateArray().Any(static action =>
                action.Text("Identifier") == TestCaseContent.HeardAction && action.Text("Status") == "FAILED")
            ? TestCaseContent.HeardAction
            : null) is not null;

    /// <summary>What was heard instead, or the queue in which it was.</summary>
    private static string? Seen(string? text) => Read(text, static root =>
    {
        if (root.Member("Actions") is { ValueKind: JsonValueKind.Array } actions)
        {
            foreach (var action in actions.EnumerateArray().Where(static action => action.Text("Type") == "Assert"))
            {
                // the parameter that was resolved stands in the place of its reference
                if (action.Member("ActualParameters")?.Text("Namespace") is { } actual)
                {
                    return BoundedText.Of(actual, MaximumText);
                }
            }
        }

        return (root.Member("ActualEvent") ?? root.Member("Event"))?.Member("Properties")?.Text("Text") is { } heard
            ? BoundedText.Of(heard, MaximumText)
            : null;
    });

    private static string? Read(string? text, Func<JsonElement, string?> find)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? find(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A record of an execution.</summary>
/// <param name="Observation">Its observation, or null.</param>
/// <param name="IsPassed">Whether that has happened.</param>
/// <param name="Text">What is told of it, JSON, or null.</param>
public sealed record ExecutionRecord(string? Observation, bool IsPassed, string? Text);
