using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Chooses the queue that the contact will be put into.</summary>
/// <param name="Queue">ARN of the queue, or a reference to one.</param>
/// <param name="Name">What people call it.</param>
internal sealed record SetQueue(string Queue, string Name) : FlowBlock
{
    /// <summary>When the queue is chosen.</summary>
    public required string Next { get; init; }

    /// <summary>When there is no such queue.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactTargetQueue";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["QueueId"] = Queue };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Choose the queue {Name}";
}
