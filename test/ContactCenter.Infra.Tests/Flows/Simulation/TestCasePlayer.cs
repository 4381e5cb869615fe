using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Synthetic;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>
/// Plays the content of a test case against the flows that are deployed, as Amazon Connect was seen to: texts without a customer's action
/// between them are heard as one, a check that fails ends it, and what never comes fails.
/// </summary>
internal sealed class TestCasePlayer(FlowSet flows, FlowMachine machine)
{
    private const int Enough = 500;

    /// <summary>So much of the words of what is expected must be heard to be similar.</summary>
    private const double Similar = 0.8;

    private readonly List<ExecutionRecord> _records = [];
    private readonly Queue<JsonNode> _expected = [];
    private string _heard = "";
    private string? _said;
    private string? _key;
    private bool _isOver;

    /// <summary>Whether the bot fails, so that its block leaves by its error.</summary>
    public bool IsBotBroken { get; init; }

    /// <summary>Plays it.</summary>
    /// <returns>The records of its execution.</returns>
    public IReadOnlyList<ExecutionRecord> Play(string content, FlowState begin)
    {
        foreach (var observation in JsonNode.Parse(content)!["Observations"]!.AsArray())
        {
            _expected.Enqueue(observation!);
        }

        Happens("TestInitiated", static _ => true, begin);
        var state = begin;
        for (var step = 0; step < Enough && state is not null && !_isOver; step++)
        {
            var block = flows.Blocks(state.Flow)[state.Block];
            var type = (string)block["Type"]!;
            Tell(type, block["Parameters"]!.AsObject(), state);
            state = _isOver ? null : Next(type, block, state);
        }

        if (!_isOver)
        {
            _records.Add(new ExecutionRecord((string)_expected.Peek()["Identifier"]!, IsPassed: false, "{}"));
        }

        return _records;
    }

    private void Tell(string type, JsonObject parameters, FlowState state)
    {
        switch (type)
        {
            case "MessageParticipant" or "GetParticipantInput":
                _heard = $"{_heard} {Text((string)parameters["Text"]!, state)}";
                Happens("MessageReceived", expected => IsSimilar((string)expected["Text"]!), state);
                break;
            case "ConnectParticipantWithLexBot":
                Happens(
                    "FlowActionStarted",
                    expected => (string)expected["ActionType"]! == type
                        && (string)expected["ActionParameters"]!["LexV2Bot"]!["AliasArn"]! == (string)parameters["LexV2Bot"]!["AliasArn"]!,
                    state);
                _heard = "";
                break;
            case "TransferContactToQueue":
                Happens(
                    "FlowActionStarted",
                    expected => (string)expected["ActionType"]! == type && (string)expected["ActionParameters"]!["QueueId"]! == state.Queue,
                    state);
                break;
        }
    }

    private void Happens(string type, Func<JsonObject, bool> matches, FlowState state)
    {
        if (!_expected.TryPeek(out var observation)
            || (string)observation["Event"]!["Type"]! != type
            || !matches(observation["Event"]!["Properties"]!.AsObject()))
        {
            return;
        }

        _ = _expected.Dequeue();
        var id = (string)observation["Identifier"]!;
        foreach (var action in observation["Actions"]!.AsArray())
        {
            var parameters = action!["Parameters"]!;
            switch ((string)action["Type"]!)
            {
                case "SendInstruction":
                    var properties = parameters["Instruction"]!["Properties"]!;
                    (_said, _key) = ((string?)properties["Text"], properties["Value"]?.ToJsonString());
                    break;
                case "Assert" when Value((string)parameters["Namespace"]!, state) is var actual && actual != (string)parameters["Operand"]!:
                    _isOver = true;
                    _records.Add(new ExecutionRecord(id, IsPassed: false, new JsonObject
                    {
                        ["Actions"] = new JsonArray(new JsonObject
                        {
                            ["Identifier"] = (string)action["Identifier"]!,
                            ["Type"] = "Assert",
                            ["Status"] = "FAILED",
                            ["ActualParameters"] = new JsonObject { ["Namespace"] = actual },
                        }),
                    }.ToJsonString()));
                    return;
                case "TestControl":
                    _isOver = true;
                    break;
            }
        }

        _records.Add(new ExecutionRecord(id, IsPassed: true, "{}"));
    }

    private FlowState? Next(string type, JsonObject block, FlowState state)
    {
        if (type == "ConnectParticipantWithLexBot" && IsBotBroken)
        {
            return new BlockContext(state, block).On("NoMatchingError").State;
        }

        FlowStep[] steps = [.. machine.Steps(state)];
        var wanted = type switch
        {
            "ConnectParticipantWithLexBot" => Intent(block),
            "GetParticipantInput" => _key ?? "InputTimeLimitExceeded",
            _ => "",
        };
        if (type is "ConnectParticipantWithLexBot" or "GetParticipantInput")
        {
            (_said, _key) = (null, null);
        }

        return (Array.Find(steps, step => step.Branch.EndsWith($":{wanted}", StringComparison.Ordinal)) ?? steps[0]).State;
    }

    /// <summary>Who asks for a person is understood; whoever says anything else where that is no choice is not.</summary>
    private string Intent(JsonObject block)
    {
        var agent = flows.Configuration.Flows!.AgentIntent;
        var isChoice = new BlockContext(new("", "", ""), block).Conditions.Any(condition =>
            (string)condition["Condition"]!["Operands"]![0]! == agent);
        return _said is null ? "InputTimeLimitExceeded" : isChoice ? agent : "NoMatchingCondition";
    }

    private string? Value(string path, FlowState state) => path == "$.Queue.Name"
        ? flows.Configuration.Queues.FirstOrDefault(queue =>
            queue.Id is { } id && flows.Configuration.Instance.QueueArn(id) == state.Queue)?.Name
        : state.Attributes.GetValueOrDefault(path["$.Attributes.".Length..]);

    /// <summary>What a block says in the language that the flow speaks.</summary>
    private string Text(string text, FlowState state)
    {
        const string Reference = "$.FlowAttributes.";
        var settings = flows.Configuration.Flows!;
        var said = FlowSentences.Languages(settings)
            .Select(language => FlowSentences.Of(settings, language))
            .FirstOrDefault(sentences => sentences["greeting"] == state.Speaks);
        return text.StartsWith(Reference, StringComparison.Ordinal) ? said?.GetValueOrDefault(text[Reference.Length..]) ?? "" : text;
    }

    private bool IsSimilar(string expected)
    {
        var words = Words(expected);
        var heard = Words(_heard).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Count(heard.Contains) >= Similar * words.Length;
    }

    private static string[] Words(string text) =>
        text.Split([' ', ',', '.', '!', '?', ':'], StringSplitOptions.RemoveEmptyEntries);
}
