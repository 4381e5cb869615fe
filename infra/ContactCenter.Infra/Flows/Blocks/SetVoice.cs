using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Chooses the voice of Amazon Polly that speaks.</summary>
/// <param name="Voice">Its name.</param>
/// <param name="Engine">How it speaks, or null: as the instance has it.</param>
internal sealed record SetVoice(string Voice, VoiceEngine? Engine) : FlowBlock
{
    /// <summary>When it speaks from here.</summary>
    public required string Next { get; init; }

    /// <summary>When there is no such voice, or not by this engine: the one before goes on.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactTextToSpeechVoice";

    /// <inheritdoc/>
    public override JsonObject Parameters
    {
        get
        {
            var parameters = new JsonObject { ["TextToSpeechVoice"] = Voice };
            if (Engine is { } engine)
            {
                parameters["TextToSpeechEngine"] = engine.ToString();
                parameters["TextToSpeechStyle"] = "None";
            }

            return parameters;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Voice {Voice}";
}
