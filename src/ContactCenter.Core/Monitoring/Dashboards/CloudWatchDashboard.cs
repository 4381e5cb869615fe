using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>A dashboard as CloudWatch takes it (API reference, "Dashboard body structure and syntax").</summary>
public static class CloudWatchDashboard
{
    /// <summary>The page is 24 units wide.</summary>
    private const int Columns = 24;

    private const int LineHeight = 6;

    /// <summary>Four alarms stand beside one another in a widget over the whole width.</summary>
    private const int AlarmsInRow = 4;

    /// <summary>The body of the dashboard.</summary>
    public static string Body(Dashboard dashboard, ConnectInstance instance)
    {
        var widgets = new JsonArray { (JsonNode)Heading(dashboard) };
        var (x, y, height) = (0, 2, 0);
        foreach (var panel in dashboard.Panels)
        {
            var width = panel.Width * Columns / 12;
            if (x + width > Columns)
            {
                (x, y, height) = (0, y + height, 0);
            }

            var own = panel.Kind == PanelKind.AlarmStates ? 1 + ((panel.Alarms.Count + AlarmsInRow - 1) / AlarmsInRow) : LineHeight;
            widgets.Add((JsonNode)Widget(
                panel.Kind == PanelKind.AlarmStates ? "alarm" : "metric", x, y, width, own, Properties(panel, instance)));
            x += width;
            height = Math.Max(height, own);
        }

        return DashboardText.Of(new JsonObject { ["periodOverride"] = "inherit", ["widgets"] = widgets }, isIndented: false);
    }

    private static JsonObject Heading(Dashboard dashboard) =>
        Widget("text", 0, 0, Columns, 2, new JsonObject { ["markdown"] = $"# {dashboard.Title}\n{dashboard.Description}" });

    private static JsonObject Widget(string type, int x, int y, int width, int height, JsonObject properties) => new()
    {
        ["type"] = type,
        ["x"] = x,
        ["y"] = y,
        ["width"] = width,
        ["height"] = height,
        ["properties"] = properties,
    };

    private static JsonObject Properties(Panel panel, ConnectInstance instance) => panel.Kind switch
    {
        PanelKind.AlarmStates => new JsonObject
        {
            ["title"] = panel.Title,
            ["alarms"] = new JsonArray(
            [
                .. panel.Alarms.Select(name =>
                    (JsonNode)$"arn:{instance.Partition}:cloudwatch:{instance.Region}:{instance.AccountId}:alarm:{name}")
            ]),
            ["sortBy"] = "stateUpdatedTimestamp",
        },
        _ => new JsonObject
        {
            ["title"] = panel.Title,
            ["view"] = panel.Kind == PanelKind.Numbers ? "singleValue" : "timeSeries",
            ["stacked"] = false,
            ["region"] = instance.Region,
            ["metrics"] = new JsonArray([.. panel.Series.Index().SelectMany(series => Rows(series.Item, series.Index))]),
            ["annotations"] = new JsonObject { ["horizontal"] = new JsonArray([.. panel.Limits.Select(Line)]) },
            ["yAxis"] = new JsonObject { ["left"] = Axis(panel.Scale) },
        },
    };

    private static IEnumerable<JsonNode> Rows(PanelSeries series, int number)
    {
        foreach (var metric in series.Metrics)
        {
            var row = new JsonArray { (JsonNode)metric.Namespace, (JsonNode)metric.Name };
            foreach (var dimension in metric.Dimensions)
            {
                row.Add((JsonNode)dimension.Name);
                row.Add((JsonNode)dimension.Value);
            }

            var shown = new JsonObject
            {
                ["id"] = DashboardText.Id(metric.Id, number),
                ["stat"] = metric.Statistic,
                ["period"] = (int)metric.Period.TotalSeconds
            };
            if (series.Expression is null)
            {
                shown["label"] = series.Label;
            }
            else
            {
                shown["visible"] = false;
            }

            row.Add((JsonNode)shown);
            yield return row;
        }

        if (series.Expression is { } expression)
        {
            yield return Formula($"result_{number}", DashboardText.Expression(expression, series, number), series.Label);
        }

        if (series.Band is { } width)
        {
            var id = DashboardText.Id(series.Metrics[0].Id, number);
            yield return Formula(
                $"band_{number}",
                string.Create(CultureInfo.InvariantCulture, $"ANOMALY_DETECTION_BAND({id}, {width})"),
                "normal for this hour");
        }
    }

    private static JsonArray Formula(string id, string expression, string label) =>
        new((JsonNode)new JsonObject { ["id"] = id, ["expression"] = expression, ["label"] = label });

    private static JsonNode Line(PanelLimit limit) =>
        new JsonObject { ["label"] = $"{limit.Severity}: {limit.Label}", ["value"] = limit.Value, ["color"] = Colour(limit.Severity) };

    /// <summary>Colours of the palette that CloudWatch itself offers.</summary>
    private static string Colour(Severity severity) => severity switch
    {
        Severity.P1 => "#d62728",
        Severity.P2 => "#ff7f0e",
        Severity.P3 => "#1f77b4",
        _ => "#7f7f7f",
    };

    private static JsonObject Axis(MetricScale scale)
    {
        var axis = new JsonObject { ["label"] = Label(scale), ["showUnits"] = false };
        if (scale != MetricScale.Score)
        {
            axis["min"] = 0;
        }

        return axis;
    }

    private static string Label(MetricScale scale) => scale switch
    {
        MetricScale.Fraction => "1 = all",
        MetricScale.Percent => "%",
        MetricScale.Seconds => "seconds",
        MetricScale.Milliseconds => "milliseconds",
        MetricScale.PerSecond => "per second",
        MetricScale.Score => "-1 to 1",
        _ => "",
    };
}
