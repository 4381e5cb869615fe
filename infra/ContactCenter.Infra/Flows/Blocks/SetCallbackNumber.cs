using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Sets the number that a callback dials.</summary>
/// <param name="Number">Reference to the number.</param>
internal sealed record SetCallbackNumber(string Number) : FlowBlock
{
    /// <summary>When the number is set.</summary>
    public required string Next { get; init; }

    /// <summary>When it is no telephone number.</summary>
    public required string OnInvalid { get; init; }

    /// <summary>When the instance must not dial it.</summary>
    public required string OnNotDialable { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactCallbackNumber";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["CallbackNumber"] = Number };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
    [
        FlowBranch.Next(Next),
        FlowBranch.On("InvalidCallbackNumber", OnInvalid),
        FlowBranch.On("CallbackNumberNotDialable", OnNotDialable),
    ];

    /// <inheritdoc/>
    public override string Summary => $"Call back at {Number}";
}
