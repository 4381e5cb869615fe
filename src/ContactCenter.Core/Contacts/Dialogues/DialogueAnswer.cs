using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>What a flow is told of a step. Pure.</summary>
public static class DialogueAnswer
{
    /// <summary>What is answered when nothing else can be: an agent. It names every key.</summary>
    public static HookAnswer Prepared { get; } = Answer("default", null, null, null, null, "none") with { IsDefault = true };

    /// <summary>The answer of a step; it must not be one that still waits for the function.</summary>
    public static HookAnswer Of(DialogueRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run is not { Dialogue: { } dialogue, Turn: { } turn })
        {
            return Answer("none", null, null, null, null, run.Reason);
        }

        var state = turn.State.Write();
        if (state is null)
        {
            return Answer("agent", dialogue.Name, null, Said(run), null, "tooLong");
        }

        var status = turn.Status.ToString().ToLowerInvariant();
        return Answer(status, dialogue.Name, state, Said(run), turn.Say, turn.Reason) with
        {
            Metrics =
            [
                .. Counted(turn.Counts, DialogueCount.Begun, OwnMetricNames.DialoguesBegun, dialogue.Name),
                .. Counted(turn.Counts, DialogueCount.Done, OwnMetricNames.DialoguesDone, dialogue.Name),
                .. Counted(turn.Counts, DialogueCount.ToAgent, OwnMetricNames.DialoguesToAgent, dialogue.Name),
                .. Counted(turn.Counts, DialogueCount.FunctionFailed, OwnMetricNames.DialogueFunctionFailures, dialogue.Name),
            ],
        };
    }

    /// <summary>What was said so far, for the agent.</summary>
    private static string? Said(DialogueRun run)
    {
        var known = run.Dialogue!.Fields.Zip(run.Turn!.State.Values).Where(static field => field.Second.Length > 0).ToArray();
        return known.Length == 0 ? null : string.Join("; ", known.Select(static field => $"{field.First.Name}: {field.Second}"));
    }

    private static IEnumerable<HookMetric> Counted(DialogueCount counts, DialogueCount one, string name, string dialogue) =>
        counts.HasFlag(one) ? [new HookMetric(name, "Count", 1, OwnMetricNames.Dialogue, dialogue)] : [];

    private static HookAnswer Answer(string status, string? dialogue, string? state, string? said, string? say, string reason) => new()
    {
        Decision = status,
        Values = new Dictionary<string, string?> { ["status"] = status, ["dialogue"] = dialogue, ["reason"] = reason },
        Sentences = new Dictionary<string, string?> { ["say"] = say },
        Notes = new Dictionary<string, string?> { ["state"] = state, ["said"] = said },
        Reasons = [reason],
    };
}
