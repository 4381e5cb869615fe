using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Asks a caller for digits, which are in <c>$.StoredCustomerInput</c> then; <c>Timeout</c> stands there when none came.</summary>
/// <param name="Text">The question.</param>
/// <param name="Seconds">How long the first digit may take.</param>
/// <param name="MaximumDigits">How many digits are taken.</param>
internal sealed record AskDigits(string Text, int Seconds, int MaximumDigits) : FlowBlock
{
    /// <summary>With the digits, or with none.</summary>
    public required string Next { get; init; }

    /// <summary>When it cannot be asked, as in every channel but voice.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "GetParticipantInput";

    /// <inheritdoc/>
    public override JsonObject Parameters => new()
    {
        ["Text"] = Text,
        ["InputTimeLimitSeconds"] = Seconds.ToString(CultureInfo.InvariantCulture),
        ["StoreInput"] = "True",
        ["InputValidation"] = new JsonObject
        {
            ["CustomValidation"] = new JsonObject { ["MaximumLength"] = MaximumDigits.ToString(CultureInfo.InvariantCulture) },
        },
    };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => $"Ask for digits: {Text}";
}
