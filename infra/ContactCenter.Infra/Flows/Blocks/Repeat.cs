using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>
/// Lets a contact pass a number of times and sends it another way after that: without one no circle of blocks is allowed.
/// </summary>
/// <param name="Times">How often it passes, 1 to 100.</param>
internal sealed record Repeat(int Times) : FlowBlock
{
    /// <summary>While it passes.</summary>
    public required string Body { get; init; }

    /// <summary>After that.</summary>
    public required string Done { get; init; }

    /// <inheritdoc/>
    public override string Type => "Loop";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["LoopCount"] = Times.ToString(CultureInfo.InvariantCulture) };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
        [FlowBranch.Next(Done), FlowBranch.When("ContinueLooping", Body), FlowBranch.When("DoneLooping", Done)];

    /// <inheritdoc/>
    public override string Summary => Times == 1 ? "Once" : $"At most {Times} times";
}
