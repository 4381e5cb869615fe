using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>The composite alarms: what a manager asks first.</summary>
public static class CompositeCatalog
{
    /// <summary>Can customers get through?</summary>
    public static CompositeDefinition CutOff { get; } = new()
    {
        Id = AlarmIds.CustomersCutOff,
        Symptom = Sentences.CustomersCutOffSymptom,
        Description = Sentences.CustomersCutOffMeaning,
        Members =
        [
            AlarmIds.CallsRejected, AlarmIds.CallsThrottled, AlarmIds.ChatsRejected, AlarmIds.QueueFull,
            AlarmIds.FlowFailed, AlarmIds.IvrOutage, AlarmIds.NobodyServesQueue,
        ],
        Severity = Severity.P1,
        Group = AlarmGroups.Telephony,
        Owner = AlarmOwners.Operations,
        Runbook = "customers-cut-off",
    };

    /// <summary>
    /// Are those who got through served well? Says nothing while customers cannot get through: it would be the same incident again.
    /// </summary>
    public static CompositeDefinition ServedBadly { get; } = new()
    {
        Id = AlarmIds.CustomersServedBadly,
        Symptom = Sentences.CustomersServedBadlySymptom,
        Description = Sentences.CustomersServedBadlyMeaning,
        Members =
        [
            AlarmIds.QueueWaitTime, AlarmIds.AbandonmentRate, AlarmIds.AgentAvailability, AlarmIds.IvrResponseTime,
        ],
        SuppressedBy = CutOff.Id,
        Severity = Severity.P2,
        Group = AlarmGroups.Telephony,
        Owner = AlarmOwners.Operations,
        Runbook = "customers-cut-off",
    };

    /// <summary>All of them; one that suppresses stands before those that it suppresses.</summary>
    public static IReadOnlyList<CompositeDefinition> All { get; } = [CutOff, ServedBadly];

    /// <summary>The composite that an alarm's name (<c>prefix/id</c>) tells, or null.</summary>
    public static CompositeDefinition? Find(string alarmName, string prefix) =>
        All.FirstOrDefault(composite => alarmName == $"{prefix}/{composite.Id}");
}
