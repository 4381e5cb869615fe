using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reviews;

/// <summary>How an incident went.</summary>
internal static class ReviewCourse
{
    /// <summary>The path of its severity.</summary>
    public static IEnumerable<PaperBlock> Severity(Review review, TimeZoneInfo zone) =>
    [
        new HeadingBlock(Say.SectionSeverity),
        new ListBlock([.. review.Incident.Reasons.Select(PaperWords.Said)]),
        new TableBlock(
            Say.SeverityCaption,
            [Say.ColumnTime, Say.ColumnSeverity, Say.ColumnWhy],
            [
                .. review.Incident.Path.Select(step => (IReadOnlyList<string>)
                    [PaperWords.Time(step.At, zone), PaperWords.Of(step.Severity), PaperWords.Said(step.Why)]),
            ]),
    ];

    /// <summary>How long things took, and who was told.</summary>
    public static IEnumerable<PaperBlock> Times(Review review, TimeZoneInfo zone) =>
    [
        new HeadingBlock(Say.SectionTimes),
        new TableBlock(
            Say.TimesCaption,
            [Say.ColumnStep, Say.ColumnTook, Say.ColumnPromised, Say.ColumnKept],
            [
                .. review.Times.Select(static time => (IReadOnlyList<string>)
                [
                    Of(time.Step),
                    PaperWords.Length(time.Took),
                    PaperWords.Length(time.Promised),
                    time.IsKept switch { true => Say.Yes, false => Say.No, null => "\u2013" },
                ]),
            ]),
        .. review.Told.IsEmpty
            ? Array.Empty<PaperBlock>()
            :
            [
                new TableBlock(
                    Say.ToldCaption,
                    [Say.ColumnAudience, Say.ColumnChannel, Say.ColumnFirst, Say.ColumnGivenUp],
                    [
                        .. review.Told.Select(one => (IReadOnlyList<string>)
                        [
                            one.Audience,
                            PaperWords.Of(one.Channel),
                            one.FirstAt is { } at ? PaperWords.Time(at, zone) : Say.None,
                            PaperWords.Whole(one.GivenUp),
                        ]),
                    ])
                {
                    NumbersFrom = 3,
                },
            ],
    ];

    /// <summary>What happened, in order.</summary>
    public static IEnumerable<PaperBlock> Timeline(Review review, TimeZoneInfo zone) =>
    [
        new HeadingBlock(Say.SectionTimeline),
        .. review.EarlierEvents > 0
            ? [new TextBlock(Say.TimelineEarlier(PaperWords.Whole(review.EarlierEvents)))]
            : Array.Empty<PaperBlock>(),
        new TableBlock(
            Say.SectionTimeline,
            [Say.ColumnTime, Say.ColumnHappened],
            [
                .. review.Timeline.Select(happened => (IReadOnlyList<string>)
                    [PaperWords.Time(happened.At, zone), PaperWords.Said(happened.Text)]),
            ]),
    ];

    private static string Of(ReviewStep step) => step switch
    {
        ReviewStep.Detected => Say.StepDetected,
        ReviewStep.Told => Say.StepTold,
        ReviewStep.Acknowledged => Say.StepAcknowledged,
        ReviewStep.Mitigated => Say.StepMitigated,
        _ => Say.StepResolved,
    };
}
