using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>The composite alarms: what a manager asks first.</summary>
public static class CompositeCatalog
{
    /// <summary>Can customers get through?</summary>
    public static CompositeDefinition CutOff { get; } = new()
    {
        Id = "customers-cut-off",
        Symptom = "customers cannot get through",
        Description = "Customers are turned away, cut off, or wait where nobody serves them.",
        Members = ["calls-rejected", "calls-throttled", "chats-rejected", "queue-full", "flow-failed", "ivr-outage", "nobody-serves-queue"],
        Severity = Severity.P1,
        Group = "telephony",
        Owner = "operations",
        Runbook = "customers-cut-off",
    };

    /// <summary>Are those who got through served well? Says nothing while customers cannot get through: it would be the same trouble again.</summary>
    public static CompositeDefinition ServedBadly { get; } = new()
    {
        Id = "customers-served-badly",
        Symptom = "customers are served badly",
        Description = "Customers wait too long, give up waiting, or find too few agents.",
        Members = ["queue-wait-time", "abandonment-rate", "agent-availability", "ivr-response-time"],
        SuppressedBy = CutOff.Id,
        Severity = Severity.P2,
        Group = "telephony",
        Owner = "operations",
        Runbook = "customers-cut-off",
    };

    /// <summary>All of them; one that suppresses stands before those that it suppresses.</summary>
    public static IReadOnlyList<CompositeDefinition> All { get; } = [CutOff, ServedBadly];

    /// <summary>The composite that an alarm's name (<c>prefix/id</c>) tells, or null.</summary>
    public static CompositeDefinition? Find(string alarmName) =>
        alarmName.Split('/') is [_, var id] ? All.FirstOrDefault(composite => composite.Id == id) : null;
}
