using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Puts the contact into the chosen queue; the flow ends when that succeeds.</summary>
internal sealed record TransferToQueue : FlowBlock
{
    /// <summary>When the queue takes no more contacts.</summary>
    public required string OnFull { get; init; }

    /// <summary>When it cannot be put there.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "TransferContactToQueue";

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
        [FlowBranch.Next(OnError), FlowBranch.On("QueueAtCapacity", OnFull), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => "Put the contact into the queue";
}

/// <summary>Goes on in another flow.</summary>
/// <param name="Flow">ARN of the flow.</param>
/// <param name="Name">Its name.</param>
internal sealed record TransferToFlow(string Flow, string Name) : FlowBlock
{
    /// <summary>When there is no such flow.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "TransferToFlow";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["ContactFlowId"] = Flow };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(OnError), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Go on in the flow {Name}";
}
