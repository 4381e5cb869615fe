using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Sets the contact's place among those who wait in the same queue. The flow language takes no reference here.</summary>
/// <param name="Priority">1 is served first; contacts without a priority have 5.</param>
internal sealed record SetPriority(int Priority) : FlowBlock
{
    /// <summary>What follows; it has no error.</summary>
    public required string Next { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactRoutingBehavior";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["QueuePriority"] = Priority.ToString(CultureInfo.InvariantCulture) };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next)];

    /// <inheritdoc/>
    public override string Summary => $"Priority {Priority}";
}

/// <summary>Puts the contact forward in its queue as if it had come earlier. The flow language takes no reference here.</summary>
/// <param name="Seconds">How much earlier; less than nothing for later.</param>
internal sealed record SetHeadStart(int Seconds) : FlowBlock
{
    /// <summary>What follows; it has no error.</summary>
    public required string Next { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactRoutingBehavior";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["QueueTimeAdjustmentSeconds"] = Seconds.ToString(CultureInfo.InvariantCulture) };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next)];

    /// <inheritdoc/>
    public override string Summary => string.Create(CultureInfo.InvariantCulture, $"Head start of {Seconds} s");
}
