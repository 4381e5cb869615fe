using System.Globalization;
using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>The catalog as a Markdown document, <c>docs/alarms.md</c>.</summary>
public static class CatalogDocument
{
    /// <summary>The document.</summary>
    public static string Markdown(AlarmCatalog catalog)
    {
        var text = new StringBuilder();
        text.AppendLine("# Alarms");
        text.AppendLine();
        text.AppendLine(
            "Generated from the alarm catalog by `contactcenter alarms --markdown`; do not edit. Thresholds marked *assumption* depend "
                + "on the center:");
        text.AppendLine(
            "set them in `contactcenter.json` under `alarms`. Metrics and dimensions are exact, because CloudWatch finds a metric only "
                + "when its");
        text.AppendLine("whole dimension set matches.");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"P1 means that {SeverityMeaning.Critical} ([verdicts](design/severity.md)).");
        foreach (var group in catalog.Definitions.GroupBy(definition => definition.Group))
        {
            text.AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"## {group.Key}");
            text.AppendLine();
            text.AppendLine(
                "| alarm | severity | what it tells | metric | condition | threshold from | missing data | per | owner, runbook | "
                    + "repair |");
            text.AppendLine("|---|---|---|---|---|---|---|---|---|---|");
            foreach (var definition in group)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| `{definition.Id}` | {definition.Severity} | {definition.Description} | {Metric(definition)} | "
                        + $"{Condition(definition)} | {definition.ThresholdSource} | {definition.MissingData} | {definition.Scope} | "
                        + $"{definition.Owner}, [{definition.Runbook}](runbooks/{definition.Runbook}.md) | "
                        + $"{definition.Remediation ?? "-"} |");
            }
        }

        return text.ToString();
    }

    /// <summary>The condition in short: <c>&gt;= 80 %, 3 of 5 x 1m</c>.</summary>
    public static string Condition(AlarmDefinition definition)
    {
        var limit = definition.AnomalyBand is { } band
            ? string.Create(CultureInfo.InvariantCulture, $"band of {band} deviations")
            : MetricText.Format(definition.Threshold, definition.Scale);
        return $"{Sign(definition.Comparison)} {limit}, {definition.DatapointsToAlarm} of {definition.EvaluationPeriods} x "
            + $"{DurationConverter.Format(definition.Period)}";
    }

    private static string Sign(AlarmComparison comparison) => comparison switch
    {
        AlarmComparison.GreaterThanOrEqualToThreshold => ">=",
        AlarmComparison.GreaterThanThreshold => ">",
        AlarmComparison.LessThanOrEqualToThreshold => "<=",
        AlarmComparison.LessThanThreshold => "<",
        AlarmComparison.GreaterThanUpperThreshold => "above",
        AlarmComparison.LessThanLowerThreshold => "below",
        _ => "outside",
    };

    private static string Metric(AlarmDefinition definition)
    {
        var metrics = definition.Metrics.Select(metric =>
            $"`{metric.Namespace}` `{metric.Name}` {metric.Statistic} by "
                + $"{Dimensions(metric)}{(definition.Expression is null ? "" : $" as `{metric.Id}`")}");
        return definition.Expression is { } expression ? $"`{expression}` with {string.Join("; ", metrics)}" : string.Join("; ", metrics);
    }

    private static string Dimensions(MetricSource metric) => metric.Dimensions.Count == 0
        ? "no dimension"
        : string.Join(
            ", ",
            metric.Dimensions.Select(dimension =>
                dimension.Value.StartsWith('{') ? $"`{dimension.Name}`" : $"`{dimension.Name}={dimension.Value}`"));
}
