namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Reads how many contacts wait in the chosen queue, into <c>$.Metrics.Queue.Size</c>.</summary>
internal sealed record ReadQueue : FlowBlock
{
    /// <summary>With the number.</summary>
    public required string Next { get; init; }

    /// <summary>Without it.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "GetMetricData";

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => "Count who waits in the queue";
}
