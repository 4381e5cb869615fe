using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Learning.Compliance;

/// <summary>What an auditor asks about.</summary>
[JsonConverter(typeof(NamedEnumConverter<ComplianceQuestion>))]
public enum ComplianceQuestion
{
    /// <summary>Whether every setting that was changed at run time has an author and a reason.</summary>
    ChangesAreSigned,

    /// <summary>Whether what is done in the account is recorded where nobody can delete it.</summary>
    TrailIsLocked,

    /// <summary>Whether nothing is missing of those records, and none was changed.</summary>
    TrailIsIntact,

    /// <summary>Whether what is remembered is deleted after a time.</summary>
    DataIsForgotten,

    /// <summary>Who read or exported what is stored of customers.</summary>
    ReadingIsKnown,

    /// <summary>Whether it was looked at who may do what.</summary>
    AccessIsReviewed,

    /// <summary>Whether everybody who is to be told can be reached.</summary>
    PeopleAreReached,

    /// <summary>Whether people have practised.</summary>
    PeopleHavePractised,

    /// <summary>Whether grave incidents were taken and over in the promised time.</summary>
    PromisesAreKept,
}

/// <summary>What can be answered.</summary>
[JsonConverter(typeof(NamedEnumConverter<ComplianceAnswer>))]
public enum ComplianceAnswer
{
    /// <summary>Yes, by what is recorded.</summary>
    Yes,

    /// <summary>No, by what is recorded.</summary>
    No,

    /// <summary>This system does not record it; a person has to look elsewhere.</summary>
    LookElsewhere,
}

/// <summary>An answer with the counts that it rests on.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Counts">How many of how many it holds for; null: it is not a count.</param>
public sealed record ComplianceFinding(ComplianceQuestion Question, ComplianceAnswer Answer, Share? Counts);

/// <summary>A setting that somebody changed at run time.</summary>
/// <param name="At">When.</param>
/// <param name="Author">Who.</param>
/// <param name="Verb">What they did.</param>
/// <param name="Kind">With which kind of setting.</param>
/// <param name="Subject">Which one.</param>
/// <param name="Reason">Why.</param>
public sealed record SignedChange(DateTimeOffset At, string Author, SettingVerb Verb, SettingKind Kind, string Subject, string Reason);

/// <summary>An endpoint at which nobody is known to be reached.</summary>
/// <param name="Audience">Its audience or schedule.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="TestedAt">When it was last tested; null: never.</param>
/// <param name="IsRefused">True where it did not take the last test.</param>
public sealed record UnreachedEndpoint(string Audience, Channel Channel, DateTimeOffset? TestedAt, bool IsRefused);

/// <summary>An exercise that was held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scenario">What was played.</param>
/// <param name="StartedAt">When.</param>
public sealed record HeldExercise(string Id, string Scenario, DateTimeOffset StartedAt);

/// <summary>How long something is kept, by the configuration.</summary>
/// <param name="What">What: the path in the file.</param>
/// <param name="Days">How many days.</param>
public sealed record KeptFor(string What, int Days);

/// <summary>What compliance is judged by; all of it is recorded while the system runs.</summary>
public sealed record ComplianceSources
{
    /// <summary>The configuration.</summary>
    public required ContactCenterConfiguration Configuration { get; init; }

    /// <summary>What people decided at run time, of the period and more.</summary>
    public IReadOnlyList<SettingAct> Acts { get; init; } = [];

    /// <summary>Incidents that were heard of in the period.</summary>
    public IReadOnlyList<IncidentRecord> Incidents { get; init; } = [];

    /// <summary>Exercises that are over.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];

    /// <summary>The last test of each endpoint; null where it was never tested.</summary>
    public IReadOnlyList<(TestedEndpoint Endpoint, Receipt? Last)> Receipts { get; init; } = [];
}

/// <summary>
/// One page for an auditor: what can be answered from what this system records, and what it rests on. What it does not record is said, and
/// nothing is inferred from silence.
/// </summary>
public sealed record ComplianceReport
{
    /// <summary>So old a test may be: one a week, and a day.</summary>
    public static readonly TimeSpan MaximumTestAge = PractiseSection.MaximumTestAge;

    /// <summary>Whoever has not practised for a quarter has not practised.</summary>
    public const int MaximumDaysSinceExercise = PractiseSection.MaximumDaysSinceExercise;

    /// <summary>The first day.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The answers, in the order of the questions.</summary>
    public ImmutableArray<ComplianceFinding> Findings { get; init; } = [];

    /// <summary>What was changed at run time, in order.</summary>
    public ImmutableArray<SignedChange> Changes { get; init; } = [];

    /// <summary>Endpoints at which nobody is known to be reached.</summary>
    public ImmutableArray<UnreachedEndpoint> Unreached { get; init; } = [];

    /// <summary>Exercises of the quarter that ends with the period, the newest first.</summary>
    public ImmutableArray<HeldExercise> Exercises { get; init; } = [];

    /// <summary>Incidents by severity, with their promises.</summary>
    public ImmutableArray<SeveritySection> Severities { get; init; } = [];

    /// <summary>How long what is kept.</summary>
    public ImmutableArray<KeptFor> Retention { get; init; } = [];

    /// <summary>Answers what can be answered. Pure.</summary>
    /// <param name="period">The period.</param>
    /// <param name="sources">What is recorded.</param>
    /// <param name="now">When it is asked: tests of people count by how old they are then.</param>
    public static ComplianceReport Of(ReportPeriod period, ComplianceSources sources, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(sources);
        SettingAct[] acts = [.. sources.Acts.Where(act => period.Has(act.At)).OrderBy(static act => act.At)];
        IncidentRecord[] incidents = [.. sources.Incidents.Where(one => period.Has(one.DetectedAt))];
        var severities = IncidentSections.BySeverity(incidents, []);
        var quarter = period.To.AddDays(-MaximumDaysSinceExercise);
        HeldExercise[] exercises =
        [
            .. sources.Exercises.Where(one => !one.IsUnderWay && one.StartedAt >= quarter && one.StartedAt < period.To)
                .OrderByDescending(static one => one.StartedAt)
                .Select(static one => new HeldExercise(one.Id, one.Scenario.Name, one.StartedAt)),
        ];

        // tests say how it is now: of a month that ended earlier they say nothing
        var isTestedThen = now - period.To <= MaximumTestAge;
        UnreachedEndpoint[] unreached =
        [
            .. sources.Receipts.Where(one => isTestedThen && !IsReached(one.Last, now)).Select(static one => new UnreachedEndpoint(
                one.Endpoint.Audience, one.Endpoint.Endpoint.Channel, one.Last?.At, one.Last?.Outcome == NoticeOutcome.Refused)),
        ];
        return new ComplianceReport
        {
            FirstDay = period.FirstDay,
            LastDay = period.EndDay.AddDays(-1),
            Changes =
            [
                .. acts.Select(static act => new SignedChange(
                    act.At, act.Author, act.Verb, act.Kind, (act.After ?? act.Before)?.Subject ?? act.Id, act.Reason)),
            ],
            Unreached = [.. unreached],
            Exercises = [.. exercises],
            Severities = severities,
            Retention = Kept(sources.Configuration),
            Findings =
            [
                Of(ComplianceQuestion.ChangesAreSigned, new Share(acts.Count(IsSigned), acts.Length), isEmptyRight: true),
                new(
                    ComplianceQuestion.TrailIsLocked,
                    sources.Configuration.Audit.Trail ? ComplianceAnswer.Yes : ComplianceAnswer.LookElsewhere,
                    null),
                new(ComplianceQuestion.TrailIsIntact, ComplianceAnswer.LookElsewhere, null),
                new(ComplianceQuestion.DataIsForgotten, ComplianceAnswer.Yes, null),
                new(ComplianceQuestion.ReadingIsKnown, ComplianceAnswer.LookElsewhere, null),
                new(ComplianceQuestion.AccessIsReviewed, ComplianceAnswer.LookElsewhere, null),
                isTestedThen
                    ? Of(
                        ComplianceQuestion.PeopleAreReached,
                        new Share(sources.Receipts.Count - unreached.Length, sources.Receipts.Count),
                        isEmptyRight: false)
                    : new(ComplianceQuestion.PeopleAreReached, ComplianceAnswer.LookElsewhere, null),
                new(
                    ComplianceQuestion.PeopleHavePractised,
                    exercises.Length > 0 ? ComplianceAnswer.Yes : ComplianceAnswer.No,
                    null),
                Of(ComplianceQuestion.PromisesAreKept, Promises(severities), isEmptyRight: true),
            ],
        };
    }

    /// <summary>Of grave incidents both promises, where they are decided; one that is missed makes the answer no.</summary>
    private static Share Promises(ImmutableArray<SeveritySection> severities)
    {
        var grave = severities.Where(static one => one.Severity is Common.Severity.P1 or Common.Severity.P2).ToArray();
        return new Share(
            grave.Sum(static one => one.Acknowledged.Met + one.Resolved.Met),
            grave.Sum(static one => one.Acknowledged.Of + one.Resolved.Of));
    }

    private static ComplianceFinding Of(ComplianceQuestion question, Share counts, bool isEmptyRight) => new(
        question,
        counts.Met == counts.Of && (counts.Of > 0 || isEmptyRight) ? ComplianceAnswer.Yes : ComplianceAnswer.No,
        counts);

    private static bool IsSigned(SettingAct act) => !string.IsNullOrWhiteSpace(act.Author) && !string.IsNullOrWhiteSpace(act.Reason);

    /// <summary>What a channel took lately; one that is not asked because a test would cost somebody time or money is no proof.</summary>
    private static bool IsReached(Receipt? last, DateTimeOffset now) =>
        last is { Outcome: NoticeOutcome.Accepted } && now - last.At <= MaximumTestAge;

    private static ImmutableArray<KeptFor> Kept(ContactCenterConfiguration configuration) =>
    [
        .. configuration.Audit.Trail ? [new KeptFor("audit.retentionDays", configuration.Audit.RetentionDays)] : Array.Empty<KeptFor>(),
        new("incidents.retentionDays", configuration.Incidents.RetentionDays),
        new("retention.alarmDays", configuration.Retention.AlarmDays),
        new("retention.changeDays", configuration.Retention.ChangeDays),
        new("retention.numbersDays", configuration.Retention.NumbersDays),
        new("retention.leaseDays", configuration.Retention.LeaseDays),
        new("retention.exerciseDays", configuration.Retention.ExerciseDays),
        new("retention.reportDays", configuration.Retention.ReportDays),
    ];
}
