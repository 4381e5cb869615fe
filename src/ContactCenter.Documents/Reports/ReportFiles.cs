using System.Text.Json;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;

namespace ContactCenter.Documents.Reports;

/// <summary>A report as files: what a command writes and what is kept of a deployment are the same.</summary>
public static class ReportFiles
{
    /// <summary>The format of numbers for programs.</summary>
    public const string Json = ".json";

    /// <summary>The format of numbers for spreadsheets.</summary>
    public const string Csv = ".csv";

    /// <summary>The whole report with plots.</summary>
    public const string Html = ".html";

    private const string Markdown = ".md";
    private const string Summary = ".txt";

    /// <summary>The formats, by how their files end.</summary>
    public static IReadOnlyList<string> Endings { get; } = [Html, Markdown, Json, Csv, Summary];

    /// <summary>A report in a format.</summary>
    /// <param name="report">The report.</param>
    /// <param name="ending">One of <see cref="Endings"/>.</param>
    /// <param name="reader">Who reads it; numbers for programs are the same for everybody.</param>
    public static string Text(PeriodReport report, string ending, PaperReader reader) => ending switch
    {
        Html => HtmlFormat.Of(ReportPaper.Of(report, reader)),
        Markdown => MarkdownFormat.Of(ReportPaper.Of(report, reader)),
        Json => JsonSerializer.Serialize(report, ReportJson.Default.PeriodReport) + "\n",
        Csv => ReportFigures.Csv(report),
        _ => ReportPaper.SummaryOf(report, reader),
    };

    /// <summary>Every file of a report.</summary>
    /// <param name="name">Name of the period.</param>
    /// <param name="report">The report.</param>
    /// <param name="languages">Languages of those who read it.</param>
    /// <param name="zone">The clock of the center.</param>
    public static IReadOnlyList<ReportFile> Of(string name, PeriodReport report, IEnumerable<string> languages, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(languages);
        string[] all = [.. languages.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return
        [
            .. from language in all
               from ending in new[] { Html, Markdown, Summary }
               select new ReportFile(
                   NameOf(name, ending, language), MediaType(ending), Text(report, ending, new PaperReader(language, zone))),
            .. new[] { Json, Csv }.Select(ending => new ReportFile(
                $"{name}/report{ending}", MediaType(ending), Text(report, ending, new PaperReader(null, zone)))),
        ];
    }

    /// <summary>What the file of a period is called in a language.</summary>
    public static string NameOf(string name, string ending, string language) => $"{name}/report.{language}{ending}";

    private static string MediaType(string ending) => ending switch
    {
        Html => "text/html; charset=utf-8",
        Markdown => "text/markdown; charset=utf-8",
        Json => "application/json",
        Csv => "text/csv; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
