using System.Globalization;
using System.Net;
using System.Text;
using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Classification.Reporting;

/// <summary>
/// Renders a training report as one HTML page with inline plots: no script, no reference to anything outside of the file.
/// </summary>
public static class TrainingReportPage
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}" +
        "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse}" +
        "th,td{padding:.25rem .75rem;border-bottom:1px solid #dde3ea;text-align:right}th:first-child,td:first-child{text-align:left}" +
        "td.text{text-align:left;color:#46525f}.warning{border-left:4px solid #c77700;padding:.25rem .75rem;margin:.5rem "
            + "0;background:#fff7ea}"
            +
        "figure{display:inline-block;margin:1rem 2rem 1rem 0;vertical-align:top}figcaption{color:#46525f;font-size:.9rem;max-width:30rem}";

    /// <summary>The page.</summary>
    public static string Render(TrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new StringBuilder(64 * 1024);
        _ = page.Append(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Contact classifier: training report</title><style>")
            .Append(Style).Append("</style></head><body><h1>Contact classifier: training report</h1>");
        AppendSummary(page, report);
        AppendWarnings(page, report.Warnings);
        _ = page.Append("<h2>Can the confidence be believed?</h2><figure>").Append(ReliabilityPlot.Render(report.HeldOut.Reliability))
            .Append(
                "<figcaption>Each dot is a group of answers; its size is how many. On the diagonal an answer given with 80 % "
                    + "confidence is right in 80 of 100 cases; below it the model is too sure of itself.</figcaption></figure>")
            .Append("<h2>Which topics are confused?</h2><figure>").Append(ConfusionPlot.Render(report.Card.Topics, report.ConfusionCounts))
            .Append(
                "<figcaption>Rows are the right topics, columns the answers, darker is more of the row; point at a cell to read it. "
                    + "All that is off the diagonal is wrong.</figcaption></figure>");
        AppendConfusions(page, report.Confusions);
        AppendTopics(page, report.HeldOut.Topics);
        return page.Append("</body></html>").ToString();
    }

    private static void AppendSummary(StringBuilder page, TrainingReport report)
    {
        var card = report.Card;
        var quality = report.HeldOut;
        _ = page.Append(
            CultureInfo.InvariantCulture,
            $"<p>{card.TrainingTexts} texts, {card.Topics.Count} topics, {card.OutOfScopeTexts} texts out of scope. All figures are "
                + $"about texts that were held out while the answering model was trained.</p><table>");
        AppendRow(page, "Right topic (accuracy)", Percent(quality.Accuracy));
        AppendRow(page, "Macro F1", Percent(quality.MacroF1));
        AppendRow(page, "Calibration error", Percent(quality.CalibrationError));
        foreach (var point in quality.Coverage)
        {
            AppendRow(
                page,
                string.Create(CultureInfo.InvariantCulture, $"Accuracy when the surest {point.Coverage:P0} are answered"),
                Percent(point.Accuracy));
        }

        AppendRow(page, "Sure answers that are right", Percent(quality.SureAccuracy));
        AppendRow(page, "Texts in scope with an unsure answer", Percent(quality.UnsureShare));
        if (quality.OutOfScope.Texts > 0)
        {
            AppendRow(page, "Texts out of scope that are refused", Percent(quality.OutOfScope.Recall));
        }

        if (report.UrgencyAccuracy is { } urgency)
        {
            AppendRow(page, "Right level of urgency", Percent(urgency));
        }

        if (card.Encoder is { } encoder)
        {
            AppendRow(
                page, $"Of {encoder.Texts} texts in the language of the encoder, right topic with it", Percent(encoder.HeldOutAccuracy));
            AppendRow(page, "Of the same texts, right topic without it", Percent(encoder.HeldOutAccuracyWithout));
            AppendRow(page, "Calibration error with it", Percent(encoder.HeldOutCalibrationError));
        }

        _ = page.Append("</table>");
    }

    private static void AppendWarnings(StringBuilder page, IReadOnlyList<DatasetWarning> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        _ = page.Append("<h2>Look at these texts first</h2>");
        foreach (var warning in warnings)
        {
            _ = page.Append("<div class=\"warning\">").Append(WebUtility.HtmlEncode(warning.Message)).Append("</div>");
        }
    }

    private static void AppendConfusions(StringBuilder page, IReadOnlyList<TopicConfusion> confusions)
    {
        _ = page.Append("<table><tr><th>Right topic</th><th>Answer</th><th>Texts</th><th>Examples</th></tr>");
        foreach (var confusion in confusions)
        {
            _ = page.Append("<tr><td>")
                .Append(WebUtility.HtmlEncode(confusion.Actual))
                .Append("</td><td>")
                .Append(WebUtility.HtmlEncode(confusion.Predicted))
                .Append(CultureInfo.InvariantCulture, $"</td><td>{confusion.Texts}</td><td class=\"text\">")
                .AppendJoin("<br>", confusion.Examples.Select(WebUtility.HtmlEncode)).Append("</td></tr>");
        }

        _ = page.Append("</table>");
    }

    private static void AppendTopics(StringBuilder page, IReadOnlyList<TopicQuality> topics)
    {
        _ = page
            .Append(
                "<h2>Topic by topic, the weakest "
                    + "first</h2><table><tr><th>Topic</th><th>Texts</th><th>Precision</th><th>Recall</th><th>F1</th></tr>");
        foreach (var topic in topics.OrderBy(static topic => topic.F1))
        {
            _ = page.Append("<tr><td>").Append(WebUtility.HtmlEncode(topic.Topic)).Append(
                CultureInfo.InvariantCulture,
                $"</td><td>{topic.Texts}</td><td>{Percent(topic.Precision)}</td><td>{Percent(topic.Recall)}</td><td>{Percent(topic.F1)}</td></tr>");
        }

        _ = page.Append("</table>");
    }

    private static void AppendRow(StringBuilder page, string name, string value) =>
        page.Append("<tr><td>").Append(WebUtility.HtmlEncode(name)).Append("</td><td>").Append(value).Append("</td></tr>");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1} %");
}
