using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Keeps values with the contact. All of them are kept, or none.</summary>
/// <param name="Values">By name; texts, or references such as <c>$.External.topic</c>.</param>
internal sealed record SetAttributes(IReadOnlyDictionary<string, string> Values) : FlowBlock
{
    /// <summary>When they are kept.</summary>
    public required string Next { get; init; }

    /// <summary>When the attributes of the contact would be more than Amazon Connect keeps.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactAttributes";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["Attributes"] = Map(Values), ["TargetContact"] = "Current" };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Keep {string.Join(", ", Values.Keys)}";
}
