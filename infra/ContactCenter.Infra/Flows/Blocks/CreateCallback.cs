using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>Keeps the customer's place in the chosen queue and calls back when it is their turn.</summary>
internal sealed record CreateCallback : FlowBlock
{
    /// <summary>Time for the customer to hang up, in seconds.</summary>
    private const int DelaySeconds = 10;

    /// <summary>How often a customer who does not answer is called.</summary>
    private const int Attempts = 3;

    /// <summary>Between the attempts, in seconds.</summary>
    private const int RetrySeconds = 600;

    /// <summary>When the callback waits in the queue.</summary>
    public required string Next { get; init; }

    /// <summary>When it could not be made.</summary>
    public required string OnError { get; init; }

    /// <inheritdoc/>
    public override string Type => "CreateCallbackContact";

    /// <inheritdoc/>
    public override JsonObject Parameters => new()
    {
        ["InitialCallDelaySeconds"] = DelaySeconds.ToString(CultureInfo.InvariantCulture),
        ["MaximumConnectionAttempts"] = Attempts.ToString(CultureInfo.InvariantCulture),
        ["RetryDelaySeconds"] = RetrySeconds.ToString(CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [FlowBranch.Next(Next), FlowBranch.On(FlowBranch.AnyError, OnError)];

    /// <inheritdoc/>
    public override string Summary => "Arrange a callback";
}

/// <summary>Sets the number that a callback dials.</summary>
/// <param name="Number">Reference to the number.</param>
internal sealed record SetCallbackNumber(string Number) : FlowBlock
{
    /// <summary>When the number is set.</summary>
    public required string Next { get; init; }

    /// <summary>When it is no telephone number.</summary>
    public required string OnInvalid { get; init; }

    /// <summary>When the instance must not dial it.</summary>
    public required string OnNotDialable { get; init; }

    /// <inheritdoc/>
    public override string Type => "UpdateContactCallbackNumber";

    /// <inheritdoc/>
    public override JsonObject Parameters => new() { ["CallbackNumber"] = Number };

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
    [
        FlowBranch.Next(Next),
        FlowBranch.On("InvalidCallbackNumber", OnInvalid),
        FlowBranch.On("CallbackNumberNotDialable", OnNotDialable),
    ];

    /// <inheritdoc/>
    public override string Summary => $"Call back at {Number}";
}
