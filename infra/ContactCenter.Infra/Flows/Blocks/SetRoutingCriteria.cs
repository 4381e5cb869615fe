using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>
/// Says which agents of the queue the contact waits for. The service refuses the name that the reference gives the action.
/// </summary>
/// <param name="Criteria">Reference to the criteria, an object that a hook answered.</param>
internal sealed record SetRoutingCriteria(string Criteria) : FlowBlock
{
    /// <summary>When they are set.</summary>
    public required string Next { get; init; }

    /// <summary>When they are none: any agent of the queue serves the contact.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactRoutingCriteria";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["RoutingCriteria"] = Criteria };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => "Set the skills to wait for";
}
