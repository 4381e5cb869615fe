using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Shows an agent a view, and waits for what the agent does with it.</summary>
/// <param name="View">Id of a view that AWS manages, such as <c>list</c>; of one of our own its ARN with what is latest of it.</param>
/// <param name="Data">What it shows: texts, references, and lists as JSON in a text.</param>
/// <param name="Seconds">How long the agent may take.</param>
internal sealed record ShowView(string View, IReadOnlyDictionary<string, string> Data, int Seconds) : FlowBlock
{
    /// <summary>Where the name is of what the agent has chosen.</summary>
    public const string Chosen = "$.Views.ViewResultData.actionName";

    /// <summary>What happens to a view in which the agent chooses something.</summary>
    public const string Choice = "ActionSelected";

    /// <summary>False for a view of our own, whose id has the version in it.</summary>
    public bool IsManaged { get; init; } = true;

    /// <summary>Where each action of the view leads.</summary>
    public required IReadOnlyDictionary<string, string> Actions { get; init; }

    /// <summary>When the agent does something else.</summary>
    public required string OnOther { get; init; }

    /// <summary>When the agent does nothing in time.</summary>
    public required string OnSilence { get; init; }

    /// <summary>When it cannot be shown.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "ShowView";

    /// <inheritdoc/>
    public override JsonObject Parameters => new()
    {
        ["ViewResource"] = IsManaged ? new JsonObject { ["Id"] = View, ["Version"] = "Latest" } : new JsonObject { ["Id"] = View },
        ["InvocationTimeLimitSeconds"] = Seconds.ToString(CultureInfo.InvariantCulture),
        ["ViewData"] = Map(Data),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
    [
        FlowBranch.Next(OnOther),
        .. Actions.Select(action => FlowBranch.When(action.Key, action.Value)),
        FlowBranch.On(FlowBranch.NoMatch, OnOther),
        FlowBranch.On(FlowBranch.AnyError, OnError),
        FlowBranch.On(FlowBranch.ViewTimeLimit, OnSilence),
    ];

    /// <inheritdoc/>
    public override string Summary => $"Show the agent: {Data.GetValueOrDefault("Heading", View)}";
}
