using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>Writes of a review what can be written by what is stored. Pure: the same sources make the same review.</summary>
public static class ReviewDraft
{
    /// <summary>Of a longer timeline the newest are shown; all of them are with the incident.</summary>
    public const int MaximumEvents = 300;

    private const double Likely = 0.5;
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DueOfP1 = TimeSpan.FromDays(28);
    private static readonly TimeSpan DueOfOthers = TimeSpan.FromDays(56);

    /// <summary>Makes it.</summary>
    /// <param name="sources">What is stored.</param>
    /// <param name="now">The time, for what is not over.</param>
    public static Review Of(ReviewSources sources, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var incident = IncidentHistorian.Record(sources.File);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(sources.Configuration.TimeZone);
        var end = incident.MitigatedAt ?? incident.ResolvedAt ?? now;
        var impact = sources.Numbers.Count == 0
            ? null
            : ImpactEstimate.Of(incident.Resource, sources.Numbers, incident.BeganAt, end, zone);
        var changes = ChangeRanking.Of(
            new CorrelationKey(incident.Group, incident.Resource, incident.Location),
            incident.BeganAt, sources.Changes, sources.ChangesFrom, sources.Confirmed);
        RankedChange[] shown =
            [.. changes.Where(static one => one.Change is null || one.Probability >= ChangeRanking.MinimumShown)];
        RemediationEffect[] repairs =
            [.. incident.Repairs.Select(repair => RemediationEffect.Of(repair, sources.Leases, sources.Numbers, zone))];
        var similar = SimilarIncident.Of(incident, sources.Earlier);
        var times = Times(incident, sources.Configuration);
        ReviewFinding[] findings = [.. Findings(incident, times, impact, shown, repairs, sources.Earlier)];
        var timeline = sources.File.Timeline;
        return new Review
        {
            Incident = incident.WithoutAddresses(),
            Told = [.. incident.Reached.GroupBy(static one => (one.Audience, one.Channel)).Select(static one => new ReviewAudience(
                one.Key.Audience, one.Key.Channel, one.Min(static each => each.FirstAt), one.Sum(static each => each.GivenUp)))],
            Times = times,
            Impact = impact,
            Timeline =
            [
                .. timeline.TakeLast(MaximumEvents).Select(static happened => happened with { Text = HiddenAddresses.In(happened.Text) }),
            ],
            EarlierEvents = Math.Max(0, timeline.Count - MaximumEvents),
            Changes = [.. shown],
            UnlikelyChanges = changes.Length - shown.Length,
            Repairs = [.. repairs],
            Similar = similar,
            Findings = [.. findings],
            Proposals = ProposedAction.Of(findings, incident.Owner),
            ActionsDue = LocalDay.Of((incident.ResolvedAt ?? now) + (incident.Severity == Severity.P1 ? DueOfP1 : DueOfOthers), zone),
            Gaps = [.. Gaps(incident, impact, sources)],
        };
    }

    private static ImmutableArray<ReviewTime> Times(IncidentRecord incident, ContactCenterConfiguration configuration)
    {
        var promised = configuration.Sla[incident.Severity];
        return
        [
            new(ReviewStep.Detected, incident.DetectedAt - incident.BeganAt, null, null),
            new(ReviewStep.Told, incident.ToldAt - incident.DetectedAt, null, null),
            new(ReviewStep.Acknowledged, incident.AcknowledgedAt - incident.BeganAt, promised.Acknowledge, Kept(incident.Acknowledged)),
            new(ReviewStep.Mitigated, incident.MitigatedAt - incident.BeganAt, null, null),
            new(ReviewStep.Resolved, incident.ResolvedAt - incident.BeganAt, promised.Resolve, Kept(incident.Resolved)),
        ];

        static bool? Kept(PromiseOutcome outcome) => outcome switch
        {
            PromiseOutcome.Kept => true,
            PromiseOutcome.Missed => false,
            _ => null,
        };
    }

    private static IEnumerable<ReviewGap> Gaps(IncidentRecord incident, ImpactEstimate? impact, ReviewSources sources)
    {
        if (incident.State != IncidentState.Resolved)
        {
            yield return ReviewGap.NotOver;
        }

        if (impact is null)
        {
            yield return ReviewGap.NoNumbers;
        }
        else if (impact.Gaps > 0)
        {
            yield return ReviewGap.HalfHoursMissing;
        }
        else if (impact.UsualOffered is null)
        {
            yield return ReviewGap.TooFewWeeks;
        }

        if (sources.Changes.Count == 0)
        {
            yield return ReviewGap.NoChanges;
        }
    }

    private static IEnumerable<ReviewFinding> Findings(
        IncidentRecord incident,
        ImmutableArray<ReviewTime> times,
        ImpactEstimate? impact,
        IReadOnlyList<RankedChange> changes,
        IReadOnlyList<RemediationEffect> repairs,
        IReadOnlyList<IncidentRecord> earlier) =>
    [
        .. OfPromises(times),
        .. OfTimes(incident),
        .. OfRepairs(incident, repairs),
        .. OfCauses(incident, impact, changes, earlier),
    ];

    private static IEnumerable<ReviewFinding> OfPromises(ImmutableArray<ReviewTime> times)
    {
        foreach (var time in times)
        {
            var kinds = time.Step == ReviewStep.Acknowledged
                ? (Kept: FindingKind.AcknowledgedInTime, Missed: FindingKind.AcknowledgedLate)
                : (Kept: FindingKind.ResolvedInTime, Missed: FindingKind.ResolvedLate);
            if (time is { IsKept: true, Took: not null })
            {
                yield return Found(FindingRole.Well, kinds.Kept, Minutes(time.Took), Minutes(time.Promised));
            }
            else if (time.IsKept == false)
            {
                yield return Found(FindingRole.Hindered, kinds.Missed, Minutes(time.Took), Minutes(time.Promised));
            }
        }
    }

    private static IEnumerable<ReviewFinding> OfTimes(IncidentRecord incident)
    {
        if (incident.ToldAt - incident.DetectedAt < Soon)
        {
            yield return Found(FindingRole.Well, FindingKind.ToldSoon, Seconds(incident.ToldAt - incident.DetectedAt));
        }

        if (incident.Group == CorrelationKey.ReportedGroup)
        {
            yield return Found(FindingRole.Contributed, FindingKind.ToldByPerson);
        }
        else if (incident.DetectedAt - incident.BeganAt > Late)
        {
            yield return Found(FindingRole.Hindered, FindingKind.DetectedLate, Minutes(incident.DetectedAt - incident.BeganAt));
        }

        foreach (var audience in incident.Reached.Where(static one => one.GivenUp > 0)
            .GroupBy(static one => (one.Audience, one.Channel)))
        {
            yield return Found(
                FindingRole.Hindered, FindingKind.MessagesGivenUp,
                audience.Key.Audience, $"{audience.Key.Channel}", Whole(audience.Sum(static one => one.GivenUp)));
        }

        if (incident.Reopened > 0)
        {
            yield return Found(FindingRole.Hindered, FindingKind.CameBack, Whole(incident.Reopened));
        }
    }

    private static IEnumerable<ReviewFinding> OfRepairs(IncidentRecord incident, IReadOnlyList<RemediationEffect> repairs)
    {
        foreach (var repair in repairs)
        {
            if (repair.Verdict == RemediationVerdict.Helped)
            {
                yield return Found(FindingRole.Well, FindingKind.RepairHelped, repair.Repair);
            }
            else if (repair.Verdict == RemediationVerdict.DidNotHelp)
            {
                yield return Found(FindingRole.Hindered, FindingKind.RepairFailed, repair.Repair);
            }
        }

        if (incident is { State: IncidentState.Resolved, ResolvedBy: null } && repairs.Count == 0 && incident.AcknowledgedAt is null)
        {
            yield return Found(FindingRole.Lucky, FindingKind.EndedByItself);
        }
    }

    private static IEnumerable<ReviewFinding> OfCauses(
        IncidentRecord incident,
        ImpactEstimate? impact,
        IReadOnlyList<RankedChange> changes,
        IReadOnlyList<IncidentRecord> earlier)
    {
        if (changes is [{ Change: { } change, Probability: >= Likely } likeliest, ..])
        {
            yield return Found(
                FindingRole.Contributed, FindingKind.LikelyChange, change.Text, Share(likeliest.Probability));
        }

        if (impact is { UsualOffered: { } usual })
        {
            if (impact.Seen.Offered > usual.High)
            {
                yield return Found(
                    FindingRole.Contributed, FindingKind.UnusualLoad,
                    Whole(impact.Seen.Offered), Whole(usual.High), Whole(impact.Weeks));
            }

            var halves = Math.Max(1, (impact.To - impact.From) / Contacts.Numbers.HalfHours.Length);
            var busiest = impact.Around.Max(static half => half.Seen?.Offered ?? 0);
            if (busiest > 0 && usual.Value / halves < busiest / 2.0)
            {
                yield return Found(FindingRole.Lucky, FindingKind.QuietTime, Whole(usual.Value / halves), Whole(busiest));
            }
        }

        var again = earlier.Where(one => one.Id != incident.Id && one.DetectedAt < incident.DetectedAt
            && (one.Group, one.Resource, one.Location, one.Symptom)
                == (incident.Group, incident.Resource, incident.Location, incident.Symptom))
            .DistinctBy(static one => one.Id).ToArray();
        if (again.Length > 0)
        {
            yield return Found(
                FindingRole.Contributed, FindingKind.Recurring, Whole(again.Length),
                again.Max(static one => one.DetectedAt).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static ReviewFinding Found(FindingRole role, FindingKind kind, params string[] values) => new(role, kind, [.. values]);

    private static string Minutes(TimeSpan? time) =>
        time is { } known ? known.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture) : "";

    private static string Seconds(TimeSpan? time) =>
        time is { } known ? known.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) : "";

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Share(double value) => (value * 100).ToString("0", CultureInfo.InvariantCulture);
}
