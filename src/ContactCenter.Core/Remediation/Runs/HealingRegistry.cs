namespace ContactCenter.Core.Remediation.Runs;

/// <summary>The remediations that a process runs.</summary>
/// <param name="All">Each once.</param>
public sealed record HealingRegistry(IReadOnlyList<ResourceHealing> All)
{
    /// <summary>The one of a name, or null when it is another process's.</summary>
    public ResourceHealing? Find(string? remediation) => All.FirstOrDefault(healing => healing.Entry.Name == remediation);
}
