using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>What a report is made of; raw events and half hours only, so that every number of it can be counted again.</summary>
public sealed record ReportSources
{
    /// <summary>Queues with their targets, and profiles.</summary>
    public required ContactCenterConfiguration Configuration { get; init; }

    /// <summary>Half hours of queues, of the period and the one before, and what forecasts learn from.</summary>
    public IReadOnlyList<QueueNumbers> Queues { get; init; } = [];

    /// <summary>Half hours of routing profiles.</summary>
    public IReadOnlyList<ProfileNumbers> Profiles { get; init; } = [];

    /// <summary>Incidents that were heard of in both periods, and in the months that advice on alarms looks at.</summary>
    public IReadOnlyList<IncidentRecord> Incidents { get; init; } = [];

    /// <summary>What alarms did on the days of both periods, and in the four weeks that end with the period.</summary>
    public IReadOnlyList<AlarmDay> Alarms { get; init; } = [];

    /// <summary>Leases that were granted in both periods.</summary>
    public IReadOnlyList<LeaseRecord> Leases { get; init; } = [];

    /// <summary>What contacts were about, by the day, of both periods.</summary>
    public IReadOnlyList<TopicDay> Heard { get; init; } = [];

    /// <summary>What customers said afterwards in both periods, the newest first.</summary>
    public IReadOnlyList<Survey> Surveys { get; init; } = [];

    /// <summary>How promises to contacts were kept, by the days of both periods.</summary>
    public IReadOnlyList<PromiseDay> Promises { get; init; } = [];

    /// <summary>Days of the center until the end of the period, as many as growth looks at.</summary>
    public IReadOnlyList<CenterDay> Days { get; init; } = [];

    /// <summary>The newest version of each review.</summary>
    public IReadOnlyList<ReviewVersion> Reviews { get; init; } = [];
}
