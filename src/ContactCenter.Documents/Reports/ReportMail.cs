using ContactCenter.Core.Incidents;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reports;

/// <summary>What somebody is sent of a report: its first page, what a meeting has to talk about, and where the rest is.</summary>
public static class ReportMail
{
    /// <summary>The message.</summary>
    /// <param name="name">Name of the period.</param>
    /// <param name="report">The report.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="zone">The clock of the center, by which its days count.</param>
    /// <param name="link">Where the whole report can be read, and until when.</param>
    /// <param name="now">When it is sent.</param>
    public static Notice For(
        string name, PeriodReport report, Reader reader, TimeZoneInfo zone, (Uri Address, DateTimeOffset Until) link, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reader);
        var paper = new PaperReader(reader.Words.Language, zone);
        var summary = ReportPaper.SummaryOf(report, paper).Trim().Split("\n\n");
        return new Notice
        {
            Id = $"report-{name.Replace('/', '-')}",
            Subject = ReportPaper.TitleOf(report),
            Paragraphs =
            [
                .. summary,
                .. ReportAgenda.Paragraphs(report),
                $"{Say.MailLink(reader.Moment(link.Until))}\n{link.Address}",
                report.Kind == PeriodKind.Month ? Say.MailFilesOfMonth(name) : Say.MailFiles(name),
            ],
            Brief = Say.MailBrief(ReportPaper.Percent(report.Totals.By(report.Formula)), PaperWords.Whole(report.Grave)),
            At = now,
            Reader = reader,
        };
    }
}
