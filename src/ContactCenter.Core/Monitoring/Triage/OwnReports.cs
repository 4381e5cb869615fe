using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>What this system tells of itself as alarms that it makes up: lists of checks, synthetic contacts, anomalies.</summary>
internal sealed class OwnReports(ContactCenterConfiguration configuration)
{
    private readonly string _instanceAlias = configuration.Instance.Alias;

    private readonly AccountReport[] _account =
        [.. Enum.GetValues<AccountList>().Select(list => new AccountReport(configuration, list))];

    private readonly IReadOnlyList<SyntheticReport> _synthetic = SyntheticReport.All(configuration);
    private readonly IReadOnlyList<AnomalyReport> _anomalies = AnomalyReport.All(configuration);

    /// <summary>What a change tells; null where it is no such report.</summary>
    public TriagedAlarm? Of(AlarmChange change) =>
        Array.Find(_account, one => one.Is(change)) is { } account ? Account(change, account)
        : (_synthetic.FirstOrDefault(one => one.Is(change)) ?? SyntheticReport.Ended(configuration, change)) is { } synthetic
            ? Synthetic(change, synthetic)
        : (_anomalies.FirstOrDefault(one => one.Is(change)) ?? AnomalyReport.Ended(configuration, change)) is { } anomaly
            ? Anomaly(change, anomaly)
        : null;

    /// <summary>What the weekly check found: nothing says that customers feel it, so it never becomes a case for AWS Support.</summary>
    private TriagedAlarm Account(AlarmChange change, AccountReport report) => new()
    {
        Id = new AlarmId($"check-account:{change.AlarmArn}", null),
        Name = change.AlarmName,
        Moment = new AlarmMoment(change.At, change.State),
        Key = report.Key,
        Assessment = new SeverityAssessment(report.Severity, [report.Reason]),
        Subject = Sentences.AccountSubject(_instanceAlias),
        Symptom = report.Symptom,
        Description = AccountReport.Text(change),
        Runbook = report.Runbook,
        Owner = AlarmOwners.Engineering,
        IsInternal = true,
        IsReport = true,
    };

    /// <summary>
    /// What synthetic contacts tell: where one goes wrong customers do too, and one that proves nothing is no customer's matter.
    /// </summary>
    private static TriagedAlarm Synthetic(AlarmChange change, SyntheticReport report) => new()
    {
        Id = new AlarmId($"synthetic:{change.AlarmArn}", null),
        Name = change.AlarmName,
        Moment = new AlarmMoment(change.At, change.State),
        Key = report.Key,
        Assessment = new SeverityAssessment(report.Severity, [report.Reason]),
        Subject = report.Subject,
        Symptom = report.Symptom,
        Description = AccountReport.Text(change),
        Runbook = report.Runbook,
        Owner = AlarmOwners.Engineering,
        IsInternal = !report.IsOutage,
        IsReport = !report.IsOutage,
    };

    /// <summary>
    /// What is unusual is one alarm among others of its incident: alone a P3, and with enough of them it raises the incident as any other
    /// would. It says nothing of whether customers feel it.
    /// </summary>
    private static TriagedAlarm Anomaly(AlarmChange change, AnomalyReport report) => new()
    {
        Id = new AlarmId($"anomaly:{change.AlarmArn}", null),
        Name = change.AlarmName,
        Moment = new AlarmMoment(change.At, change.State),
        Key = report.Key,
        Assessment = new SeverityAssessment(Severity.P3, [Sentences.RatedAnomaly]),
        Subject = report.Subject,
        Symptom = Sentences.AnomalySymptom,
        Description = AccountReport.Text(change),
        Runbook = "unusual",
        Owner = report.Owner,
        IsInternal = true,
    };
}
