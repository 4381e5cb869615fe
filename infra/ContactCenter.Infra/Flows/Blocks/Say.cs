using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Speaks a text on the telephone, or sends it in a chat.</summary>
/// <param name="Text">The text, in which <c>$.Attributes.name</c> and the like stand for values.</param>
internal sealed record Say(string Text) : FlowBlock
{
    /// <summary>After the text.</summary>
    public required string Next { get; init; }

    /// <summary>When it cannot be spoken; a customer who hears nothing goes on too.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "MessageParticipant";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["Text"] = Text };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Say: {Text}";
}
