using System.Collections.Immutable;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Failover;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>
/// Who has practised what: exercises, and who of those on call took part; failovers, which drills are too; and at whom tests arrive.
/// People are counted and not named: whoever plans exercises finds names in the record of training.
/// </summary>
public sealed record PractiseSection
{
    /// <summary>Whoever has not practised for a quarter has not practised.</summary>
    public const int MaximumDaysSinceExercise = 92;

    /// <summary>So old a test may be: one a week, and a day.</summary>
    public static readonly TimeSpan MaximumTestAge = TimeSpan.FromDays(8);

    /// <summary>Exercises of the quarter that ends with the period, the newest first.</summary>
    public ImmutableArray<ExerciseSection> Exercises { get; init; } = [];

    /// <summary>Schedules, and how many of those who take turns took part in an exercise of that quarter.</summary>
    public ImmutableArray<PractisedSchedule> Schedules { get; init; } = [];

    /// <summary>How often something was failed over in the period, in earnest or as a drill.</summary>
    public int Failovers { get; init; }

    /// <summary>
    /// Audiences and schedules, and at how many of their endpoints the last test arrived; none where tests were later than
    /// <see cref="MaximumTestAge"/> after the period.
    /// </summary>
    public ImmutableArray<ReachedAudience> Reached { get; init; } = [];

    /// <summary>Counts it.</summary>
    internal static PractiseSection Of(ReportPeriod period, ReportSources sources)
    {
        var quarter = period.To.AddDays(-MaximumDaysSinceExercise);
        Exercise[] held =
        [
            .. sources.Exercises.Where(one => !one.IsUnderWay && one.StartedAt >= quarter && one.StartedAt < period.To)
                .OrderByDescending(static one => one.StartedAt),
        ];
        var practised = held.SelectMany(static one => one.Score is { } score
                ? score.People.Where(static person => person.Acted).Select(static person => person.Name) : [])
            .ToHashSet(StringComparer.Ordinal);

        // of each endpoint the last test is known, and where it came long after the period, what was so then is not
        var (oldest, newest) = (period.To - MaximumTestAge, period.To + MaximumTestAge);
        var isTestedThen = !sources.Receipts.Any(one => one.Last?.At > newest);
        return new PractiseSection
        {
            Exercises = [.. held.Select(static one => ExerciseSection.Of(one))],
            Schedules =
            [
                .. sources.Configuration.OnCall.OrderBy(static schedule => schedule.Key, StringComparer.Ordinal)
                    .Select(schedule => new PractisedSchedule(
                        schedule.Key,
                        Share(schedule.Value.Participants.Select(static person => person.Name), practised.Contains))),
            ],
            Failovers = sources.Leases.Count(lease => period.Has(lease.GrantedAt) && IsFailover(lease)),
            Reached =
            [
                .. sources.Receipts.Where(_ => isTestedThen).GroupBy(static one => one.Endpoint.Audience, StringComparer.Ordinal)
                    .Select(audience => ReachedAudience.Of(
                        audience.Key, [.. audience.Select(one => one.Last?.At >= oldest ? one.Last.Outcome : (NoticeOutcome?)null)]))
                    .OrderBy(static audience => audience.Arrived.Met - audience.Arrived.Of)
                    .ThenBy(static audience => audience.Audience, StringComparer.Ordinal),
            ],
        };
    }

    private static bool IsFailover(LeaseRecord lease) =>
        lease.Remediation == FailoverActs.Flow.Entry.Name
        || lease.Remediation == FailoverActs.Queue.Entry.Name
        || lease.Remediation == FailoverActs.Traffic.Entry.Name;

    private static Share Share(IEnumerable<string> people, Func<string, bool> has)
    {
        string[] all = [.. people.Distinct(StringComparer.Ordinal)];
        return new Share(all.Count(has), all.Length);
    }
}

/// <summary>An exercise in a report.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scenario">What was played.</param>
/// <param name="Kind">What is practised by it.</param>
/// <param name="StartedAt">When.</param>
/// <param name="Aims">Of what was expected, what was met.</param>
/// <param name="People">How many people did something.</param>
public sealed record ExerciseSection(string Id, string Scenario, string Kind, DateTimeOffset StartedAt, Share Aims, int People)
{
    internal static ExerciseSection Of(Exercise one) => new(
        one.Id,
        one.Scenario.Name,
        one.Scenario.Kind,
        one.StartedAt,
        new Share(one.Score?.Aims.Count(static aim => aim.Outcome == AimOutcome.Met) ?? 0, one.Score?.Aims.Length ?? 0),
        one.Score?.People.Count(static person => person.Acted) ?? 0);
}

/// <summary>A schedule of people on call.</summary>
/// <param name="Schedule">Its name.</param>
/// <param name="Practised">Of those who take turns, those who took part in an exercise.</param>
public sealed record PractisedSchedule(string Schedule, Share Practised);

/// <summary>
/// At how many endpoints of an audience or schedule the last test arrived; one that is older than eight days counts as none.
/// </summary>
/// <param name="Audience">Its name.</param>
/// <param name="Arrived">Of all endpoints, those that took the test.</param>
/// <param name="Refused">Those that did not.</param>
/// <param name="Unproven">Those to which it was sent, and nobody can know whether it arrived.</param>
/// <param name="Untested">Those of which there is no test.</param>
public sealed record ReachedAudience(string Audience, Share Arrived, int Refused, int Unproven, int Untested)
{
    internal static ReachedAudience Of(string audience, NoticeOutcome?[] last) => new(
        audience,
        new Share(last.Count(static one => one == NoticeOutcome.Accepted), last.Length),
        last.Count(static one => one == NoticeOutcome.Refused),
        last.Count(static one => one == NoticeOutcome.Unproven),
        last.Count(static one => one is null or NoticeOutcome.NotAsked));
}
