using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>A received message with everything that an incident needs to know of it.</summary>
public sealed record TriagedAlarm
{
    /// <summary>The alarm; for a message that is no alarm, a name made from its text.</summary>
    public required AlarmId Id { get; init; }

    /// <summary>Name of the alarm.</summary>
    public required string Name { get; init; }

    /// <summary>Its state.</summary>
    public required AlarmMoment Moment { get; init; }

    /// <summary>The time that the message told for it, where that lies too far ahead or back to be believed; else null.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>The incident it belongs to.</summary>
    public required CorrelationKey Key { get; init; }

    /// <summary>
    /// The incident that it belonged to by the rules of an earlier version, where that is another; it still counts there while that lasts.
    /// </summary>
    public CorrelationKey? FormerKey { get; init; }

    /// <summary>Severity with reasons.</summary>
    public required SeverityAssessment Assessment { get; init; }

    /// <summary>The thing that is wrong as people name it.</summary>
    public required string Subject { get; init; }

    /// <summary>The symptom in a few words.</summary>
    public required string Symptom { get; init; }

    /// <summary>What it tells, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>Name of the runbook.</summary>
    public required string Runbook { get; init; }

    /// <summary>Who owns the follow-up.</summary>
    public required string Owner { get; init; }

    /// <summary>True when the catalog does not say that customers are not served: no alarm of its kind is a case for AWS Support.</summary>
    public bool IsInternal { get; init; }

    /// <summary>What may repair it, or null.</summary>
    public string? Remediation { get; init; }

    /// <summary>What the remediation acts on.</summary>
    public string Target { get; init; } = "";

    /// <summary>
    /// True when it may stay red although the incident is over: alarms on AWS/DynamoDB metrics, alarms without data, and messages that are
    /// no alarms.
    /// </summary>
    public bool MayStayRed { get; init; }

    /// <summary>True for a message that is not an alarm.</summary>
    public bool IsUnrecognised { get; init; }

    /// <summary>True for a made-up alarm that proves that alarms get through: <see cref="PipelineProbe"/>.</summary>
    public bool IsProbe { get; init; }

    /// <summary>
    /// True for the list of the weekly check, <see cref="AccountReport"/>: a later one takes the place of the one before.
    /// </summary>
    public bool IsReport { get; init; }

    /// <summary>Until when CloudWatch mutes the alarm, or null.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>True when CloudWatch suppressed the alarm's actions because of another alarm.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>The longest period of the metrics that it reads; null when it reads none.</summary>
    public TimeSpan? Period { get; init; }

    /// <summary>ARNs of the alarms that made a composite alarm red; where it does not tell, those that its rule wants red.</summary>
    public ImmutableArray<string> Children { get; init; } = [];

    /// <summary>
    /// For a composite alarm of this deployment that does not tell what made it red: beginnings of the ARNs of the alarms that it looks at.
    /// </summary>
    public ImmutableArray<string> ChildrenOfCatalog { get; init; } = [];

    /// <summary>ARNs of the composite alarms of this deployment that look at this alarm.</summary>
    public ImmutableArray<string> Composites { get; init; } = [];

    /// <summary>True for an alarm of several series as a whole: each series tells of itself.</summary>
    public bool IsWhole { get; init; }

    /// <summary>True for a composite alarm of this deployment, all of whose children are heard of.</summary>
    public bool IsDeployedComposite { get; init; }

    /// <summary>Where composite alarms of this deployment that look at this alarm open their incident; null when none does.</summary>
    public CorrelationKey? CompositeKey { get; init; }

    /// <summary>What a person reports; null for alarms and messages.</summary>
    public PersonReport? Report { get; init; }

    /// <summary>True where a person reports a queue that the configuration calls important.</summary>
    public bool IsImportant { get; init; }

    /// <summary>What an exercise makes up; null for what is real.</summary>
    public ExerciseAlarm? Exercise { get; init; }

    /// <summary>The alarm itself; null where there is none behind it.</summary>
    public AlarmOrigin? Origin { get; init; }

    /// <summary>What somebody did to the alarm itself; a deleted one counts as over from then on.</summary>
    public AlarmEdit Edit { get; init; }
}

/// <summary>A severity with its reasons, as sentences that a manager understands.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Reasons">Why, in order: the base first, then what moved it.</param>
public sealed record SeverityAssessment(Severity Severity, ImmutableArray<string> Reasons);
