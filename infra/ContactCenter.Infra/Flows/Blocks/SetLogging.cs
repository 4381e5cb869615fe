using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Switches the log of the flow on or off.</summary>
/// <param name="IsOn">Whether blocks are logged.</param>
internal sealed record SetLogging(bool IsOn) : FlowBlock
{
    /// <summary>What follows; it has no error.</summary>
    public required string Next { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateFlowLoggingBehavior";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["FlowLoggingBehavior"] = IsOn ? "Enabled" : "Disabled" };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next)];

    /// <inheritdoc/>
    public override string Summary => IsOn ? "Log from here" : "Log nothing from here";
}
