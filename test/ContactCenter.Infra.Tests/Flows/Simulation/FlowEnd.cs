namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>How a contact's way through the flows ends.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Queue">The queue that it is in, or waits for a callback in; null for none.</param>
internal sealed record FlowEnd(FlowEndKind Kind, string? Queue = null);
