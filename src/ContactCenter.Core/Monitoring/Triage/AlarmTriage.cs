using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>Says of a received message what is broken, how bad that is and why, and which incident it belongs to. Pure.</summary>
public sealed class AlarmTriage
{
    private readonly CatalogMatcher _matcher;
    private readonly SeverityRules _rules;
    private readonly HashSet<(string Remediation, string Resource)> _remediated;
    private readonly HashSet<string> _important;
    private readonly string _instanceId;
    private readonly string _instanceAlias;
    /// <summary>What a sentence may end with.</summary>
    private const string EndsSentence = ".!?…:;";

    private readonly OwnPlace _place;
    private readonly FormerKeys _former;
    private readonly PipelineProbe _probe;
    private readonly OwnReports _reports;

    /// <summary>
    /// Triage by a configuration and by the catalog with what the configuration changes about it; the desk of incidents makes it.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="switches">Queues that people have closed or opened; null: none.</param>
    internal AlarmTriage(ContactCenterConfiguration configuration, IReadOnlyList<ServiceSwitch>? switches = null)
    {
        _matcher = new CatalogMatcher(CatalogOverrides.For(configuration), configuration);
        _rules = new SeverityRules(configuration, new BusinessCalendar(configuration, switches));
        _remediated =
        [
            .. configuration.Tables.Where(table => table.MayBeChanged()).Select(table => (RemediationNames.Capacity, table.Name)),
            .. RemediableFunctions.Concurrency(configuration).Keys.Select(function => (RemediationNames.ReservedConcurrency, function)),
            .. RemediableFunctions.EventSources(configuration).Select(source => (RemediationNames.EventSource, source.Function)),
            .. RemediableFailovers.Flows(configuration).Select(flow => (RemediationNames.EmergencyFlow, flow)),
            .. RemediableFailovers.Queues(configuration).Select(queue => (RemediationNames.QueueFallback, queue)),
            .. RemediableFailovers.Traffic(configuration).Select(instance => (RemediationNames.ShiftTraffic, instance)),
        ];
        _important =
        [
            .. configuration.Queues.Where(static queue => queue.Importance == Importance.High).Select(static queue => queue.Name),
        ];
        _instanceId = configuration.Instance.Id;
        _instanceAlias = configuration.Instance.Alias;
        _place = new OwnPlace(configuration);
        _former = new FormerKeys(_instanceId, _instanceAlias);
        _probe = new PipelineProbe(configuration);
        _reports = new OwnReports(configuration);
    }

    /// <summary>Triage of a state change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="now">When it was received; a time of its own that lies minutes ahead of this is not believed.</param>
    public TriagedAlarm Triage(AlarmChange change, DateTimeOffset now)
    {
        // a probe that is dated ahead must stay one, so that it is refused
        if (_probe.Is(change))
        {
            return Probe(change);
        }

        var time = ToldTime.Of(change.At, change.SentAt, now);
        change = change with { At = time.At };
        var triaged = _reports.Of(change) ?? ForPeople(Triage(change));
        return triaged with { ClaimedAt = time.Claimed };
    }

    private TriagedAlarm Triage(AlarmChange change)
    {
        var place = _place.Of(change);
        var mayBeDeployed = _place.MayBeDeployed(change);
        var composite = mayBeDeployed ? CompositeCatalog.Find(change.AlarmName, _matcher.Prefix) : null;
        var description = composite is null ? AlarmDescription.Read(change.Description) : AlarmDescription.Of(composite);
        var told = NameInstance(AlarmSubject.Of(change)) with { Elsewhere = place.Elsewhere };
        if (ScalerAlarm.Is(change))
        {
            return Scaler(change, told, place);
        }

        var deployed = mayBeDeployed ? _matcher.Deployed(change, told) : null;
        var definition = deployed ?? _matcher.Find(change, description, told);
        change = Whole(change, deployed);
        var relatives = CompositeRelatives.Of(change, composite, deployed, _matcher.Prefix);
        var isInstance = composite is not null || (place.IsOurs && definition?.Scope is AlarmScope.FlowLog or AlarmScope.Trail);
        var subject = isInstance ? Instance() : told;
        var assessment = _rules.Assess(change, definition, description, subject);
        var key = Key(change, definition, description, subject, place);
        return new TriagedAlarm
        {
            Id = change.Id,
            Name = change.AlarmName,
            Moment = new AlarmMoment(change.At, change.State),
            Key = key,
            FormerKey = _former.Of(change, definition, description) is var former && former != key ? former : null,
            Assessment = assessment,
            Subject = subject.Title,
            Symptom = change.State == AlarmState.InsufficientData
                ? Sentences.SendsNoData
                : definition?.Symptom ?? composite?.Symptom ?? SymptomOf(change),
            Description = composite is null
                ? AlarmSentence.Of(change, definition, description)
                : $"{composite.Description} {AlarmSentence.Children(change)}".TrimEnd(),
            Runbook = definition?.Runbook ?? description.Runbook ?? "unknown-alarm",
            Owner = definition?.Owner ?? description.Owner ?? AlarmOwners.Operations,
            IsInternal = !place.IsOurs || definition is { Customers: CustomerService.Served or CustomerService.Unknown },
            Remediation = place.IsOurs && definition?.Remediation is { } remediation && _remediated.Contains((remediation, subject.Name))
                ? remediation
                : null,
            Target = subject.Target,
            MayStayRed = change.State == AlarmState.InsufficientData || change.Metrics.Any(metric => metric.Namespace == "AWS/DynamoDB"),
            MutedUntil = change.MutedUntil,
            IsSuppressed = change.IsSuppressed,
            Period = change.Metrics.Count == 0 ? null : change.Metrics.Max(metric => metric.Period),
            Children = relatives.Children,
            ChildrenOfCatalog = relatives.ChildrenOfCatalog,
            Composites = relatives.Composites,
            IsWhole = change is { HasContributors: true, ContributorId: null },
            IsDeployedComposite = composite is not null,
            CompositeKey = relatives.Composites.IsEmpty
                ? null
                : new CorrelationKey(AlarmGroups.Telephony, _instanceAlias, _place.Location),
            Edit = change.Edit,
            Origin = AlarmOrigin.Of(change, definition is not null || composite is not null ? description : null),
        };
    }

    /// <summary>What the payload leaves out is that of the definition only where the alarm is one that was deployed from it.</summary>
    private static AlarmChange Whole(AlarmChange change, AlarmDefinition? deployed) =>
        deployed is { AnomalyBand: null } && change is { Threshold: null, Kind: not AlarmKind.AnomalyDetection }
            ? change with { Threshold = deployed.Threshold }
            : change;

    private TriagedAlarm Scaler(AlarmChange change, AlarmSubject told, AlarmPlace place) => new()
    {
        Id = change.Id,
        Name = change.AlarmName,
        Moment = new AlarmMoment(change.At, change.State),
        Key = new CorrelationKey(ScalerAlarm.Group, told.Name, place.Location),
        FormerKey = _former.Of(change, null, AlarmDescription.Empty),
        Assessment = ScalerAlarm.Assessment,
        Subject = told.Title,
        Symptom = ScalerAlarm.Symptom(change),
        Description = ScalerAlarm.Description(change),
        Runbook = "unknown-alarm",
        Owner = AlarmOwners.Engineering,
        MayStayRed = true,
        MutedUntil = change.MutedUntil,
        IsSuppressed = change.IsSuppressed,
        Edit = change.Edit,
    };

    /// <summary>
    /// Triage of a state of an alarm of another system: its own word says how bad it is, and customers are not known to feel it.
    /// </summary>
    /// <param name="alarm">The state.</param>
    /// <param name="now">When it was received; a time of its own that lies minutes ahead of this is not believed.</param>
    public TriagedAlarm Triage(ForeignAlarm alarm, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        var time = ToldTime.Of(alarm.At, alarm.SentAt, now);
        var code = Fingerprint.Of($"{alarm.System}\n{alarm.Key}");
        return ForPeople(new()
        {
            Id = new AlarmId($"foreign:{code}", null),
            Name = alarm.Title,
            Moment = new AlarmMoment(time.At, alarm.State),
            ClaimedAt = time.Claimed,
            Key = new CorrelationKey(CorrelationKey.ForeignGroup, code, _place.Location),
            Assessment = new SeverityAssessment(alarm.Severity ?? Severity.P3, [ForeignReason(alarm)]),
            Subject = $"{alarm.System}: {alarm.Title}",
            Symptom = alarm.SaysNothing ? Sentences.SendsNoData : Sentences.IsInAlarm,
            Description = InSentences(alarm.Link is null ? alarm.Texts : [.. alarm.Texts, Sentences.ForeignPage(alarm.Link)]),
            Runbook = "foreign-alarm",
            Owner = AlarmOwners.Operations,
            IsInternal = true,
        });
    }

    /// <summary>What has another text behind it gets a full stop where it was left out, so that no two become one sentence.</summary>
    private static string InSentences(IReadOnlyList<string> texts) => string.Join(
        ' ', texts.Select((text, i) => i < texts.Count - 1 && text.Length > 0 && !EndsSentence.Contains(text[^1]) ? $"{text}." : text));

    private static string ForeignReason(ForeignAlarm alarm) => (alarm.Severity, alarm.SeverityWord) switch
    {
        (_, null) => Sentences.RatedByNobody(alarm.System),
        (null, { } word) => Sentences.RatedUnmapped(alarm.System, word),
        (_, { } word) => Sentences.RatedByOther(alarm.System, word),
    };

    /// <summary>
    /// Triage of a message that is not an alarm: a P3 that somebody looks at, keyed by its text so that a repeat adds to it.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="now">When it was received; a time of its own that lies minutes ahead of this is not believed.</param>
    public TriagedAlarm Triage(UnrecognisedMessage message, DateTimeOffset now)
    {
        var time = ToldTime.Of(message.At, null, now);
        return ForPeople(Triage(message with { At = time.At })) with { ClaimedAt = time.Claimed };
    }

    private TriagedAlarm Triage(UnrecognisedMessage message) => new()
    {
        Id = new AlarmId($"message:{Fingerprint.Of(message.Text)}", null),
        Name = message.What,
        Moment = new AlarmMoment(message.At, AlarmState.Alarm),
        Key = new CorrelationKey(CorrelationKey.UnrecognisedGroup, Fingerprint.Of(message.Text), _place.Location),
        Assessment = new SeverityAssessment(Severity.P3, [Sentences.RatedUnrecognised]),
        Subject = message.Subject ?? Sentences.UnrecognisedSubject,
        Symptom = Sentences.NeedsReading,
        Description = Sentences.UnrecognisedMeaning(message.What, message.Text),
        Runbook = "unrecognised-alarm",
        Owner = AlarmOwners.Operations,
        MayStayRed = true,
        IsUnrecognised = true,
    };

    /// <summary>
    /// Triage of what a person reports. Reports of one queue are one incident; each is a member of its own, so that they can be counted.
    /// One person alone says at most P2: that customers are not served takes more than one voice.
    /// </summary>
    /// <param name="report">The report.</param>
    public TriagedAlarm Triage(PersonReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var severity = report.Asked is { } asked && asked > Severity.P2 ? asked : report.Asked is null ? Severity.P3 : Severity.P2;
        return ForPeople(new()
        {
            Id = new AlarmId($"report:{report.Id}", null),
            Name = report.By,
            Moment = new AlarmMoment(report.At, AlarmState.Alarm),
            Key = new CorrelationKey(CorrelationKey.ReportedGroup, report.Queue ?? _instanceAlias, _place.Location),
            Assessment = new SeverityAssessment(severity, [Sentences.RatedReported(report.By)]),
            Subject = report.Queue is { } queue ? Sentences.ReportedQueue(queue) : Sentences.ReportedCenter(_instanceAlias),
            Symptom = report.Symptom,
            Description = Sentences.NotePersonReported(report.By, report.Text.Length > 0 ? report.Text : report.Symptom),
            Runbook = "person-report",
            Owner = AlarmOwners.Operations,
            MayStayRed = true,
            Report = report,
            IsImportant = report.Queue is { } important && _important.Contains(important),
        });
    }

    /// <summary>
    /// Triage of what an exercise makes up: rated and worded as the alarm itself, and kept apart from everything that is real. It has a
    /// key, an id and a name that no alarm has, it is no child of another, and nothing is repaired for it.
    /// </summary>
    /// <param name="alarm">The state.</param>
    /// <param name="now">When it was played.</param>
    public TriagedAlarm Triage(ExerciseAlarm alarm, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        var rated = Triage(alarm.Change, now);
        return new TriagedAlarm
        {
            Id = new AlarmId($"exercise:{alarm.Exercise}:{alarm.Change.AlarmName}", null),
            Name = $"exercise/{rated.Name}",
            Moment = rated.Moment,
            Key = new CorrelationKey(CorrelationKey.ExerciseGroup, alarm.Exercise, _place.Location),
            Assessment = rated.Assessment,
            Subject = Sentences.ExerciseSubject(rated.Subject),
            Symptom = rated.Symptom,
            Description = rated.Description,
            Runbook = rated.Runbook,
            Owner = rated.Owner,
            IsInternal = rated.IsInternal,
            Period = rated.Period,
            Exercise = alarm,
        };
    }

    /// <summary>
    /// Texts of others as people may see them: a character that is not seen can make one name read like another. What tells alarms and
    /// incidents apart (id, key, target) stays as it arrived, so that such names are not taken for each other either.
    /// </summary>
    private static TriagedAlarm ForPeople(TriagedAlarm alarm) => alarm with
    {
        Name = Visible(alarm.Name),
        Subject = Visible(alarm.Subject),
        Symptom = Visible(alarm.Symptom),
        Description = Visible(alarm.Description),
        Runbook = Visible(alarm.Runbook),
        Owner = Visible(alarm.Owner),
        Assessment = alarm.Assessment with { Reasons = [.. alarm.Assessment.Reasons.Select(Visible)] },
    };

    private static string Visible(string text) =>
        CleanText.Line(text, int.MaxValue) is var clean && string.IsNullOrWhiteSpace(clean) ? "(nothing visible)" : clean;

    private TriagedAlarm Probe(AlarmChange change) => new()
    {
        // not the alarm's own id: what is remembered of probes must not stand for a real alarm of that name
        Id = new AlarmId($"probe:{change.AlarmArn}", null),
        Name = change.AlarmName,
        Moment = new AlarmMoment(change.At, change.State),
        Key = _probe.Key,
        Assessment = new SeverityAssessment(Severity.P4, [Sentences.ProbeMeaning]),
        Subject = "Probe",
        Symptom = "gets through",
        Description = change.Reason,
        Runbook = "heartbeat-missing",
        Owner = AlarmOwners.Engineering,
        IsProbe = true,
    };

    /// <summary>What concerns the center as a whole belongs to the instance, also where no dimension says so.</summary>
    private AlarmSubject Instance() => new("Instance", _instanceAlias, AlarmGroups.Telephony, _instanceAlias);

    private AlarmSubject NameInstance(AlarmSubject subject) =>
        subject.Name == _instanceId ? subject with { Name = _instanceAlias, Target = _instanceAlias } : subject;

    private static CorrelationKey Key(
        AlarmChange change, AlarmDefinition? definition, AlarmDescription description, AlarmSubject subject, AlarmPlace place)
    {
        // a contributor whose attributes name no resource would share the key of its siblings, yet it is an incident of its own
        var isNamed = change.ContributorId is null || change.ContributorAttributes.Any(attribute => attribute.Value == subject.Name);
        var resource = isNamed ? subject.Name : $"{subject.Name}#{change.ContributorId}";
        var named = description.Group == CorrelationKey.ExerciseGroup ? null : description.Group;
        return new CorrelationKey(definition?.Group ?? named ?? subject.Group, resource, place.Location);
    }

    private static string SymptomOf(AlarmChange change) => (change.Kind, change.Comparison) switch
    {
        (AlarmKind.Composite, _) => Sentences.CombinedRed,
        (AlarmKind.AnomalyDetection, _) => Sentences.IsUnusual(MetricName(change)),
        (_, AlarmComparison.LessThanThreshold or AlarmComparison.LessThanOrEqualToThreshold) => Sentences.IsTooLow(MetricName(change)),
        (_, not null) when change.Metrics.Count > 0 => Sentences.IsTooHigh(MetricName(change)),
        _ => Sentences.IsInAlarm,
    };

    /// <summary>What is compared: the one metric, or what an expression makes of several.</summary>
    private static string MetricName(AlarmChange change)
    {
        if (change is { Kind: AlarmKind.MetricMath, ExpressionLabel: { } label })
        {
            return label;
        }

        var names = change.Metrics.Select(metric => metric.Name).Distinct().ToArray();
        return (change.Kind, names.Length) switch
        {
            (AlarmKind.MetricMath, 2) => $"a figure of {names[0]} and {names[1]}",
            (AlarmKind.MetricMath, > 2) => $"a figure of {names.Length} metrics",
            (_, 0) => "a metric",
            _ => names[0],
        };
    }
}
