using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reports;

/// <summary>The report of a week or a month as a document: what everybody reads first, then every section with its numbers.</summary>
public static class ReportPaper
{
    private const string Unknown = "\u2013";

    /// <summary>Writes it.</summary>
    public static Paper Of(PeriodReport report, PaperReader reader)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reader);
        Spoken.Speak(reader.Language);
        return new Paper(
            TitleOf(report),
            Spoken.Now.Language,
            [
                new TextBlock(Summary(report), IsLead: true),
                new CardBlock([.. Cards(report)]),
                .. ReportAgenda.Of(report),
                .. ReportQueues.Of(report, reader.Zone),
                .. Promises(report),
                .. ReportForecast.Of(report, reader.Zone),
                .. ReportTrends.Of(report),
                .. ReportCustomers.Of(report.Customers),
                .. CommentPaper.SectionOf(report.Comments),
                .. ReportSelfService.Of(report.SelfService),
                .. Agents(report),
                .. ReportCoaching.Of(report.Coaching),
                .. ReportIncidents.Of(report),
                .. ReportIncidents.Alarms(report),
                .. Repairs(report),
                .. Actions(report),
                .. ReportPractised.Of(report.Practised, reader.Zone),
                .. Missing(report),
                new TextBlock(Say.TimesAreOf(reader.Zone.Id)),
            ]);
    }

    /// <summary>The first page as text, for a message.</summary>
    public static string SummaryOf(PeriodReport report, PaperReader reader)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reader);
        Spoken.Speak(reader.Language);
        return Summary(report) + "\n\n" + string.Join(
            '\n',
            Cards(report).Select(static card => card.Beside.Length > 0
                ? $"{card.Name}: {card.Value} ({card.Beside})" : $"{card.Name}: {card.Value}"))
            + "\n" + string.Concat(ReportTrends.Lines(report).Concat(ReportCoaching.Lines(report)).Select(static line => $"{line}\n"));
    }

    /// <summary>What a report is called, in the language that is spoken.</summary>
    internal static string TitleOf(PeriodReport report)
    {
        var (first, last) = (PaperWords.Day(report.FirstDay), PaperWords.Day(report.LastDay));
        return report.Kind == PeriodKind.Week ? Say.ReportTitleWeek(first, last) : Say.ReportTitleMonth(first, last);
    }

    /// <summary>How a service level is counted, in words.</summary>
    internal static string FormulaOf(ServiceLevelFormula formula) => formula switch
    {
        ServiceLevelFormula.AmazonConnect => Say.FormulaAmazonConnect,
        ServiceLevelFormula.AbandonedMet => Say.FormulaAbandonedMet,
        ServiceLevelFormula.AbandonedIgnored => Say.FormulaAbandonedIgnored,
        ServiceLevelFormula.AbandonedMissed => Say.FormulaAbandonedMissed,
        _ => Say.FormulaEarlyRemoved,
    };

    /// <summary>A share; a dash where it is of nothing.</summary>
    internal static string Percent(Share share) => share.Value is { } value ? PaperWords.Percent(value) : Unknown;

    private static string Summary(PeriodReport report)
    {
        var totals = report.Totals;
        var level = totals.By(report.Formula);
        var contacts = level.Value is null
            ? Say.SummaryNoContacts
            : Say.SummaryContacts(
                PaperWords.Whole(totals.Offered), Percent(level), PaperWords.Whole(totals.Abandoned), Percent(totals.AbandonedShare));
        var incidents = Say.SummaryIncidents(
            PaperWords.Whole(report.Severities.Sum(static severity => severity.Count)),
            PaperWords.Whole(report.Grave),
            PaperWords.Whole(report.AtNight));
        var worst = report.Queues.FirstOrDefault(queue => queue.Burn(report.Formula) > 1);
        return level.Value is null
            ? $"{contacts} {incidents}"
            : $"{contacts} {incidents} " + (worst is null
                ? Say.SummaryAllKept
                : Say.SummaryWorst(
                    worst.Queue, ReportQueues.Of(worst.Channel), Percent(worst.Totals.By(report.Formula)),
                    PaperWords.Percent(worst.Target)));
    }

    private static IEnumerable<Card> Cards(PeriodReport report)
    {
        var (totals, before) = (report.Totals, report.Before);
        yield return new Card(
            Say.CardLevel, Percent(totals.By(report.Formula)), Points(totals.By(report.Formula), before.By(report.Formula)));
        yield return new Card(Say.CardAbandoned, Percent(totals.AbandonedShare), Points(totals.AbandonedShare, before.AbandonedShare));
        yield return new Card(
            Say.CardOffered,
            PaperWords.Whole(totals.Offered),
            report.HasBefore && before.Offered > 0
                ? Say.ChangePercent(Signed((totals.Offered - before.Offered) * 100.0 / before.Offered)) : Say.NothingBefore);
        yield return new Card(Say.CardGrave, PaperWords.Whole(report.Grave), Was(report, report.GraveBefore));
        yield return new Card(Say.CardNight, PaperWords.Whole(report.AtNight), Was(report, report.AtNightBefore));
    }

    /// <summary>Of a time before the memory began zero incidents would be no number.</summary>
    private static string Was(PeriodReport report, int before) =>
        report.HasBefore ? Say.WasBefore(PaperWords.Whole(before)) : Say.NothingBefore;

    private static string Points(Share now, Share then) => (now.Value, then.Value) is ({ } value, { } was)
        ? Say.ChangePoints(Signed((value - was) * 100))
        : Say.NothingBefore;

    private static string Signed(double value) =>
        (value < 0 ? "\u2212" : "+") + PaperWords.Tenth(Math.Abs(value));

    private static IEnumerable<PaperBlock> Promises(PeriodReport report) => report.Promises.IsEmpty
        ? []
        :
        [
            new HeadingBlock(Say.SectionPromises),
            new TextBlock(Say.PromisesHow),
            new TableBlock(
                Say.SectionPromises,
                [
                    Say.ColumnPromise, Say.ColumnContacts, Say.ColumnAnsweredInTime, Say.ColumnResolvedInTime, Say.ColumnRating,
                    Say.ColumnTold, Say.ColumnLost,
                ],
                [
                    .. report.Promises.Select(static one => (IReadOnlyList<string>)
                    [
                        one.Promise,
                        PaperWords.Whole(one.Count.Contacts),
                        Percent(one.Answered),
                        Percent(one.Resolved),
                        (one.Rating is { } rating ? PaperWords.Tenth(rating) : Unknown)
                            + (one.Satisfaction is { } aim ? $" ({Say.RatingAim(PaperWords.Tenth(aim))})" : ""),
                        PaperWords.Whole(one.Count.Told),
                        PaperWords.Whole(one.Count.Lost),
                    ]),
                ])
            {
                NumbersFrom = 1,
            },
        ];

    private static IEnumerable<PaperBlock> Agents(PeriodReport report) => report.Profiles.IsEmpty
        ? []
        :
        [
            new HeadingBlock(Say.SectionAgents),
            new TextBlock(Say.AgentsHow),
            new TableBlock(
                Say.SectionAgents,
                [
                    Say.ColumnProfile, Say.ColumnOccupancy, Say.ColumnHandled, Say.ColumnHandling, Say.ColumnTransferredShare,
                    Say.ColumnHoursContact, Say.ColumnHoursStaffed, Say.ColumnHoursOnline,
                ],
                [
                    .. report.Profiles.Select(static profile => (IReadOnlyList<string>)
                    [
                        profile.Profile,
                        Percent(profile.Occupancy),
                        profile.Unknown > 0 && profile.Handled == 0 ? Unknown : PaperWords.Whole(profile.Handled),
                        ReportQueues.Seconds(profile.MeanHandling),
                        Percent(profile.TransferredShare),
                        PaperWords.Tenth(profile.ContactSeconds / 3600.0),
                        PaperWords.Tenth(profile.StaffedSeconds / 3600.0),
                        PaperWords.Tenth(profile.OnlineSeconds / 3600.0),
                    ]),
                ])
            {
                NumbersFrom = 1,
            },
        ];

    private static IEnumerable<PaperBlock> Repairs(PeriodReport report) =>
    [
        new HeadingBlock(Say.SectionRepairsMade),
        report.Repairs.IsEmpty
            ? new TextBlock(Say.NoRepairs)
            : new TableBlock(
                Say.SectionRepairsMade,
                [Say.ColumnRepair, Say.ColumnCount, Say.ColumnHelped, Say.ColumnDollars, Say.ColumnRequestsSaved],
                [
                    .. report.Repairs.Select(static repair => (IReadOnlyList<string>)
                    [
                        repair.Remediation,
                        PaperWords.Whole(repair.Count),
                        Say.HelpedOf(PaperWords.Whole(repair.Helped.Met), PaperWords.Whole(repair.Helped.Of)),
                        repair.UnknownCost == repair.Count ? Unknown : PaperWords.Hundredth(repair.Dollars),
                        PaperWords.Whole(repair.RequestsSaved),
                    ]),
                ])
            {
                NumbersFrom = 1,
            },
    ];

    private static IEnumerable<PaperBlock> Actions(PeriodReport report)
    {
        yield return new HeadingBlock(Say.SectionOpenActions);
        yield return new TextBlock(Say.OpenReviews(PaperWords.Whole(report.OpenReviews)));
        if (!report.Actions.IsEmpty)
        {
            yield return new TableBlock(
                Say.SectionOpenActions,
                [Say.ColumnAction, Say.ColumnIncident, Say.ColumnOwner, Say.ColumnDue, Say.ColumnState],
                [
                    .. report.Actions.Select(static one => (IReadOnlyList<string>)
                    [
                        one.Action.Text,
                        one.IncidentId,
                        one.Action.Owner ?? Say.None,
                        one.Action.Due is { } due ? PaperWords.Day(due) : Say.None,
                        one.IsOverdue ? Say.ActionOverdue : Say.ActionOpen,
                    ]),
                ]);
        }
    }

    /// <summary>A report without what it lacks invites wrong decisions.</summary>
    private static IEnumerable<PaperBlock> Missing(PeriodReport report)
    {
        yield return new HeadingBlock(Say.SectionMissing);
        yield return new ListBlock(
        [
            .. report.Gaps.Select(static gap => Say.GapHalfHoursOf(gap.Of, PaperWords.Whole(gap.Missing), PaperWords.Whole(gap.All))),
            .. report.Totals.Unknown > 0 ? [Say.GapUnknown(PaperWords.Whole(report.Totals.Unknown))] : Array.Empty<string>(),
            .. report.HasBefore ? Array.Empty<string>() : [Say.GapNoBefore],
            .. report.Profiles.Sum(static profile => profile.Unknown) is > 0 and var unknown
                ? [Say.GapProfileContacts(PaperWords.Whole(unknown))] : Array.Empty<string>(),
            .. report.Customers.First.Of == 0 ? [Say.GapFirst] : Array.Empty<string>(),
            .. report.SelfService is null ? [Say.GapSelfService] : Array.Empty<string>(),
            .. report.WaitGaps.Select(static gap => Say.GapWaitDays(gap.Of, PaperWords.Whole(gap.Missing), PaperWords.Whole(gap.All))),
            Say.GapSettles,
        ]);
    }
}
