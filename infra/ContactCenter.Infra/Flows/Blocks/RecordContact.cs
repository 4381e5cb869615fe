using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>
/// Records the contact and lets Contact Lens read along, which tells how the customer feels. Calls are analysed only where both sides are
/// recorded.
/// </summary>
/// <param name="Language">The language that is analysed, such as <c>en-US</c>; the flow language takes no reference here.</param>
internal sealed record RecordContact(string Language) : FlowBlock
{
    /// <summary>What follows; it has no error.</summary>
    public required string Next { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactRecordingBehavior";

    /// <inheritdoc/>
    public override JsonObject Parameters => new()
    {
        ["RecordingBehavior"] = new JsonObject { ["RecordedParticipants"] = new JsonArray("Agent", "Customer") },
        ["AnalyticsBehavior"] = new JsonObject
        {
            ["Enabled"] = "True",
            ["AnalyticsLanguage"] = Language,
            ["AnalyticsRedactionBehavior"] = "Disabled",

            // of no use while nothing is redacted, but no export is without it
            ["AnalyticsRedactionResults"] = "RedactedAndOriginal",
            ["ChannelConfiguration"] = new JsonObject
            {
                // in real time includes afterwards
                ["Voice"] = new JsonObject { ["AnalyticsModes"] = new JsonArray("RealTime") },
                ["Chat"] = new JsonObject { ["AnalyticsModes"] = new JsonArray("ContactLens") },
            },
        },
    };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next)];

    /// <inheritdoc/>
    public override string Summary => $"Record, and analyse in {Language}";
}
