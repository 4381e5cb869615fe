namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>The flow ends here.</summary>
internal sealed record End : FlowBlock
{
    private End(string type, string summary)
    {
        Type = type;
        Summary = summary;
    }

    /// <summary>Hangs up, or closes the chat; the end of a task and an e-mail that nobody can take.</summary>
    public static End Disconnect { get; } = new("DisconnectParticipant", "End the contact");

    /// <summary>Ends the flow and leaves the contact where it is; only flows of waiting customers may.</summary>
    public static End KeepWaiting { get; } = new("EndFlowExecution", "Go on waiting");

    /// <summary>Goes back to the flow that has run the module.</summary>
    public static End Module { get; } = new("EndFlowModuleExecution", "Go back");

    /// <inheritdoc/>
    public override string Type { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches => [];

    /// <inheritdoc/>
    public override string Summary { get; }
}
