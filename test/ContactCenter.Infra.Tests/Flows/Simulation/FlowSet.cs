using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>Every flow and module of a configuration as the JSON that is deployed, found by name, id or ARN.</summary>
internal sealed partial class FlowSet
{
    private readonly Dictionary<(string Flow, string Block), FlowReads> _read = [];
    private readonly Dictionary<string, JsonObject> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, JsonObject>> _blocks = new(StringComparer.Ordinal);

    /// <param name="configuration">The configuration.</param>
    /// <param name="more">Flows that stand beside those of contacts.</param>
    public FlowSet(ContactCenterConfiguration configuration, params IEnumerable<ContactFlow> more)
    {
        Configuration = configuration;
        var design = new FlowDesign(configuration, Addresses(configuration));
        foreach (var flow in design.Modules().Concat(design.Flows()).Append(design.Incident()).Append(Designer(design))
            .Concat(design.AgentReport() is { } report ? [report] : [])
            .Concat(design.AgentGuide() is { } guide ? [guide] : [])
            .Concat(more))
        {
            var content = JsonNode.Parse(FlowWriter.Write(flow))!.AsObject();
            _contents.Add(flow.Name, content);
            _blocks.Add(flow.Name, content["Actions"]!.AsArray().ToDictionary(
                action => (string)action!["Identifier"]!, action => action!.AsObject(), StringComparer.Ordinal));
        }
    }

    /// <summary>A flow that somebody else has designed, with the module that no flow of ours runs dropped in.</summary>
    public const string DesignerFlow = "designer";

    public ContactCenterConfiguration Configuration { get; }

    public IEnumerable<string> Names => _contents.Keys;

    /// <summary>ARNs as long as real ones, so that limits are tested on what is deployed.</summary>
    public static FlowAddresses Addresses(ContactCenterConfiguration configuration) => new()
    {
        Hook = hook =>
            $"arn:aws:lambda:{configuration.Instance.Region}:{configuration.Instance.AccountId}:function:{DeploymentNames.Of(configuration).Function(hook)}",
        Module = module => $"{configuration.Instance.Arn}/flow-module/{module}",
        Flow = flow => $"{configuration.Instance.Arn}/contact-flow/{flow}",
        View = view => $"{configuration.Instance.Arn}/view/{view}:$LATEST",
    };

    public JsonObject Content(string flow) => _contents[flow];

    public string Start(string flow) => (string)_contents[flow]["StartAction"]!;

    public IReadOnlyDictionary<string, JsonObject> Blocks(string flow) => _blocks[flow];

    /// <summary>What a block and all that can follow it in its flow read.</summary>
    public FlowReads ReadFrom(string flow, string block) =>
        _read.TryGetValue((flow, block), out var known)
            ? known
            : _read[(flow, block)] = new FlowReads(
                FollowedBy(flow, block).SelectMany(name => References(_blocks[flow][name])).ToHashSet(StringComparer.Ordinal),
                FollowedBy(flow, block)
                    .Where(name => (string?)_blocks[flow][name]["Type"] == "Loop")
                    .Select(name => $"{flow}/{name}")
                    .ToHashSet(StringComparer.Ordinal));

    /// <summary>References in one block.</summary>
    public static IEnumerable<string> References(JsonObject block) =>
        Reference().Matches(block["Parameters"]!.ToJsonString()).Select(match => match.Value);

    private static ContactFlow Designer(FlowDesign design) => new(DesignerFlow, FlowKind.Inbound, "-")
    {
        ["correct"] = design.Run(
            design.Hooks.RecordCorrection, "done", ("correctTopic", "$.Attributes.topic"), ("text", "$.Attributes.answer")),
        ["done"] = End.Disconnect,
    };

    /// <summary>Every block of every flow, as <c>flow/block</c>.</summary>
    public IEnumerable<string> AllBlocks() => _blocks.SelectMany(flow => flow.Value.Keys.Select(block => $"{flow.Key}/{block}"));

    /// <summary>Every condition and every error of every block, as <c>flow/block:label</c>.</summary>
    public IEnumerable<string> AllBranches() =>
        from flow in _blocks
        from block in flow.Value
        let transitions = block.Value["Transitions"]!
        let conditions = (transitions["Conditions"] as JsonArray
            ?? []).Select(condition => (string)condition!["Condition"]!["Operands"]![0]!)
        let errors = (transitions["Errors"] as JsonArray ?? []).Select(error => (string)error!["ErrorType"]!)
        from label in conditions.Concat(errors).Where(label => IsPossible(block.Value, label))
        select $"{flow.Key}/{block.Key}:{label}";

    // the service wants these errors declared, and no result of the block leads to them
    private static bool IsPossible(JsonObject block, string label) => (string)block["Type"]! switch
    {
        "InvokeFlowModule" => label != "NoMatchingCondition",
        _ => true,
    };

    private HashSet<string> FollowedBy(string flow, string block)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { block };
        var open = new Stack<string>(seen);
        while (open.TryPop(out var name))
        {
            var transitions = _blocks[flow][name]["Transitions"]!;
            var targets = (transitions["Conditions"] as JsonArray ?? []).Concat(transitions["Errors"] as JsonArray ?? [])
                .Append(transitions)
                .Select(way => (string?)way!["NextAction"]);
            foreach (var target in targets.OfType<string>().Where(seen.Add))
            {
                open.Push(target);
            }
        }

        return seen;
    }

    [GeneratedRegex(@"\$(\.[A-Za-z0-9_]+)+")]
    private static partial Regex Reference();

    public static string NameOf(string idOrArn) => idOrArn[(idOrArn.LastIndexOf('/') + 1)..];
}
