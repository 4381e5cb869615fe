using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Tests.Remediation;

public sealed class RemediationEntryTests
{
    public static TheoryData<RemediationEntry, string, int> Entries => new()
    {
        { CapacityRemediation.Entry, "heal-capacity", 15 },
        { ReservedConcurrencyRemediation.Entry, "lift-reserved-concurrency", 10 },
        { EventSourceMappingRemediation.Entry, "enable-event-source", 10 },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_repair_is_judged_after_its_time(RemediationEntry entry, string name, int minutes) =>
        Assert.Equal((name, TimeSpan.FromMinutes(minutes)), (entry.Name, entry.VerifyWithin));
}
