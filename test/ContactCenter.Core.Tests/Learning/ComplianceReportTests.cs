using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Compliance;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>The page for an auditor: what is recorded is answered, what is not is said, and nothing follows from silence.</summary>
public sealed class ComplianceReportTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly ReportPeriod March = ReportPeriod.Month(new DateOnly(2026, 3, 1), Zone);
    private static readonly DateTimeOffset Now = March.To.AddDays(1);
    private static readonly ContactCenterConfiguration Center = GeneratedYear.Center;

    [Fact]
    public void Every_question_is_answered_once_and_in_order() => Assert.Equal(
        Enum.GetValues<ComplianceQuestion>(), Of(Sources()).Findings.Select(static finding => finding.Question));

    [Theory]
    [InlineData("the CRM is down", ComplianceAnswer.Yes, 2)]
    [InlineData(" ", ComplianceAnswer.No, 1)]
    public void Changes_of_the_month_are_signed_when_each_has_a_reason(string reason, ComplianceAnswer answer, int withReason)
    {
        var report = Of(Sources() with
        {
            Acts = [Act(March.From.AddDays(3), reason), Act(March.From, "season"), Act(March.To, ""), Act(March.From.AddHours(-1), "")],
        });

        Assert.Equal((answer, (Share?)new Share(withReason, 2)), Answer(report, ComplianceQuestion.ChangesAreSigned));
        Assert.Equal(["season", reason], report.Changes.Select(static change => change.Reason));
    }

    [Theory]
    [InlineData(NoticeOutcome.Accepted, 7, ComplianceAnswer.Yes)]
    [InlineData(NoticeOutcome.Accepted, 9, ComplianceAnswer.No)]
    [InlineData(NoticeOutcome.Refused, 1, ComplianceAnswer.No)]
    [InlineData(NoticeOutcome.Unproven, 1, ComplianceAnswer.No)]
    public void People_are_reached_when_every_endpoint_has_taken_a_test_of_the_last_week(
        NoticeOutcome outcome, int days, ComplianceAnswer answer)
    {
        var report = Of(Sources(endpoint => new Receipt(
            endpoint.Audience, null, endpoint.Endpoint.Channel, endpoint.Endpoint.To, Now.AddDays(-days), outcome, "", null, null)));

        Assert.Equal(answer, Answer(report, ComplianceQuestion.PeopleAreReached).Answer);
        Assert.Equal(answer == ComplianceAnswer.Yes ? 0 : 3, report.Unreached.Length);
    }

    [Fact]
    public void Whoever_was_never_tested_is_not_reached()
    {
        var report = Of(Sources(static _ => null));

        Assert.Equal((ComplianceAnswer.No, (Share?)new Share(0, 3)), Answer(report, ComplianceQuestion.PeopleAreReached));
        Assert.All(report.Unreached, static one => Assert.Null(one.TestedAt));
    }

    [Fact]
    public void Of_a_month_that_ended_earlier_the_tests_of_now_prove_nothing()
    {
        var later = March.To + ComplianceReport.MaximumTestAge + TimeSpan.FromHours(1);

        var report = ComplianceReport.Of(March, Sources(static _ => null), later);

        Assert.Equal((ComplianceAnswer.LookElsewhere, null), Answer(report, ComplianceQuestion.PeopleAreReached));
        Assert.Empty(report.Unreached);
    }

    [Theory]
    [InlineData(-91, ComplianceAnswer.Yes)]
    [InlineData(-93, ComplianceAnswer.No)]
    [InlineData(1, ComplianceAnswer.No)]
    public void People_have_practised_when_an_exercise_was_held_in_the_quarter(int days, ComplianceAnswer answer) => Assert.Equal(
        answer,
        Answer(Of(Sources() with { Exercises = [Held(March.To.AddDays(days))] }), ComplianceQuestion.PeopleHavePractised).Answer);

    [Fact]
    public void Promises_are_those_of_the_grave_incidents_of_the_month()
    {
        var year = new GeneratedYear(7);
        var grave = year.Incidents.Where(static one => March.Has(one.DetectedAt) && one is { Severity: Severity.P1 or Severity.P2 });
        var outcomes = grave.SelectMany(static one => new[] { one.Acknowledged, one.Resolved }).ToArray();

        Assert.Equal(
            (ComplianceAnswer.No, (Share?)new Share(
                outcomes.Count(static one => one == PromiseOutcome.Kept), outcomes.Count(static one => one != PromiseOutcome.Open))),
            Answer(Of(Sources() with { Incidents = year.Incidents }), ComplianceQuestion.PromisesAreKept));
    }

    [Theory]
    [InlineData(ComplianceQuestion.TrailIsIntact)]
    [InlineData(ComplianceQuestion.ReadingIsKnown)]
    [InlineData(ComplianceQuestion.AccessIsReviewed)]
    public void What_this_system_does_not_record_is_never_answered(ComplianceQuestion question) =>
        Assert.Equal((ComplianceAnswer.LookElsewhere, (Share?)null), Answer(Of(Sources()), question));

    [Fact]
    public void Another_trail_than_that_of_the_deployment_is_for_whoever_has_it()
    {
        var without = Of(Sources() with { Configuration = Center with { Audit = new AuditSettings { Trail = false } } });

        Assert.Equal(ComplianceAnswer.Yes, Answer(Of(Sources()), ComplianceQuestion.TrailIsLocked).Answer);
        Assert.Equal(ComplianceAnswer.LookElsewhere, Answer(without, ComplianceQuestion.TrailIsLocked).Answer);
        Assert.DoesNotContain(without.Retention, static kept => kept.What == "audit.retentionDays");
    }

    private static ComplianceReport Of(ComplianceSources sources) => ComplianceReport.Of(March, sources, Now);

    private static (ComplianceAnswer Answer, Share? Counts) Answer(ComplianceReport report, ComplianceQuestion question)
    {
        var finding = Assert.Single(report.Findings, finding => finding.Question == question);
        return (finding.Answer, finding.Counts);
    }

    private static ComplianceSources Sources(Func<TestedEndpoint, Receipt?>? last = null) => new()
    {
        Configuration = Center,
        Receipts = last is null ? [] : [.. TestedEndpoint.All(Center, null).Select(endpoint => (endpoint, last(endpoint)))],
    };

    private static SettingAct Act(DateTimeOffset at, string reason) => new()
    {
        Id = $"{at.ToUnixTimeMilliseconds()}-mutes-1",
        At = at,
        Author = "ada",
        Reason = reason,
        Kind = SettingKind.Mutes,
        Verb = SettingVerb.Made,
    };

    private static Exercise Held(DateTimeOffset at) => new()
    {
        Id = "20260330-090312",
        Scenario = new Scenario
        {
            Name = "table-throttled",
            Kind = "table",
            Title = ImmutableSortedDictionary<string, string>.Empty,
            Events = [],
        },
        StartedBy = "ada",
        StartedAt = at,
        EndsAt = at.AddHours(1),
        Events = [],
        IncidentId = "I-1",
        Outcome = new ExerciseOutcome(default, "", at.AddHours(1)),
    };
}
