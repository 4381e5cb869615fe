using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reports;

/// <summary>What a report says of what was finished without an agent.</summary>
internal static class ReportSelfService
{
    /// <summary>The section; nothing where nothing is known.</summary>
    public static IEnumerable<PaperBlock> Of(SelfServiceSection? selfService)
    {
        if (selfService is null)
        {
            yield break;
        }

        yield return new HeadingBlock(Say.SectionSelfService);
        yield return new TextBlock(Say.SelfServiceHow);
        yield return new TableBlock(
            Say.SectionSelfService,
            [Say.ColumnCounted, Say.ColumnShare, Say.ColumnOfAll, Say.ColumnBeforeLevel],
            [
                .. Row(Say.SelfServiceAnswered, selfService.Answered, null),
                .. Row(Say.SelfServiceHelped, selfService.Helped, selfService.HelpedBefore),
                .. Row(Say.SelfServiceContained, selfService.Contained, selfService.ContainedBefore),
            ])
        {
            NumbersFrom = 1,
        };
        if (!selfService.Dialogues.IsEmpty)
        {
            yield return new TableBlock(
                Say.CaptionDialogues,
                [Say.ColumnDialogue, Say.ColumnFinished, Say.ColumnOfAll, Say.ColumnToAgent, Say.ColumnFunctionFailed],
                [
                    .. selfService.Dialogues.Select(static one => (IReadOnlyList<string>)
                    [
                        one.Dialogue,
                        ReportPaper.Percent(one.Contained),
                        Of(one.Contained),
                        PaperWords.Whole(one.ToAgent),
                        PaperWords.Whole(one.Failed),
                    ]),
                ])
            {
                NumbersFrom = 1,
            };
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Row(string name, Share share, Share? before) => share.Of == 0
        ? []
        : [[name, ReportPaper.Percent(share), Of(share), before is { } was ? ReportPaper.Percent(was) : "\u2013"]];

    private static string Of(Share share) => $"{PaperWords.Whole(share.Met)}/{PaperWords.Whole(share.Of)}";
}
