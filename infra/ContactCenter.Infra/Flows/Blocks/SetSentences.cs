using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>
/// Chooses the language that is spoken: keeps every sentence as an attribute of the flow. Those end with the flow and are not kept with the
/// contact.
/// </summary>
/// <param name="Language">Two-letter code.</param>
/// <param name="Sentences">The sentences by name.</param>
internal sealed record SetSentences(string Language, IReadOnlyDictionary<string, string> Sentences) : FlowBlock
{
    /// <summary>When they are kept.</summary>
    public required string Next { get; init; }

    /// <summary>When they would be more than Amazon Connect keeps; then nothing can be said.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateFlowAttributes";

    /// <inheritdoc/>
    public override JsonObject Parameters => new()
    {
        ["FlowAttributes"] = new JsonObject(Sentences.Select(sentence =>
            KeyValuePair.Create(sentence.Key, (JsonNode?)new JsonObject { ["Value"] = sentence.Value }))),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Speak {Language}";
}
