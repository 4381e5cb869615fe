namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>What a dialogue decides: what is said, and what follows.</summary>
/// <param name="State">Where it stands now.</param>
/// <param name="Status">What the flow does next.</param>
/// <param name="Reason">Why, for the log and for the agent: one of a few words, never what was said.</param>
public sealed record DialogueTurn(DialogueState State, DialogueStatus Status, string Reason)
{
    /// <summary>What the customer is told, or null.</summary>
    public string? Say { get; init; }

    /// <summary>What this turn adds to what is counted of the dialogue.</summary>
    public DialogueCount Counts { get; init; }
}

/// <summary>What a flow does next.</summary>
public enum DialogueStatus
{
    /// <summary>It asks and listens.</summary>
    Ask,

    /// <summary>The customer's function is called before the flow is answered.</summary>
    Call,

    /// <summary>It asks for patience and comes back.</summary>
    Wait,

    /// <summary>It says goodbye.</summary>
    Done,

    /// <summary>It leads to an agent.</summary>
    Agent,

    /// <summary>It goes on as without a dialogue.</summary>
    None,
}

/// <summary>What is counted of a dialogue.</summary>
[Flags]
public enum DialogueCount
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It began.</summary>
    Begun = 1,

    /// <summary>The function did it.</summary>
    Done = 2,

    /// <summary>An agent takes over.</summary>
    ToAgent = 4,

    /// <summary>The function failed, was late, or answered what it must not.</summary>
    FunctionFailed = 8,
}
