using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>
/// One entry of the alarm catalog. The alarm that is deployed, simulated, documented and triaged is this one definition.
/// </summary>
public sealed record AlarmDefinition
{
    /// <summary>Stable name in kebab case, such as <c>queue-wait-time</c>; part of the deployed alarm's name.</summary>
    public required string Id { get; init; }

    /// <summary>The symptom in at most six words, as it stands in a headline after the resource's name: "waits too long".</summary>
    public required string Symptom { get; init; }

    /// <summary>What the alarm tells, in one sentence for a manager.</summary>
    public required string Description { get; init; }

    /// <summary>What it watches, and so how often it is deployed.</summary>
    public required AlarmScope Scope { get; init; }

    /// <summary>Which parts of this system it watches; for the scope <see cref="AlarmScope.System"/>, and only for that.</summary>
    public Func<ContactCenterConfiguration, IEnumerable<SystemPart>>? Parts { get; init; }

    /// <summary>The metrics read: one for a plain alarm, several for an expression.</summary>
    public required IReadOnlyList<MetricSource> Metrics { get; init; }

    /// <summary>
    /// A metric of Amazon Connect about the same that adds all channels up, so that e-mails and callbacks count as callers. Nothing is
    /// deployed on it; an alarm of somebody's own on it is told by this definition, and is never a P1. Null: there is none.
    /// </summary>
    public MetricSource? Mixed { get; init; }

    /// <summary>
    /// The channel whose longest acceptable wait (<see cref="QueueSettings.MaximumWaitOf"/>) is the threshold of a queue, or null. Where
    /// customers do not hold the line, only a queue with such a wait has the alarm.
    /// </summary>
    public ContactChannel? Waits { get; init; }

    /// <summary>True: only a queue with a plan of agents (<see cref="QueueSettings.Plan"/>) has the alarm.</summary>
    public bool NeedsPlan { get; init; }

    /// <summary>Metric math over the ids of <see cref="Metrics"/>; null for a plain metric alarm.</summary>
    public string? Expression { get; init; }

    /// <summary>
    /// True when the expression is the first metric wherever it counts, in the hours of the queue: plots show the metric at any time, and
    /// an alarm of somebody's own on it is on the same scale.
    /// </summary>
    public bool IsInHours { get; init; }

    /// <summary>Width of the anomaly-detection band in standard deviations; null for a static threshold.</summary>
    public double? AnomalyBand { get; init; }

    /// <summary>What the compared value means.</summary>
    public required MetricScale Scale { get; init; }

    /// <summary>How the value is compared with the threshold.</summary>
    public required AlarmComparison Comparison { get; init; }

    /// <summary>Default threshold on <see cref="Scale"/>; ignored when <see cref="AnomalyBand"/> is set.</summary>
    public double Threshold { get; init; }

    /// <summary>Where the default threshold comes from: a document, or "assumption" when it depends on the center.</summary>
    public required string ThresholdSource { get; init; }

    /// <summary>The value at which the incident counts as one severity worse; null: twice the threshold.</summary>
    public double? Severe { get; init; }

    /// <summary>M: how many of the last <see cref="EvaluationPeriods"/> datapoints must breach.</summary>
    public required int DatapointsToAlarm { get; init; }

    /// <summary>N: how many periods are looked at.</summary>
    public required int EvaluationPeriods { get; init; }

    /// <summary>What a missing datapoint counts as.</summary>
    public required MissingData MissingData { get; init; }

    /// <summary>Severity before the context is looked at.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Alarms of one group on one resource are one incident.</summary>
    public required string Group { get; init; }

    /// <summary>Who owns the follow-up: <c>operations</c>, <c>engineering</c> or <c>workforce</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>File name under <c>docs/runbooks/</c> without the ending.</summary>
    public required string Runbook { get; init; }

    /// <summary>Name of the remediation that may repair it, or null.</summary>
    public string? Remediation { get; init; }

    /// <summary>True when customers feel it directly, so that business hours matter.</summary>
    public bool CustomerFacing { get; init; }

    /// <summary>Whether customers are served while it is red, and so whether it is, or may become, a P1.</summary>
    public CustomerService Customers { get; init; }

    /// <summary>Length of one datapoint of the compared value.</summary>
    public TimeSpan Period => Metrics[0].Period;
}

/// <summary>A part of this system that an alarm watches.</summary>
/// <param name="Resource">Its name for people and for the alarm's name.</param>
/// <param name="Placeholder">What stands for it in the metrics' dimensions: <c>component</c> for <c>{component}</c>.</param>
/// <param name="Value">The value of the dimension.</param>
public sealed record SystemPart(string Resource, string Placeholder, string Value);

/// <summary>
/// What one alarm watches, and so how often a definition is deployed: once for the instance, or once for each queue, flow,
/// function … of <c>contactcenter.json</c>. Amazon Connect publishes no roll-up over queues or flows, so each needs its own alarm.
/// </summary>
public enum AlarmScope
{
    /// <summary>The Amazon Connect instance; one alarm.</summary>
    Instance,

    /// <summary>One alarm for each queue.</summary>
    Queue,

    /// <summary>One alarm for each contact flow.</summary>
    ContactFlow,

    /// <summary>The log of all contact flows of the instance; one alarm.</summary>
    FlowLog,

    /// <summary>The trail of who changed what; one alarm.</summary>
    Trail,

    /// <summary>One alarm for each Lambda function that a contact flow calls.</summary>
    Function,

    /// <summary>One alarm for each Amazon Lex bot alias.</summary>
    Bot,

    /// <summary>One alarm for each DynamoDB table.</summary>
    Table,

    /// <summary>One alarm for each global secondary index; a table's series exclude its indexes.</summary>
    Index,

    /// <summary>One alarm for each external API that a hook calls.</summary>
    Api,

    /// <summary>One alarm for each routing profile.</summary>
    RoutingProfile,

    /// <summary>The AWS account and Region; one alarm.</summary>
    Account,

    /// <summary>This system itself: its functions, topics, queues and schedules; one alarm for each.</summary>
    System,
}

/// <summary>How a datapoint is compared with the threshold; the names are CloudWatch's <c>ComparisonOperator</c> values.</summary>
[JsonConverter(typeof(NamedEnumConverter<AlarmComparison>))]
public enum AlarmComparison
{
    /// <summary>Breaching when value &gt;= threshold.</summary>
    GreaterThanOrEqualToThreshold,

    /// <summary>Breaching when value &gt; threshold.</summary>
    GreaterThanThreshold,

    /// <summary>Breaching when value &lt; threshold.</summary>
    LessThanThreshold,

    /// <summary>Breaching when value &lt;= threshold.</summary>
    LessThanOrEqualToThreshold,

    /// <summary>Anomaly detection: breaching outside the band, on either side.</summary>
    LessThanLowerOrGreaterThanUpperThreshold,

    /// <summary>Anomaly detection: breaching below the band.</summary>
    LessThanLowerThreshold,

    /// <summary>Anomaly detection: breaching above the band.</summary>
    GreaterThanUpperThreshold,
}

/// <summary>What a comparison says about values.</summary>
internal static class AlarmComparisons
{
    /// <summary>Whether smaller values are worse.</summary>
    public static bool IsBelow(this AlarmComparison comparison) => comparison
        is AlarmComparison.LessThanThreshold
        or AlarmComparison.LessThanOrEqualToThreshold
        or AlarmComparison.LessThanLowerThreshold;
}

/// <summary>
/// What a missing datapoint counts as; CloudWatch's <c>TreatMissingData</c>. Every alarm of the catalog says it explicitly,
/// because the service's default differs between namespaces (<c>missing</c>, but <c>ignore</c> for AWS/DynamoDB).
/// </summary>
public enum MissingData
{
    /// <summary>Missing: with no datapoints at all the alarm goes to INSUFFICIENT_DATA.</summary>
    Missing,

    /// <summary>Ignored: the alarm keeps its state.</summary>
    Ignore,

    /// <summary>Counts as a datapoint outside the threshold.</summary>
    Breaching,

    /// <summary>Counts as a datapoint within the threshold.</summary>
    NotBreaching,
}

/// <summary>
/// Whether customers get through and are served while an alarm is red. P1 has one meaning: <see cref="SeverityMeaning.Critical"/>.
/// </summary>
public enum CustomerService
{
    /// <summary>
    /// They are, or nothing says that they are not: a limit comes closer, or a part fails that customers do not wait for. No size of a
    /// breach makes a P1.
    /// </summary>
    Served,

    /// <summary>They are served, though worse; a severe breach means that they are not, and makes a P1 of a P2.</summary>
    NotServedWhenSevere,

    /// <summary>They cannot get through or are not served: a P1.</summary>
    NotServed,

    /// <summary>Nobody can tell whether they are: a P1.</summary>
    Unknown,
}
