using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Goes one of several ways by a value.</summary>
/// <param name="Value">Reference to the value, such as <c>$.Attributes.topic</c>.</param>
internal sealed record Choose(string Value) : FlowBlock
{
    /// <summary>Where each value leads; none of them may be empty.</summary>
    public required IReadOnlyDictionary<string, string> Ways { get; init; }

    /// <summary>Where every other value leads, and no value.</summary>
    public required string Otherwise { get; init; }

    /// <inheritdoc/>
    public override string Type => "Compare";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["ComparisonValue"] = Value };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
    [
        FlowBranch.Next(Otherwise),
        .. Ways.Select(way => FlowBranch.When(way.Key, way.Value)),
        FlowBranch.On(FlowBranch.NoMatch, Otherwise),
    ];

    /// <inheritdoc/>
    public override string Summary => $"{Value}?";
}

/// <summary>Goes one of several ways by the size of a number. Amazon Connect looks at the conditions in their order.</summary>
/// <param name="Value">Reference to the number.</param>
internal sealed record ChooseByNumber(string Value) : FlowBlock
{
    /// <summary>Where numbers from a limit on lead, the greatest limit first.</summary>
    public required IReadOnlyList<(int AtLeast, string Target)> Ways { get; init; }

    /// <summary>Where smaller ones lead, and what is no number.</summary>
    public required string Otherwise { get; init; }

    /// <inheritdoc/>
    public override string Type => "Compare";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["ComparisonValue"] = Value };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
    [
        FlowBranch.Next(Otherwise),
        .. Ways.OrderByDescending(way => way.AtLeast)
            .Select(way => FlowBranch.When(way.AtLeast.ToString(CultureInfo.InvariantCulture), way.Target, "NumberGreaterOrEqualTo")),
        FlowBranch.On(FlowBranch.NoMatch, Otherwise),
    ];

    /// <inheritdoc/>
    public override string Summary => $"{Value}?";
}
