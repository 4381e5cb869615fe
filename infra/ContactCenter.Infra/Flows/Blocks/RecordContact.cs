using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>
/// Records the contact and lets Contact Lens read along, which tells how the customer feels and redacts what is personal. Calls are
/// analysed only where both sides are recorded.
/// </summary>
/// <param name="Language">
/// The language that is analysed, such as <c>en-US</c>; the flow language takes no reference here. Null: nothing is analysed, and so
/// nothing is redacted.
/// </param>
/// <param name="KeepsOriginals">Whether what was said is kept beside what was redacted.</param>
/// <param name="IsAutomated">Whether what the caller hears and says before an agent is there is recorded too.</param>
internal sealed record RecordContact(string? Language, bool KeepsOriginals, bool IsAutomated) : FlowBlock
{
    /// <summary>What follows; it has no error, and the service refuses one.</summary>
    public required string Next { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactRecordingBehavior";

    /// <inheritdoc/>
    public override JsonObject Parameters
    {
        get
        {
            var behaviour = new JsonObject { ["RecordedParticipants"] = new JsonArray("Agent", "Customer") };
            if (IsAutomated)
            {
                behaviour["IVRRecordingBehavior"] = "Enabled";
            }

            var parameters = new JsonObject { ["RecordingBehavior"] = behaviour };
            if (Language is not null)
            {
                parameters["AnalyticsBehavior"] = new JsonObject
                {
                    ["Enabled"] = "True",
                    ["AnalyticsLanguage"] = Language,
                    ["AnalyticsRedactionBehavior"] = "Enabled",
                    ["AnalyticsRedactionResults"] = KeepsOriginals ? "RedactedAndOriginal" : "RedactedOnly",
                    ["ChannelConfiguration"] = new JsonObject
                    {
                        // in real time includes afterwards, and the service takes one of them
                        ["Voice"] = new JsonObject { ["AnalyticsModes"] = new JsonArray("RealTime") },
                        ["Chat"] = new JsonObject { ["AnalyticsModes"] = new JsonArray("ContactLens") },
                    },
                };
            }

            return parameters;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next)];

    /// <inheritdoc/>
    public override string Summary => Language is null ? "Record" : $"Record, and analyse in {Language}";
}

/// <summary>Records nothing from here on.</summary>
internal sealed record RecordNothing : FlowBlock
{
    /// <summary>What follows; it has no error, and the service refuses one.</summary>
    public required string Next { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactRecordingBehavior";

    /// <inheritdoc/>
    public override JsonObject Parameters => new()
    {
        ["RecordingBehavior"] = new JsonObject { ["RecordedParticipants"] = new JsonArray(), ["IVRRecordingBehavior"] = "Disabled" },
    };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next)];

    /// <inheritdoc/>
    public override string Summary => "Record nothing";
}
