using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;
using ContactCenter.Plots;

namespace ContactCenter.Documents.Reports;

/// <summary>What a report says of queues.</summary>
internal static class ReportQueues
{
    /// <summary>Within a step of so many seconds a number is told in place of its ends: it is off by less than anybody notices.</summary>
    private const int MaximumStep = 10;

    /// <summary>A channel in words.</summary>
    public static string Of(ContactChannel channel) => channel switch
    {
        ContactChannel.Voice => Say.ChannelVoice,
        ContactChannel.Chat => Say.ChannelChat,
        ContactChannel.Task => Say.ChannelTask,
        _ => Say.ChannelEmail,
    };

    /// <summary>The sections.</summary>
    public static IEnumerable<PaperBlock> Of(PeriodReport report, TimeZoneInfo zone) => report.Queues.IsEmpty
        ? [new HeadingBlock(Say.SectionLevel), new TextBlock(Say.SummaryNoContacts)]
        :
        [
            new HeadingBlock(Say.SectionLevel),
            new TextBlock(Say.LevelHow(ReportPaper.FormulaOf(report.Formula))),
            Level(report),
            Bars(report),
            new TextBlock(Say.LevelOthers),
            Formulas(report),
            new HeadingBlock(Say.SectionVolumes),
            Days(report, zone),
            DayTable(report),
            new HeadingBlock(Say.SectionWaiting),
            new TextBlock(Say.WaitingHow),
            Waiting(report),
            .. Waits(report),
        ];

    private static TableBlock Level(PeriodReport report) => new(
        Say.SectionLevel,
        [
            Say.ColumnQueue, Say.ColumnChannel, Say.ColumnLevel, Say.ColumnMet, Say.ColumnTarget, Say.ColumnBudget, Say.ColumnBurn,
            Say.ColumnBeforeLevel,
        ],
        [
            .. report.Queues.Select(queue =>
            {
                var level = queue.Totals.By(report.Formula);
                var (allowed, missed) = ((1 - queue.Target) * level.Of, level.Of - level.Met);
                return (IReadOnlyList<string>)
                [
                    queue.Queue,
                    Of(queue.Channel),
                    ReportPaper.Percent(level),
                    $"{PaperWords.Whole(level.Met)}/{PaperWords.Whole(level.Of)}",
                    PaperWords.Percent(queue.Target),
                    PaperWords.Whole(allowed - missed),
                    queue.Burn(report.Formula) is { } burn ? PaperWords.Tenth(burn) : "\u2013",
                    ReportPaper.Percent(queue.Before.By(report.Formula)),
                ];
            }),
        ])
    {
        NumbersFrom = 2,
    };

    private static PlotBlock Bars(PeriodReport report)
    {
        QueueSection[] shown = [.. report.Queues.Where(queue => queue.Totals.By(report.Formula).Of > 0).Take(20)];
        return new PlotBlock(
            new BarPlot(
                new PlotFrame(
                    "report-level", Say.PlotLevelTitle,
                    string.Join("; ", shown.Select(queue =>
                        $"{queue.Queue} {Of(queue.Channel)}: {ReportPaper.Percent(queue.Totals.By(report.Formula))}")))
                {
                    Words = PaperWords.OfPlots,
                },
                "%",
                [
                    .. shown.Select(queue => new PlotBar(
                        $"{queue.Queue}, {Of(queue.Channel)}",
                        Math.Round(queue.Totals.By(report.Formula).Value!.Value * 100, 1),
                        queue.Burn(report.Formula) > 1)),
                ])
            {
                Maximum = 100,
            }.ToSvg(),
            Say.PlotLevelCaption);
    }

    private static TableBlock Formulas(PeriodReport report) => new(
        Say.CaptionFormulas,
        [Say.ColumnFormula, Say.ColumnLevel, Say.ColumnMet],
        [
            .. ServiceLevels.All.Select(formula =>
            {
                var level = report.Totals.By(formula);
                return (IReadOnlyList<string>)
                [
                    ReportPaper.FormulaOf(formula),
                    ReportPaper.Percent(level),
                    $"{PaperWords.Whole(level.Met)}/{PaperWords.Whole(level.Of)}",
                ];
            }),
        ])
    {
        NumbersFrom = 1,
    };

    private static PlotBlock Days(PeriodReport report, TimeZoneInfo zone)
    {
        PlotPoint[] Points(Func<QueueTotals, long> of) =>
            [.. report.Days.Select(day => new PlotPoint(Noon(day.Day, zone), of(day.Totals)))];
        var busiest = report.Days.MaxBy(static day => day.Totals.Offered)!;
        return new PlotBlock(
            new LinePlot(
                new PlotFrame(
                    "report-days", Say.PlotDaysTitle,
                    Say.PlotDaysDescription(PaperWords.Day(busiest.Day), PaperWords.Whole(busiest.Totals.Offered)))
                {
                    Words = PaperWords.OfPlots,
                },
                Say.PlotDaysUnit,
                zone,
                [
                    new PlotSeries(Say.PlotOffered, Points(static day => day.Offered)),
                    new PlotSeries(Say.PlotAnswered, Points(static day => day.Answered)),
                    new PlotSeries(Say.PlotGivenUp, Points(static day => day.Abandoned)),
                ])
            {
                IsWhole = true,
                From = Noon(report.FirstDay, zone),
                To = Noon(report.LastDay, zone),
            }.ToSvg(),
            Say.PlotDaysCaption);
    }

    /// <summary>Where a day stands on the axis of time.</summary>
    internal static DateTimeOffset Noon(DateOnly day, TimeZoneInfo zone)
    {
        var wall = day.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall));
    }

    private static TableBlock DayTable(PeriodReport report) => new(
        Say.PlotDaysTitle,
        [Say.ColumnDay, Say.PlotOffered, Say.PlotAnswered, Say.PlotGivenUp, Say.ColumnLevel],
        [
            .. report.Days.Select(day => (IReadOnlyList<string>)
            [
                PaperWords.Day(day.Day),
                PaperWords.Whole(day.Totals.Offered),
                PaperWords.Whole(day.Totals.Answered),
                PaperWords.Whole(day.Totals.Abandoned),
                ReportPaper.Percent(day.Totals.By(report.Formula)),
            ]),
        ])
    {
        NumbersFrom = 1,
    };

    private static TableBlock Waiting(PeriodReport report) => new(
        Say.SectionWaiting,
        [
            Say.ColumnQueue, Say.ColumnChannel, Say.ColumnMeanWait, Say.ColumnPatience, Say.RowLongest, Say.CardAbandoned,
            Say.ColumnHandling, Say.ColumnTransfers, Say.ColumnMissed,
        ],
        [
            .. report.Queues.Select(static queue => (IReadOnlyList<string>)
            [
                queue.Queue,
                Of(queue.Channel),
                Seconds(queue.Totals.MeanWait),
                Seconds(queue.Totals.MeanPatience),
                PaperWords.Tenth(queue.Totals.LongestWait / 60.0),
                ReportPaper.Percent(queue.Totals.AbandonedShare),
                Seconds(queue.Totals.MeanHandling),
                PaperWords.Whole(queue.Totals.Transferred),
                PaperWords.Whole(queue.Totals.Missed),
            ]),
        ])
    {
        NumbersFrom = 2,
    };

    /// <summary>Percentiles, where anything of them is known; what is not is told with what is missing.</summary>
    private static PaperBlock[] Waits(PeriodReport report) => report.Waits.IsEmpty
        ? []
        :
        [
            new TextBlock(Say.WaitsHow),
            new TableBlock(
                Say.CaptionWaits,
                [
                    Say.ColumnQueue, Say.ColumnChannel, Say.PlotAnswered, Say.ColumnAnsweredMedian, Say.ColumnAnsweredNinetieth,
                    Say.PlotGivenUp, Say.ColumnGivenUpMedian, Say.ColumnGivenUpNinetieth,
                ],
                [
                    .. report.Waits.Select(static one => (IReadOnlyList<string>)
                    [
                        one.Queue,
                        Of(one.Channel),
                        PaperWords.Whole(one.Answered.All),
                        Quantile(one.Answered.Median),
                        Quantile(one.Answered.Ninetieth),
                        PaperWords.Whole(one.Abandoned.All),
                        Quantile(one.Abandoned.Median),
                        Quantile(one.Abandoned.Ninetieth),
                    ]),
                ])
            {
                NumbersFrom = 2,
            },
        ];

    /// <summary>A percentile as well as it is known: a number where its step is narrow, between what it lies where it is wide.</summary>
    private static string Quantile(WaitQuantile? quantile) => quantile switch
    {
        null => "\u2013",
        { To: null } over => Say.WaitOver(PaperWords.Whole(over.From)),
        { Seconds: { } seconds } one when one.To - one.From <= MaximumStep => Say.LengthSeconds(PaperWords.Whole(Math.Round(seconds))),
        var wide => Say.WaitBetween(PaperWords.Whole(wide.Value.From), PaperWords.Whole(wide.Value.To!.Value)),
    };

    /// <summary>A mean time; a dash where it is of nothing.</summary>
    internal static string Seconds(double? value) => value is { } known ? Say.LengthSeconds(PaperWords.Whole(known)) : "\u2013";
}
