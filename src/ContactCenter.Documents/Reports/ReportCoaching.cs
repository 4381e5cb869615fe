using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reports;

/// <summary>
/// What a report says for team leads: groups of agents by queue and topic, by name and in no order of merit. Nothing where nobody has
/// switched it on.
/// </summary>
internal static class ReportCoaching
{
    /// <summary>More hints are marked in the table only.</summary>
    private const int MaximumHints = 12;

    /// <summary>More rows stand in the files with the numbers.</summary>
    private const int MaximumRows = 120;

    /// <summary>More hints are not in a message.</summary>
    private const int MaximumLines = 3;

    private const string Unknown = "\u2013";

    /// <summary>The section.</summary>
    public static IEnumerable<PaperBlock> Of(CoachingSection? coaching)
    {
        if (coaching is null)
        {
            yield break;
        }

        yield return new HeadingBlock(Say.SectionCoaching);
        yield return new TextBlock(Say.CoachingHow(
            PaperWords.Whole(CoachingSection.MinimumPeople), PaperWords.Whole(coaching.LeftOut), PaperWords.Whole(coaching.SmallGroups)));
        if (coaching.Figures.IsEmpty)
        {
            yield return new TextBlock(Say.CoachingNothing(PaperWords.Whole(CoachingSection.MinimumContacts)));
            yield break;
        }

        yield return new TextBlock(Say.CoachingChance(PaperWords.Whole(coaching.Compared), PaperWords.Tenth(coaching.Compared / 40.0)));
        string[] hints = [.. coaching.Figures.Where(static figure => figure.IsHint).Take(MaximumHints).Select(Sentence)];
        if (hints.Length > 0)
        {
            yield return new ListBlock(hints);
        }

        yield return new TableBlock(
            Say.SectionCoaching,
            [
                Say.ColumnGroup, Say.ColumnQueueOrTopic, Say.ColumnWhat, Say.ColumnValue, Say.ColumnRange, Say.ColumnOfHowMany,
                Say.ColumnOwn, Say.ColumnOthers, Say.ColumnOfHowMany, Say.ColumnDifference, Say.ColumnHint,
            ],
            [.. coaching.Figures.Take(MaximumRows).Select(Row)])
        {
            NumbersFrom = 3,
        };
    }

    /// <summary>The first hints, a line each, for a message.</summary>
    public static IEnumerable<string> Lines(PeriodReport report) => report.Coaching is { } coaching
        ? coaching.Figures.Where(static figure => figure.IsHint).Take(MaximumLines)
            .Select(static figure => Say.CoachingLine(Sentence(figure)))
        : [];

    private static string Sentence(CoachingFigure hint)
    {
        var (others, difference) = (hint.Others!, hint.Difference!);
        var (value, beside) = (Number(hint.Measure, hint.Value.Value), Number(hint.Measure, others.Value));
        var (low, high) = (Number(hint.Measure, difference.Low), Number(hint.Measure, difference.High));
        var (count, othersCount) = (PaperWords.Whole(hint.Value.Count), PaperWords.Whole(others.Count));
        return hint.Group is { } group
            ? Say.CoachingOfGroup(group, Name(hint), Measure(hint.Measure), value, count, beside, othersCount, low, high)
            : Say.CoachingOfTopic(Name(hint), Measure(hint.Measure), value, count, beside, othersCount, low, high);
    }

    private static IReadOnlyList<string> Row(CoachingFigure figure) =>
    [
        figure.Group ?? Say.CoachingAll,
        Name(figure),
        Measure(figure.Measure),
        Number(figure.Measure, figure.Value.Value),
        Range(figure.Measure, figure.Value.Low, figure.Value.High),
        PaperWords.Whole(figure.Value.Count),
        figure.Own is { } own ? Number(figure.Measure, own) : Unknown,
        figure.Others is { } others ? Number(figure.Measure, others.Value) : Unknown,
        figure.Others is { } of ? PaperWords.Whole(of.Count) : Unknown,
        Range(figure.Measure, figure.Difference?.Low, figure.Difference?.High),
        figure.IsHint ? Say.CoachingHint : "",
    ];

    private static string Name(CoachingFigure figure) =>
        figure.Topics.IsEmpty ? figure.Of : Say.CoachingQueue(figure.Of, string.Join(", ", figure.Topics));

    private static string Measure(CoachingMeasure measure) => measure switch
    {
        CoachingMeasure.Handling => Say.MeasureHandling,
        CoachingMeasure.Hold => Say.MeasureHold,
        CoachingMeasure.Transferred => Say.MeasureTransferred,
        CoachingMeasure.Satisfied => Say.MeasureSatisfied,
        CoachingMeasure.Sentiment => Say.MeasureSentiment,
        _ => Say.MeasureAgain,
    };

    private static string Range(CoachingMeasure measure, double? low, double? high) =>
        low is { } least && high is { } most ? $"{Number(measure, least)} … {Number(measure, most)}" : Unknown;

    private static string Number(CoachingMeasure measure, double value) => (value < 0 ? "\u2212" : "") + measure switch
    {
        CoachingMeasure.Handling or CoachingMeasure.Hold => ReportQueues.Seconds(Math.Abs(value)),
        CoachingMeasure.Sentiment => PaperWords.Hundredth(Math.Abs(value)),
        _ => PaperWords.Percent(Math.Abs(value)),
    };
}
