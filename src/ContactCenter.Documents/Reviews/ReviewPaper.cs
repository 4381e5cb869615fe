using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reviews;

/// <summary>A review as a document: what the machine can say and what people have written, in one order.</summary>
public static class ReviewPaper
{
    /// <summary>Writes it.</summary>
    /// <param name="review">What the machine can say.</param>
    /// <param name="written">What people have written; null: nothing yet.</param>
    /// <param name="reader">Language and zone.</param>
    /// <param name="today">Today, for what is overdue.</param>
    public static Paper Of(Review review, ReviewVersion? written, PaperReader reader, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(reader);
        Spoken.Speak(reader.Language);
        var incident = review.Incident;
        var words = written?.Words ?? new ReviewWords();
        return new Paper(
            Say.ReviewTitle(PaperWords.Said(incident.Subject), PaperWords.Said(incident.Symptom), incident.Id),
            Spoken.Now.Language,
            [
                new TextBlock(State(written)),
                .. Summary(review, words, reader.Zone),
                .. Missing(review),
                .. ReviewImpact.Of(review, reader.Zone),
                .. ReviewCourse.Severity(review, reader.Zone),
                .. ReviewCourse.Times(review, reader.Zone),
                .. ReviewCauses.Changes(review, words, reader.Zone),
                .. ReviewCauses.Repairs(review, reader.Zone),
                .. ReviewCauses.Similar(review, reader.Zone),
                .. Factors(review, words),
                .. Found(Say.SectionWell, review, FindingRole.Well, words.Well),
                .. Found(Say.SectionLucky, review, FindingRole.Lucky, words.Lucky),
                .. Found(Say.SectionHindered, review, FindingRole.Hindered, null),
                .. Told(Say.SectionSurprise, words.Surprise),
                .. Told(Say.SectionWhys, words.Whys),
                .. Actions(review, words, today),
                .. Linted(words),
                .. ReviewCourse.Timeline(review, reader.Zone),
                new TextBlock(Say.TimesAreOf(reader.Zone.Id)),
            ]);
    }

    private static string State(ReviewVersion? written) => written switch
    {
        { State: ReviewState.Done, Author: { } author } => Say.ReviewStateDone($"{written.Version}", author),
        { Author: { } author } => Say.ReviewStateInReview($"{written.Version}", author),
        _ => Say.ReviewStateDraft,
    };

    /// <summary>Three sentences: what was, what it cost, and by what; a person's own stands before them.</summary>
    private static IEnumerable<PaperBlock> Summary(Review review, ReviewWords words, TimeZoneInfo zone)
    {
        var incident = review.Incident;
        var (severity, subject, symptom) = (
            PaperWords.Of(incident.Severity), PaperWords.Said(incident.Subject), PaperWords.Said(incident.Symptom));
        var begin = PaperWords.Time(incident.BeganAt, zone);
        var what = incident.ResolvedAt is { } end
            ? Say.SummaryWhat(severity, subject, symptom, begin, PaperWords.Length(end - incident.BeganAt))
            : Say.SummaryWhatOpen(severity, subject, symptom, begin);
        var cost = review.Impact switch
        {
            { ExtraAbandoned: { } abandoned, ExtraWaitMinutes: { } minutes } impact => Say.SummaryImpact(
                PaperWords.Whole(Math.Max(0, abandoned.Value)), PaperWords.Whole(Math.Max(0, minutes.Value)), $"{impact.Weeks}"),
            { } impact => Say.SummaryImpactSeen(PaperWords.Whole(impact.Seen.Abandoned), PaperWords.Whole(impact.Seen.Offered)),
            null => Say.SummaryImpactUnknown,
        };
        var cause = review.Findings.FirstOrDefault(static finding => finding.Kind == FindingKind.LikelyChange) is { } change
            ? Say.SummaryCause(change.Values[1], PaperWords.Said(change.Values[0]))
            : Say.SummaryCauseNone;
        yield return new HeadingBlock(Say.SectionSummary);
        if (words.Summary is { Length: > 0 } own)
        {
            yield return new TextBlock(own, IsLead: true);
        }

        yield return new TextBlock($"{what} {cost} {cause}", IsLead: words.Summary is not { Length: > 0 });
    }

    private static IEnumerable<PaperBlock> Missing(Review review) => review.Gaps.IsEmpty
        ? []
        :
        [
            new HeadingBlock(Say.SectionMissing),
            new ListBlock([.. review.Gaps.Select(static gap => gap switch
            {
                ReviewGap.NoNumbers => Say.GapNoNumbers,
                ReviewGap.TooFewWeeks => Say.GapTooFewWeeks,
                ReviewGap.HalfHoursMissing => Say.GapHalfHours,
                ReviewGap.NoChanges => Say.GapNoChanges,
                _ => Say.GapNotOver,
            })]),
        ];

    private static IEnumerable<PaperBlock> Factors(Review review, ReviewWords words)
    {
        string[] all =
        [
            .. review.Findings.Where(static finding => finding.Role == FindingRole.Contributed).Select(FindingWords.Of),
            .. words.Factors.Select(static factor => Say.FactorWritten(factor.Text, factor.By switch
            {
                KnownBy.Metric => Say.KnownMetric,
                KnownBy.Log => Say.KnownLog,
                KnownBy.Person => Say.KnownPerson,
                _ => Say.KnownGuess,
            })),
        ];
        return
        [
            new HeadingBlock(Say.SectionFactors),
            new TextBlock(Say.FactorsIntro),
            all.Length > 0 ? new ListBlock(all) : new TextBlock(Say.FactorsNone),
        ];
    }

    private static IEnumerable<PaperBlock> Found(string heading, Review review, FindingRole role, string? own)
    {
        string[] all =
        [
            .. review.Findings.Where(finding => finding.Role == role).Select(FindingWords.Of),
            .. own is { Length: > 0 } ? [own] : Array.Empty<string>(),
        ];
        return [new HeadingBlock(heading), all.Length > 0 ? new ListBlock(all) : new TextBlock(Say.NothingFound)];
    }

    private static IEnumerable<PaperBlock> Told(string heading, string? own) =>
        own is { Length: > 0 } ? [new HeadingBlock(heading), new TextBlock(own)] : [];

    private static IEnumerable<PaperBlock> Actions(Review review, ReviewWords words, DateOnly today)
    {
        yield return new HeadingBlock(Say.SectionActions);
        if (words.Actions.IsEmpty)
        {
            yield return new TextBlock(Say.ActionsNone);
        }
        else
        {
            yield return new TableBlock(
                Say.ActionsCaption,
                [Say.ColumnAction, Say.ColumnType, Say.ColumnOwner, Say.ColumnDue, Say.ColumnVerified, Say.ColumnState],
                [
                    .. words.Actions.Select(action => (IReadOnlyList<string>)
                    [
                        action.Text,
                        FindingWords.Of(action.Type),
                        action.Owner ?? Say.None,
                        action.Due is { } due ? PaperWords.Day(due) : Say.None,
                        action.Verification ?? Say.None,
                        action switch
                        {
                            { State: ActionState.Done } => Say.ActionDone,
                            { State: ActionState.Dropped } => Say.ActionDropped(action.Reason ?? Say.None),
                            _ => action.IsOverdue(today) ? Say.ActionOverdue : Say.ActionOpen,
                        },
                    ]),
                ]);
        }

        if (!review.Proposals.IsEmpty)
        {
            yield return new TextBlock(Say.ProposalsIntro(PaperWords.Day(review.ActionsDue)));
            yield return new ListBlock(
            [
                .. review.Proposals.Select(static one => Say.Proposal(FindingWords.Of(one.Type), FindingWords.Of(one.Because), one.Owner)),
            ]);
        }
    }

    private static IEnumerable<PaperBlock> Linted(ReviewWords words)
    {
        var found = BlamingWords.In(words.Texts());
        return found.IsEmpty
            ? []
            :
            [
                new HeadingBlock(Say.SectionWords),
                new TextBlock(Say.WordsIntro),
                new ListBlock([.. found.Select(static word =>
                    word.IsCounterfactual ? Say.WordCounterfactual(word.Word) : Say.WordBlame(word.Word))]),
            ];
    }
}
