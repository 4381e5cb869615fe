using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Reads the plain text of an e-mail, into <see cref="Text"/>, which ends with the flow; at most 32 KB of it.</summary>
internal sealed record ReadEmail : FlowBlock
{
    /// <summary>Reference to the text.</summary>
    public const string Text = "$.Email.EmailMessage.Plaintext";

    /// <summary>With the text.</summary>
    public required string Next { get; init; }

    /// <summary>Without it: too long, not plain, no e-mail.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "LoadContactContent";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["ContentType"] = "EmailMessage" };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => "Read the e-mail";
}

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
