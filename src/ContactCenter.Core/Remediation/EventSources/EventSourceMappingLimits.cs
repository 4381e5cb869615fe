namespace ContactCenter.Core.Remediation.EventSources;

/// <summary>What people allow for the event source mappings of one function.</summary>
public sealed record EventSourceMappingLimits
{
    /// <summary>How often a day one is enabled without asking; more often means that something is wrong with it.</summary>
    public int PerDay { get; init; } = 2;

    /// <summary>True: one that a person disabled is enabled after approval. False: it is left alone.</summary>
    public bool AskWhenPeopleDisabled { get; init; } = true;

    /// <summary>True when a person has agreed to the next change.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Plans are made and told, not done.</summary>
    public bool DryRun { get; init; }

    /// <summary>The kill switch.</summary>
    public bool Stopped { get; init; }
}
