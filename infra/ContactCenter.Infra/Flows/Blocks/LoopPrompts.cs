using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Repeats texts for a customer who waits, until an agent is there or the time is over.</summary>
/// <param name="Texts">The texts, one after the other.</param>
internal sealed record LoopPrompts(IReadOnlyList<string> Texts) : FlowBlock
{
    /// <summary>The one result that the action has.</summary>
    public const string Interrupted = "MessagesInterrupted";

    /// <summary>When it ends, in seconds; null: when an agent is there.</summary>
    public int? Seconds { get; init; }

    /// <summary>When the time is over.</summary>
    public required string OnInterrupt { get; init; }

    /// <summary>When nothing can be repeated, as in tasks and e-mails.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "MessageParticipantIteratively";

    /// <inheritdoc/>
    public override JsonObject Parameters
    {
        get
        {
            var parameters = new JsonObject { ["Messages"] = new JsonArray([.. Texts.Select(text => new JsonObject { ["Text"] = text })]) };
            if (Seconds is { } seconds)
            {
                parameters["InterruptFrequencySeconds"] = seconds.ToString(CultureInfo.InvariantCulture);
            }

            return parameters;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
    [
        FlowBranch.Next(OnInterrupt),
        .. Seconds is null ? Array.Empty<FlowBranch>() : [FlowBranch.When(Interrupted, OnInterrupt)],
        FlowBranch.On(FlowBranch.AnyError, OnError),
    ];

    /// <inheritdoc/>
    public override string Summary =>
        $"Repeat{(Seconds is { } seconds ? $" for {seconds} s" : " until an agent is there")}: {string.Join(" … ", Texts)}";
}
