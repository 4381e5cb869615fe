using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Waits with a contact that is no call. The service refuses the name that the reference gives the parameter.</summary>
/// <param name="Seconds">How long, at most 604,800 seconds (seven days).</param>
internal sealed record Pause(int Seconds) : FlowBlock
{
    /// <summary>After the time.</summary>
    public required string Next { get; init; }

    /// <summary>When nothing can be waited for.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "Wait";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["TimeLimitSeconds"] = Seconds.ToString(CultureInfo.InvariantCulture) };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
        [FlowBranch.Next(Next), FlowBranch.When("WaitCompleted", Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Wait {Seconds} s";
}
