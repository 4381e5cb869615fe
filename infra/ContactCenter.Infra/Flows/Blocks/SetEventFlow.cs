using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Says which flow runs when something happens to the contact. An action of the flow language takes one event.</summary>
/// <param name="Event">The event, such as <c>CustomerQueue</c>.</param>
/// <param name="Flow">ARN of the flow.</param>
/// <param name="Name">Its name.</param>
internal sealed record SetEventFlow(string Event, string Flow, string Name) : FlowBlock
{
    /// <summary>While the customer waits in a queue.</summary>
    public const string Waiting = "CustomerQueue";

    /// <summary>When the agent has hung up and the customer has not.</summary>
    public const string AgentGone = "CustomerRemaining";

    /// <summary>When an agent takes the contact: a guide on the agent's screen.</summary>
    public const string AgentScreen = "DefaultAgentUI";

    /// <summary>When it is set.</summary>
    public required string Next { get; init; }

    /// <summary>When there is no such flow: the one of the instance runs.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactEventHooks";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["EventHooks"] = new JsonObject { [Event] = Flow } };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"{Event switch
    {
        Waiting => "While waiting",
        AgentScreen => "Beside the contact",
        _ => "After the agent",
    }}: {Name}";
}
