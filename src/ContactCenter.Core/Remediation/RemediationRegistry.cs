using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Remediation;

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
