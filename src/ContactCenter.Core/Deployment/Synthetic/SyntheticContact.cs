using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment.Synthetic;

/// <summary>
/// A contact that this system makes itself: where it comes in, what it says, and what must happen to it. A test case of Amazon Connect, a
/// chat and a simulation are all made from this.
/// </summary>
public sealed record SyntheticContact
{
    /// <summary>Name of the contact: the flow and the language, such as <c>inbound-en</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The flow by which it comes in, by the name that metrics know, such as <c>cc-prod-inbound</c>.</summary>
    public required string Flow { get; init; }

    /// <summary>The flow of this deployment that it is (<see cref="SystemFlows"/>); null for one of the configuration.</summary>
    public string? DeployedFlow { get; init; }

    /// <summary>Id of the flow in Amazon Connect, where the configuration says it; a deployment knows that of its own.</summary>
    public string? FlowId { get; init; }

    /// <summary>Two-letter code of the language in which it is spoken to.</summary>
    public required string Language { get; init; }

    /// <summary>The same with its region, such as <c>en-US</c>: what is said to a bot is said in it.</summary>
    public required string Locale { get; init; }

    /// <summary>A chat; else a call.</summary>
    public bool IsChat { get; init; }

    /// <summary>The number of the center that is called, where the language has one of its own; else null.</summary>
    public string? Number { get; init; }

    /// <summary>The number of the center that calls, of a call that is really dialled; else null.</summary>
    public string? From { get; init; }

    /// <summary>How often it is tried, where that is otherwise than of the others; else null.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>What must be heard or read first, as the flow says it; nothing of one that is dialled, which does not listen.</summary>
    public required string Hears { get; init; }

    /// <summary>ARN of the alias of the bot that must listen next, or null.</summary>
    public string? BotArn { get; init; }

    /// <summary>
    /// What is said to the bot when it asks whether the contact may be recorded, before it asks what it is about; null: it does not.
    /// </summary>
    public string? Refuses { get; init; }

    /// <summary>What is said to the bot, or written in a chat without one; null: nothing.</summary>
    public string? Says { get; init; }

    /// <summary>The key that is pressed when the menu was heard, or null.</summary>
    public string? Key { get; init; }

    /// <summary>The queue in which it must end; null: it is enough that it was heard.</summary>
    public QueueSettings? Queue { get; init; }

    /// <summary>What must happen, in order.</summary>
    public IReadOnlyList<SyntheticStep> Steps => From is not null ? [SyntheticStep.Arrival] :
    [
        SyntheticStep.Greeting,
        .. BotArn is null ? Array.Empty<SyntheticStep>() : [SyntheticStep.Bot],
        .. Queue is null ? Array.Empty<SyntheticStep>() : [SyntheticStep.Queue],
    ];
}

/// <summary>A step of a synthetic contact, by which it is told where it ended.</summary>
[JsonConverter(typeof(NamedEnumConverter<SyntheticStep>))]
public enum SyntheticStep
{
    /// <summary>It hears what customers hear first.</summary>
    Greeting,

    /// <summary>The bot listens.</summary>
    Bot,

    /// <summary>It is led into the queue.</summary>
    Queue,

    /// <summary>It arrives at its flow, of a call that is really dialled.</summary>
    Arrival,
}
