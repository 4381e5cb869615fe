namespace ContactCenter.Core.Remediation;

/// <summary>What people allow for event source mappings.</summary>
public sealed record EventSourceMappingLimits
{
    /// <summary>How often a day one is re-enabled without asking; more often means that something is wrong with it.</summary>
    public int PerDay { get; init; } = 2;

    /// <summary>True: one that a person disabled is re-enabled after approval. False: it is left alone.</summary>
    public bool AskWhenPeopleDisabled { get; init; } = true;

    /// <summary>Plans are made and told, not done.</summary>
    public bool DryRun { get; init; }

    /// <summary>The kill switch.</summary>
    public bool Stopped { get; init; }
}
