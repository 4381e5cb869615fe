using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Asks a caller for one key of the telephone.</summary>
/// <param name="Text">The question.</param>
/// <param name="Seconds">How long the first key may take.</param>
internal sealed record AskKey(string Text, int Seconds) : FlowBlock
{
    /// <summary>Where each key leads: a digit, <c>*</c> or <c>#</c>.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>When no key is pressed.</summary>
    public required string OnSilence { get; init; }

    /// <summary>When another key is pressed.</summary>
    public required string OnOtherKey { get; init; }

    /// <summary>When it cannot be asked, as in every channel but voice.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "GetParticipantInput";

    /// <inheritdoc/>
    public override JsonObject Parameters => new()
    {
        ["Text"] = Text,
        ["InputTimeLimitSeconds"] = Seconds.ToString(CultureInfo.InvariantCulture),
        ["StoreInput"] = "False",
    };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
    [
        FlowBranch.Next(OnOtherKey),
        .. Keys.Select(key => FlowBranch.When(key.Key, key.Value)),
        FlowBranch.On(FlowBranch.TimeLimit, OnSilence),
        FlowBranch.On(FlowBranch.NoMatch, OnOtherKey),
        FlowBranch.On(FlowBranch.AnyError, OnError),
    ];

    /// <inheritdoc/>
    public override string Summary => $"Ask for a key: {Text}";
}
