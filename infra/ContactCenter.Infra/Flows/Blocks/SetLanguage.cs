using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Sets the language of the contact: bots listen in it, and hooks are told it.</summary>
/// <param name="Locale">Language and region, such as <c>de-DE</c>.</param>
internal sealed record SetLanguage(string Locale) : FlowBlock
{
    /// <summary>When it is set.</summary>
    public required string Next { get; init; }

    /// <summary>When it is not.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactData";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["LanguageCode"] = Locale };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Language {Locale}";
}
