using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>
/// Queries of a Grafana panel. Where a metric is read as it is, the reader's choice stands in for the instance and the queue, and the
/// series of all queues become one query; in metric math queues stay as configured, because math takes a choice of several for an array.
/// </summary>
internal static class GrafanaTargets
{
    private const string QueueName = "QueueName";

    public static JsonArray For(Panel panel, ConnectInstance instance)
    {
        var targets = new List<JsonObject>();
        foreach (var (number, series) in panel.Series.Index())
        {
            var isMath = series.Expression is not null;
            targets.AddRange(series.Metrics.Select(metric => Metric(metric, series, number, isMath, instance)));
            if (series.Expression is { } expression)
            {
                targets.Add(Formula($"result_{number}", DashboardText.Expression(expression, series, number), series.Label));
            }
        }

        var distinct = targets.DistinctBy(target =>
            target["id"]!.ToString().Length == 0 ? target.ToJsonString() : target["id"]!.ToString()).ToArray();
        foreach (var (i, target) in distinct.Index())
        {
            target["refId"] = string.Create(CultureInfo.InvariantCulture, $"Q{i + 1}");
        }

        return new JsonArray([.. distinct]);
    }

    private static JsonObject Metric(MetricSource metric, PanelSeries series, int number, bool isMath, ConnectInstance instance)
    {
        var isByQueue = !isMath && metric.Dimensions.Any(dimension => dimension.Name == QueueName && metric.Namespace != "AWS/SQS");
        var dimensions = new JsonObject();
        foreach (var dimension in metric.Dimensions)
        {
            dimensions[dimension.Name] = dimension switch
            {
                { Name: QueueName } when isByQueue => GrafanaVariables.Queue,
                _ when dimension.Value == instance.Id => GrafanaVariables.Instance,
                _ => dimension.Value,
            };
        }

        return new JsonObject
        {
            ["refId"] = "",
            ["datasource"] = GrafanaVariables.Source(),
            ["queryMode"] = "Metrics",
            ["metricQueryType"] = 0,
            ["metricEditorMode"] = 0,
            ["matchExact"] = true,
            ["region"] = "$region",
            ["namespace"] = metric.Namespace,
            ["metricName"] = metric.Name,
            ["statistic"] = metric.Statistic,
            ["period"] = metric.Period.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            ["dimensions"] = dimensions,
            ["id"] = isMath ? DashboardText.Id(metric.Id, number) : "",
            ["expression"] = "",
            ["label"] = isByQueue ? "${PROP('Dim.QueueName')}: ${PROP('MetricName')}" : series.Label,
            ["hide"] = isMath,
        };
    }

    private static JsonObject Formula(string id, string expression, string label) => new()
    {
        ["refId"] = "",
        ["datasource"] = GrafanaVariables.Source(),
        ["queryMode"] = "Metrics",
        ["metricQueryType"] = 0,
        ["metricEditorMode"] = 1,
        ["region"] = "$region",
        ["id"] = id,
        ["expression"] = expression,
        ["label"] = label,
        ["hide"] = false,
    };
}
