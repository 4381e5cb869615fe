using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reports;

/// <summary>What a report says of incidents, of whom they reached, and of alarms.</summary>
internal static class ReportIncidents
{
    /// <summary>The sections.</summary>
    public static IEnumerable<PaperBlock> Of(PeriodReport report) =>
    [
        new HeadingBlock(Say.SectionIncidents),
        new TextBlock(Say.IncidentsHow),
        new TableBlock(
            Say.SectionIncidents,
            [
                Say.ColumnSeverity, Say.ColumnCount, Say.ColumnBefore, Say.ColumnAckMedian, Say.ColumnAckNinety, Say.ColumnAckKept,
                Say.ColumnResolveMedian, Say.ColumnResolveNinety, Say.ColumnResolveKept,
            ],
            [
                .. report.Severities.Select(static one => (IReadOnlyList<string>)
                [
                    PaperWords.Of(one.Severity),
                    PaperWords.Whole(one.Count),
                    PaperWords.Whole(one.Before),
                    PaperWords.Length(one.ToAcknowledge.Median),
                    PaperWords.Length(one.ToAcknowledge.Ninetieth),
                    Kept(one.Acknowledged),
                    PaperWords.Length(one.ToResolve.Median),
                    PaperWords.Length(one.ToResolve.Ninetieth),
                    Kept(one.Resolved),
                ]),
            ])
        {
            NumbersFrom = 1,
        },
        .. report.Owners.IsEmpty
            ? Array.Empty<PaperBlock>()
            :
            [
                new TableBlock(
                    Say.CaptionOwners,
                    [Say.ColumnOwner, Say.ColumnCount, Say.CardGrave],
                    [
                        .. report.Owners.Select(static one => (IReadOnlyList<string>)
                            [one.Owner, PaperWords.Whole(one.Count), PaperWords.Whole(one.Grave)]),
                    ])
                {
                    NumbersFrom = 1,
                },
            ],
        .. report.Paged.IsEmpty
            ? Array.Empty<PaperBlock>()
            :
            [
                new HeadingBlock(Say.SectionPaged),
                new TableBlock(
                    Say.SectionPaged,
                    [Say.ColumnAudience, Say.ColumnCount, Say.ColumnNight, Say.ColumnWeekend],
                    [
                        .. report.Paged.Select(static one => (IReadOnlyList<string>)
                        [
                            one.Audience, PaperWords.Whole(one.Incidents), PaperWords.Whole(one.AtNight), PaperWords.Whole(one.AtWeekend),
                        ]),
                    ])
                {
                    NumbersFrom = 1,
                },
            ],
        new HeadingBlock(Say.SectionAvailability),
        new TextBlock(report.Availability.IsEmpty ? Say.AvailabilityWhole : Say.AvailabilityHow),
        .. report.Availability.IsEmpty
            ? Array.Empty<PaperBlock>()
            :
            [
                new TableBlock(
                    Say.SectionAvailability,
                    [Say.ColumnPart, Say.ColumnAvailable, Say.ColumnDown],
                    [
                        .. report.Availability.Select(static one => (IReadOnlyList<string>)
                            [one.Part, PaperWords.Thousandth(one.Share), PaperWords.Length(one.Down)]),
                    ])
                {
                    NumbersFrom = 1,
                },
            ],
    ];

    /// <summary>The noisiest alarms.</summary>
    public static IEnumerable<PaperBlock> Alarms(PeriodReport report) =>
    [
        new HeadingBlock(Say.SectionAlarms),
        report.Alarms.IsEmpty
            ? new TextBlock(Say.NoAlarms)
            : new TableBlock(
                Say.SectionAlarms,
                [Say.ColumnAlarm, Say.ColumnFired, Say.ColumnChanges, Say.ColumnIncidents, Say.ColumnActed, Say.ColumnNoise],
                [
                    .. report.Alarms.Select(static alarm => (IReadOnlyList<string>)
                    [
                        alarm.Name,
                        PaperWords.Whole(alarm.Fired),
                        PaperWords.Whole(alarm.Changes),
                        PaperWords.Whole(alarm.Incidents),
                        PaperWords.Whole(alarm.Acted),
                        PaperWords.Whole(alarm.Noise),
                    ]),
                ])
            {
                NumbersFrom = 1,
            },
        .. report.Advice.IsEmpty
            ? report.Alarms.IsEmpty ? Array.Empty<PaperBlock>() : [new TextBlock(Say.NoAdvice)]
            : [new TextBlock(Say.AdviceHow), new ListBlock([.. report.Advice.Select(static advice => AdviceWords.Of(advice))])],
    ];

    private static string Kept(Share share) => share.Of == 0
        ? "\u2013" : Say.KeptOf(PaperWords.Whole(share.Met), PaperWords.Whole(share.Of));
}
