using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reports;

/// <summary>What a meeting about the period has to talk about, in words.</summary>
internal static class ReportAgenda
{
    /// <summary>The section of the report.</summary>
    public static IEnumerable<PaperBlock> Of(PeriodReport report) =>
    [
        new HeadingBlock(Say.SectionAgenda),
        .. Sections(report.Agenda).SelectMany(static section =>
            new PaperBlock[] { new TextBlock(section.Heading), new ListBlock(section.Lines) }),
        .. report.Agenda.IsEmpty ? [new TextBlock(Say.AgendaEmpty)] : Array.Empty<PaperBlock>(),
    ];

    /// <summary>The same as a paragraph of a message for each section; none where there is nothing to talk about.</summary>
    public static IEnumerable<string> Paragraphs(PeriodReport report) =>
        Sections(report.Agenda).Select(static section =>
            string.Join('\n', [section.Heading, .. section.Lines.Select(static line => $"- {line}")]));

    private static IEnumerable<(string Heading, IReadOnlyList<string> Lines)> Sections(MeetingAgenda agenda) =>
        new (string Heading, IReadOnlyList<string> Lines)[]
        {
            (Say.AgendaReviews, Lines(agenda.Reviews, Of)),
            (Say.AgendaOverdue, Lines(agenda.Overdue, Of)),
            (Say.AgendaNoise, Lines(agenda.Noise, static alarm => Say.AgendaNoisy(
                alarm.Name, PaperWords.Whole(alarm.Fired), PaperWords.Whole(alarm.Incidents), PaperWords.Whole(alarm.Acted)))),
            (Say.AgendaNearMisses, Lines(agenda.NearMisses, Of)),
        }.Where(static section => section.Lines.Count > 0);

    private static IReadOnlyList<string> Lines<T>(IReadOnlyCollection<T> items, Func<T, string> words) =>
    [
        .. items.Take(MeetingAgenda.MaximumListed).Select(words),
        .. items.Count > MeetingAgenda.MaximumListed
            ? [Say.AgendaMore(PaperWords.Whole(items.Count - MeetingAgenda.MaximumListed))] : Array.Empty<string>(),
    ];

    private static string Of(OpenReview review) => Say.AgendaReview(
        review.IncidentId, PaperWords.Of(review.Severity), PaperWords.Said(review.Subject), PaperWords.Day(review.Day),
        review.State == ReviewState.Draft ? Say.AgendaUntouched : Say.AgendaInReview);

    private static string Of(OpenAction one) => Say.AgendaAction(
        one.Action.Text, one.Action.Owner ?? Say.None, one.Action.Due is { } due ? PaperWords.Day(due) : Say.None, one.IncidentId);

    private static string Of(NearMiss miss)
    {
        var (what, length) = ($"{PaperWords.Of(miss.Severity)}, {PaperWords.Said(miss.Subject)}", PaperWords.Length(miss.Took));
        return miss.Kind switch
        {
            NearMissKind.TakenJustInTime => Say.NearlyTakenLate(miss.IncidentId, what, length),
            NearMissKind.OverJustInTime => Say.NearlyOverLate(miss.IncidentId, what, length),
            _ => Say.NearlyUnrepaired(miss.IncidentId, what, length),
        };
    }
}
