using System.Globalization;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reviews;

/// <summary>What may have caused an incident, what was done against it, and what is like it.</summary>
internal static class ReviewCauses
{
    /// <summary>The ranking of changes, with its three reasons each.</summary>
    public static IEnumerable<PaperBlock> Changes(Review review, ReviewWords words, TimeZoneInfo zone)
    {
        yield return new HeadingBlock(Say.SectionChanges);
        if (review.Gaps.Contains(ReviewGap.NoChanges))
        {
            // a certainty of nothing would be a number that nothing stands behind
            yield return new TextBlock(Say.GapNoChanges);
        }
        else
        {
            yield return new TextBlock(Say.ChangesHow);
            yield return new ListBlock([.. review.Changes.Select(Ranked)]);
        }

        if (review.UnlikelyChanges > 0)
        {
            yield return new TextBlock(Say.ChangesUnlikely(PaperWords.Whole(review.UnlikelyChanges)));
        }

        if (words.Cause is { Length: > 0 } cause)
        {
            yield return new TextBlock(Say.CausePeople(
                cause == ReviewWords.NoChange ? Say.CauseNoChange
                : review.Changes.FirstOrDefault(one => one.Change?.Id == cause)?.Change is { } change
                    ? $"{PaperWords.Time(change.At, zone)}, {PaperWords.Said(change.Text)}"
                    : cause));
        }
    }

    /// <summary>Repairs, and whether they helped.</summary>
    public static IEnumerable<PaperBlock> Repairs(Review review, TimeZoneInfo zone) =>
    [
        new HeadingBlock(Say.SectionRepairs),
        review.Repairs.IsEmpty
            ? new TextBlock(Say.RepairsNone)
            : new ListBlock([.. review.Repairs.Select(repair => Judged(repair, zone))]),
    ];

    /// <summary>Incidents that are like it.</summary>
    public static IEnumerable<PaperBlock> Similar(Review review, TimeZoneInfo zone) =>
    [
        new HeadingBlock(Say.SectionSimilar),
        review.Similar.IsEmpty
            ? new TextBlock(Say.SimilarNone)
            : new TableBlock(
                Say.SimilarCaption,
                [Say.ColumnIncident, Say.ColumnTime, Say.ColumnSeverity, Say.ColumnTook, Say.ColumnLike, Say.ColumnEnded],
                [
                    .. review.Similar.Select(one => (IReadOnlyList<string>)
                    [
                        $"{one.Incident.Id}: {PaperWords.Said(one.Incident.Subject)}, {PaperWords.Said(one.Incident.Symptom)}",
                        PaperWords.Time(one.Incident.BeganAt, zone),
                        $"{one.Incident.Severity}",
                        PaperWords.Length(one.Incident.ResolvedAt - one.Incident.BeganAt),
                        Like(one),
                        Ended(one),
                    ]),
                ]),
    ];

    private static string Like(SimilarIncident one) => string.Join(", ", new[]
    {
        one.IsSameResource ? Say.LikeResource : null,
        one.IsSameSymptom ? Say.LikeSymptom : null,
        one.SharedAlarms > 0 ? Say.LikeAlarms(PaperWords.Whole(one.SharedAlarms)) : null,
    }.OfType<string>());

    private static string Ended(SimilarIncident one) => one.Incident switch
    {
        { ResolvedBy: { } by, Note: { } note } => $"{by}: {note}",
        { ResolvedBy: { } by } => by,
        { Repairs: [.. _, { Helped: true } repair] } => repair.Repair,
        { ResolvedAt: null } => Say.None,
        _ => Say.EndedItself,
    };

    private static string Ranked(RankedChange one)
    {
        var percent = PaperWords.Whole(one.Probability * 100);
        return one.Change is not { } change
            ? Say.ChangeNone(percent)
            : Say.ChangeSome(
                percent,
                PaperWords.Said(change.Text),
                one.Before < TimeSpan.Zero ? Say.ChangeAfter : Say.ChangeBefore(PaperWords.Length(one.Before)),
                one.Match switch
                {
                    ChangeMatch.Resource => Say.MatchResource,
                    ChangeMatch.Service => Say.MatchService,
                    _ => Say.MatchElsewhere,
                },
                PaperWords.Tenth(one.PerDay));
    }

    private static string Judged(RemediationEffect repair, TimeZoneInfo zone)
    {
        var basis = repair.Basis switch
        {
            RemediationBasis.Throttling => Say.BasisThrottling(PaperWords.Whole(repair.Before ?? 0), PaperWords.Whole(repair.After ?? 0)),
            RemediationBasis.Saved => Say.BasisSaved(PaperWords.Whole(repair.After ?? 0)),
            RemediationBasis.Report => Say.BasisReport,
            RemediationBasis.Waiting when repair.Difference is { } difference => Say.BasisWaiting(
                PaperWords.Whole(repair.Before ?? 0), PaperWords.Whole(repair.After ?? 0), Weeks(repair),
                difference.ToString("+#,##0;-#,##0;0", CultureInfo.InvariantCulture)),
            RemediationBasis.Waiting => Say.BasisWaitingFew(
                PaperWords.Whole(repair.Before ?? 0), PaperWords.Whole(repair.After ?? 0), Weeks(repair)),
            _ => Say.BasisNothing,
        };
        var time = PaperWords.Time(repair.AskedAt, zone);
        return repair.Verdict switch
        {
            RemediationVerdict.Helped => Say.RepairHelped(repair.Repair, time, basis),
            RemediationVerdict.DidNotHelp => Say.RepairDidNot(repair.Repair, time, basis),
            _ => Say.RepairCannotTell(repair.Repair, time, basis),
        };
    }

    private static string Weeks(RemediationEffect repair) => PaperWords.Whole(repair.Weeks);
}
