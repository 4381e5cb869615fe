namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>One way that a contact can go from a block: on to another one, or to its end.</summary>
/// <param name="Branch">The way out of the block, as <c>flow/block:label</c>.</param>
/// <param name="State">Where it is then; null at the end.</param>
/// <param name="End">How it ended; null before.</param>
internal sealed record FlowStep(string Branch, FlowState? State, FlowEnd? End = null);
