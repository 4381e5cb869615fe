using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Notifications.Reach;
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

    /// <summary>How long contacts waited, by the days of the period.</summary>
    public IReadOnlyList<WaitDay> Waits { get; init; } = [];

    /// <summary>Incidents that were heard of in both periods, and in the quarter that advice on alarms looks at.</summary>
    public IReadOnlyList<IncidentRecord> Incidents { get; init; } = [];

    /// <summary>What alarms did on the days of both periods, and in the four weeks that end with the period.</summary>
    public IReadOnlyList<AlarmDay> Alarms { get; init; } = [];

    /// <summary>Metrics of the alarms that fired most often, by name of the alarm, as far back as they are kept.</summary>
    public IReadOnlyDictionary<string, MetricHistory> Metrics { get; init; } = ImmutableDictionary<string, MetricHistory>.Empty;

    /// <summary>Leases that were granted in both periods.</summary>
    public IReadOnlyList<LeaseRecord> Leases { get; init; } = [];

    /// <summary>What contacts were about, by the day, of both periods.</summary>
    public IReadOnlyList<TopicDay> Heard { get; init; } = [];

    /// <summary>What customers said afterwards in both periods, the newest first.</summary>
    public IReadOnlyList<Survey> Surveys { get; init; } = [];

    /// <summary>Comments and public reviews of a file, where one is given.</summary>
    public IReadOnlyList<HeardComment> Comments { get; init; } = [];

    /// <summary>How promises to contacts were kept, by the days of both periods.</summary>
    public IReadOnlyList<PromiseDay> Promises { get; init; } = [];

    /// <summary>Days of the center until the end of the period, as many as growth looks at.</summary>
    public IReadOnlyList<CenterDay> Days { get; init; } = [];

    /// <summary>What was counted of self-service, by the days of both periods (UTC).</summary>
    public IReadOnlyList<SelfServiceDay> SelfService { get; init; } = [];

    /// <summary>Exercises that are over, the newest first.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];

    /// <summary>The last test of each endpoint; null where it was never tested.</summary>
    public IReadOnlyList<(TestedEndpoint Endpoint, Receipt? Last)> Receipts { get; init; } = [];

    /// <summary>The newest version of each review.</summary>
    public IReadOnlyList<ReviewVersion> Reviews { get; init; } = [];
}
