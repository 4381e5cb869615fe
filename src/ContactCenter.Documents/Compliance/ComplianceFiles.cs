using System.Text.Json;
using ContactCenter.Core.Learning.Compliance;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;

namespace ContactCenter.Documents.Compliance;

/// <summary>The page for an auditor as files: what a command writes and what is kept of a deployment are the same.</summary>
public static class ComplianceFiles
{
    /// <summary>The page.</summary>
    public const string Html = ".html";

    /// <summary>The same for programs.</summary>
    public const string Json = ".json";

    /// <summary>The same as text.</summary>
    public const string Markdown = ".md";

    /// <summary>The page in a format.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="ending">How a file of that format ends.</param>
    /// <param name="reader">Who reads it; what is for programs is the same for everybody.</param>
    public static string Text(ComplianceReport report, string ending, PaperReader reader) => ending switch
    {
        Html => HtmlFormat.Of(CompliancePaper.Of(report, reader)),
        Json => JsonSerializer.Serialize(report, ComplianceJson.Default.ComplianceReport) + "\n",
        _ => MarkdownFormat.Of(CompliancePaper.Of(report, reader)),
    };

    /// <summary>What is kept of a month that is over: a page in each language, and one for programs.</summary>
    /// <param name="name">Name of the period.</param>
    /// <param name="report">What was found.</param>
    /// <param name="languages">Languages of those who read it.</param>
    /// <param name="zone">The clock of the center.</param>
    public static IEnumerable<ReportFile> Of(string name, ComplianceReport report, IEnumerable<string> languages, TimeZoneInfo zone) =>
    [
        .. languages.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(language => new ReportFile(
            $"{name}/compliance.{language}{Html}", "text/html; charset=utf-8", Text(report, Html, new PaperReader(language, zone)))
        {
            IsEvidence = true,
        }),
        new ReportFile($"{name}/compliance{Json}", "application/json", Text(report, Json, new PaperReader(null, zone)))
        {
            IsEvidence = true,
        },
    ];
}
