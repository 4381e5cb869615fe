using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reports;

/// <summary>What a report says of who has practised and can be reached.</summary>
internal static class ReportPractised
{
    /// <summary>The section.</summary>
    public static IEnumerable<PaperBlock> Of(PractiseSection practised, TimeZoneInfo zone)
    {
        yield return new HeadingBlock(Say.SectionPractised);
        yield return new TextBlock(Say.PractisedHow);
        if (practised.Exercises.IsEmpty)
        {
            yield return new TextBlock(Say.NobodyPractised);
        }
        else
        {
            yield return new TableBlock(
                Say.CaptionExercises,
                [Say.ColumnDay, Say.ColumnScenario, Say.ColumnKind, Say.ColumnAims, Say.ColumnPeople],
                [
                    .. practised.Exercises.Select(one => (IReadOnlyList<string>)
                    [
                        PaperWords.Time(one.StartedAt, zone),
                        one.Scenario,
                        one.Kind,
                        $"{PaperWords.Whole(one.Aims.Met)}/{PaperWords.Whole(one.Aims.Of)}",
                        PaperWords.Whole(one.People),
                    ]),
                ])
            {
                NumbersFrom = 3,
            };
        }

        if (!practised.Schedules.IsEmpty)
        {
            yield return new ListBlock(
            [
                .. practised.Schedules.Select(static one => Say.PractisedOf(
                    one.Schedule, PaperWords.Whole(one.Practised.Met), PaperWords.Whole(one.Practised.Of))),
            ]);
        }

        if (practised.Failovers > 0)
        {
            yield return new TextBlock(Say.PractisedFailovers(PaperWords.Whole(practised.Failovers)));
        }

        if (!practised.Reached.IsEmpty)
        {
            yield return new TableBlock(
                Say.CaptionReached,
                [Say.ColumnAudience, Say.ColumnArrived, Say.ColumnRefused, Say.ColumnUnproven, Say.ColumnUntested],
                [
                    .. practised.Reached.Select(static one => (IReadOnlyList<string>)
                    [
                        one.Audience,
                        $"{PaperWords.Whole(one.Arrived.Met)}/{PaperWords.Whole(one.Arrived.Of)}",
                        PaperWords.Whole(one.Refused),
                        PaperWords.Whole(one.Unproven),
                        PaperWords.Whole(one.Untested),
                    ]),
                ])
            {
                NumbersFrom = 1,
            };
        }
    }
}
