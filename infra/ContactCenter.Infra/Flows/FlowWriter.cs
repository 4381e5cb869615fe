using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.FlowContent;

namespace ContactCenter.Infra.Flows;

/// <summary>Writes flows as Amazon Connect reads them: the flow language of 2019-10-30.</summary>
internal static class FlowWriter
{
    /// <summary>Distance of blocks in the flow designer, in its units.</summary>
    private const int Columns = 6;
    private const int Width = 260;
    private const int Height = 220;

    /// <summary>Characters of tokens must stay as they are, so that a deployment finds and replaces them.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The content of a flow.</summary>
    /// <exception cref="InvalidOperationException">The flow breaks a rule; all of them are in the message.</exception>
    public static string Write(ContactFlow flow)
    {
        if (FlowRules.Check(flow) is { Count: > 0 } problems)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
        }

        var text = Content(flow).ToJsonString(Plain);
        return text.Length <= FlowContentCheck.MaximumCharacters
            ? text
            : throw new InvalidOperationException(
                $"{flow.Name}: {text.Length} characters; a flow has {FlowContentCheck.MaximumCharacters} at most");
    }

    /// <summary>The content of a flow with a block at least, whatever is wrong with it.</summary>
    public static JsonObject Content(ContactFlow flow)
    {
        var content = new JsonObject
        {
            ["Version"] = "2019-10-30",
            ["StartAction"] = flow.Start,
            ["Metadata"] = Metadata(flow),
            ["Actions"] = new JsonArray([.. flow.Blocks.Select(block => Action(block.Key, block.Value))]),
        };
        if (flow.Kind == FlowKind.Module)
        {
            content["Settings"] = ConsoleSettings();
        }

        return content;
    }

    /// <summary>What a module declares beside its content: the texts that it may be told, as a JSON schema.</summary>
    public static string Contract(ContactFlow module) => module.Inputs.Count == 0
        ? "{}"
        : new JsonObject
        {
            ["input"] = new JsonObject
            {
                ["schema"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject(module.Inputs.Select(input =>
                        KeyValuePair.Create(input, (JsonNode?)new JsonObject { ["type"] = "string" }))),
                },
            },
        }.ToJsonString(Plain);

    private static JsonObject Action(string name, FlowBlock block) => new()
    {
        ["Identifier"] = name,
        ["Type"] = block.Type,
        ["Parameters"] = block.Parameters,
        ["Transitions"] = Transitions(block.Branches),
    };

    private static JsonObject Transitions(IReadOnlyList<FlowBranch> branches)
    {
        if (branches.Count == 0)
        {
            return [];
        }

        var errors = branches.Where(branch => branch.Error is not null)
            .Select(branch => new JsonObject { ["NextAction"] = branch.Target, ["ErrorType"] = branch.Error });
        var conditions = branches.Where(branch => branch.Operator is not null).Select(branch => new JsonObject
        {
            ["NextAction"] = branch.Target,
            ["Condition"] = new JsonObject { ["Operator"] = branch.Operator, ["Operands"] = new JsonArray(branch.Operand) },
        });
        return new JsonObject
        {
            ["NextAction"] = branches.Single(branch => branch is { Error: null, Operator: null }).Target,
            ["Errors"] = new JsonArray([.. errors]),
            ["Conditions"] = new JsonArray([.. conditions]),
        };
    }

    // without positions the designer would show all blocks on one heap
    private static JsonObject Metadata(ContactFlow flow) => new()
    {
        ["entryPointPosition"] = new JsonObject { ["x"] = 0, ["y"] = 0 },
        ["ActionMetadata"] = new JsonObject(flow.Blocks.Keys.Select((name, i) => KeyValuePair.Create(name, (JsonNode?)new JsonObject
        {
            ["position"] = new JsonObject { ["x"] = Width * (1 + (i % Columns)), ["y"] = Height * (i / Columns) },
            ["isFriendlyName"] = true,
        }))),
    };

    // the service wants it in every module, says nothing in it, and refuses a module without
    private static JsonObject ConsoleSettings() => new()
    {
        ["InputParameters"] = new JsonArray(),
        ["OutputParameters"] = new JsonArray(),
        ["Transitions"] = new JsonArray(
            new JsonObject { ["DisplayName"] = "Success", ["ReferenceName"] = "Success", ["Description"] = "" },
            new JsonObject { ["DisplayName"] = "Error", ["ReferenceName"] = "Error", ["Description"] = "" }),
    };
}
