using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>A contact at a block, and the ways out that the block has.</summary>
internal sealed class BlockContext(FlowState state, JsonObject block)
{
    public FlowState State => state;

    public IReadOnlyList<JsonNode> Conditions =>
        [.. (block["Transitions"]!["Conditions"] as JsonArray ?? []).Select(condition => condition!)];

    public bool HasError(string error) => Errors.Any(one => (string)one["ErrorType"]! == error);

    public FlowStep Next(FlowState? changed = null) =>
        To("", (string)block["Transitions"]!["NextAction"]!, changed ?? state with { WasJustTold = false });

    public FlowStep On(string error, FlowState? changed = null) => To(
        error,
        (string)(Errors.FirstOrDefault(one => (string)one["ErrorType"]! == error)
            ?? throw new InvalidOperationException($"{state.Place} has no way for {error}"))["NextAction"]!,
        changed ?? state);

    public FlowStep When(string operand) => When(operand, state);

    public FlowStep When(string operand, FlowState changed) =>
        When(Conditions.First(condition => (string)condition["Condition"]!["Operands"]![0]! == operand), changed);

    public FlowStep When(JsonNode condition, FlowState? changed = null) =>
        To((string)condition["Condition"]!["Operands"]![0]!, (string)condition["NextAction"]!, changed ?? state);

    /// <summary>On in another flow, or by the error where there is none of this name.</summary>
    public FlowStep Elsewhere(FlowSet flows, string flow) => flows.Names.Contains(flow)
        ? new FlowStep($"{state.Place}:", state with { Flow = flow, Block = flows.Start(flow), External = null })
        : On("NoMatchingError");

    public FlowStep Ends(FlowEnd end) => new($"{state.Place}:{end.Kind}", null, end);

    private IEnumerable<JsonNode> Errors => (block["Transitions"]!["Errors"] as JsonArray ?? []).Select(error => error!);

    private FlowStep To(string label, string target, FlowState changed) => new($"{state.Place}:{label}", changed with { Block = target });
}
