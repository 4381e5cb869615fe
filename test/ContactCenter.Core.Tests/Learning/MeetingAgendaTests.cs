using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>What a meeting talks about, found again in a generated year.</summary>
public sealed class MeetingAgendaTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly ReportPeriod March = ReportPeriod.Month(new DateOnly(2026, 3, 1), Zone);
    private static readonly GeneratedYear Year = new(7);
    private static readonly ReportSources Sources = Year.Sources() with { Queues = [] };
    private static readonly MeetingAgenda Agenda = Of(Sources);

    [Fact]
    public void Reviews_that_are_not_done_stand_by_how_bad_it_was_and_then_by_age()
    {
        var agenda = Of(Sources with
        {
            Reviews =
            [
                Review("I-3", Severity.P2, ReviewState.Draft, 3), Review("I-2", Severity.P1, ReviewState.InReview, 9),
                Review("I-1", Severity.P1, ReviewState.Draft, 4), Review("I-0", Severity.P1, ReviewState.Done, 1),
            ],
        });

        Assert.Equal(
            [("I-1", new DateOnly(2026, 3, 4)), ("I-2", new DateOnly(2026, 3, 9)), ("I-3", new DateOnly(2026, 3, 3))],
            agenda.Reviews.Select(static review => (review.IncidentId, review.Day)));
    }

    [Fact]
    public void Only_what_is_overdue_is_talked_about() =>
        Assert.Equal(["Raise the limit."], Agenda.Overdue.Select(static one => one.Action.Text));

    [Fact]
    public void Near_misses_are_grave_real_and_within_a_fifth_of_their_promise()
    {
        var grave = Year.Incidents.Where(static one => March.Has(one.DetectedAt)
            && one is { Severity: Severity.P1 or Severity.P2, Verdict: null or VerdictKind.Real });
        var sla = GeneratedYear.Center.Sla;
        bool IsLate(IncidentRecord one)
        {
            var promise = one.Severity == Severity.P1 ? sla.P1 : sla.P2;
            return (one.Acknowledged == PromiseOutcome.Kept
                    && (one.AcknowledgedAt - one.BeganAt)?.TotalSeconds > 0.8 * promise.Acknowledge.TotalSeconds)
                || (one.Resolved == PromiseOutcome.Kept
                    && (one.ResolvedAt - one.BeganAt)?.TotalSeconds > 0.8 * promise.Resolve.TotalSeconds);
        }

        Assert.Equal(
            grave.Where(IsLate).OrderBy(static one => one.DetectedAt).Select(static one => one.Id),
            Agenda.NearMisses.Select(static miss => miss.IncidentId));
        Assert.NotEmpty(Agenda.NearMisses);
    }

    [Fact]
    public void A_repair_that_helped_before_anybody_did_anything_is_a_near_miss_too()
    {
        var alone = Year.Incidents.First(static one => one.ResolvedAt is not null) with
        {
            DetectedAt = March.From,
            Severity = Severity.P1,
            Verdict = null,
            Acts = [],
            Acknowledged = PromiseOutcome.Missed,
            Resolved = PromiseOutcome.Missed,
            Repairs = [new RemediationRecord("heal-capacity customers", March.From, "raised", Helped: true)],
        };

        var lease = new LeaseRecord
        {
            Remediation = "heal-capacity",
            Resource = "customers",
            GrantedAt = March.From,
            LookedAt = March.From.AddHours(1),
            Reason = "It was throttled.",
            MinutesSaved = 12,
        };

        var agenda = Of(Sources with
        {
            Incidents = [alone, alone with { Id = "I-noise", Verdict = VerdictKind.Noise }],
            Leases = [lease],
        });

        Assert.Equal(
            (alone.Id, NearMissKind.RepairedAlone), (Assert.Single(agenda.NearMisses).IncidentId, agenda.NearMisses[0].Kind));
    }

    [Fact]
    public void A_center_in_which_nothing_happened_has_nothing_to_talk_about() =>
        Assert.True(Of(new ReportSources { Configuration = GeneratedYear.Center }).IsEmpty);

    private static MeetingAgenda Of(ReportSources sources) =>
        PeriodReport.Of(March, sources, ServiceLevelFormula.AmazonConnect).Agenda;

    private static ReviewVersion Review(string incident, Severity severity, ReviewState state, int day) => new()
    {
        IncidentId = incident,
        Version = 1,
        At = March.From,
        State = state,
        Subject = "Queue Billing",
        Severity = severity,
        DetectedAt = March.From.AddDays(day - 1).AddHours(12),
    };
}
