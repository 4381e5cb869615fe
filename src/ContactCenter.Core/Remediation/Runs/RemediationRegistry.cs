using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>Every remediation that there is, by name. Adding one is adding its entry here.</summary>
public static class RemediationRegistry
{
    /// <summary>The entries, in the order in which documents list them.</summary>
    public static IReadOnlyList<RemediationEntry> Entries { get; } =
    [
        CapacityRemediation.RegistryEntry,
        ReservedConcurrencyRemediation.RegistryEntry,
        EventSourceMappingRemediation.RegistryEntry,
    ];

    /// <summary>The entry of a name, or null.</summary>
    public static RemediationEntry? Find(string name) => Entries.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.Ordinal));
}

/// <summary>One entry of the registry of remediations, as the alarm catalog and people know it.</summary>
/// <param name="Name">Stable name in kebab case; an alarm definition names it.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="VerifyWithin">When it has to have helped.</param>
/// <param name="AsksFirst">True when it always needs a person's approval.</param>
public sealed record RemediationEntry(string Name, string Description, TimeSpan VerifyWithin, bool AsksFirst);
