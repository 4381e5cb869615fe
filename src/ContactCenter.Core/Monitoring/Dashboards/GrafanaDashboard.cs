using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>
/// A dashboard as a file that Grafana imports (classic JSON model), reading the same metrics through its CloudWatch data source.
/// </summary>
public static class GrafanaDashboard
{
    /// <summary>Version of the JSON model; newer ones of Grafana migrate it.</summary>
    private const int SchemaVersion = 39;

    private const int Columns = 24;

    private const int Height = 8;

    /// <summary>The file. Its uid never changes, so that an import takes the place of the one before and links stay right.</summary>
    /// <param name="dashboard">The dashboard.</param>
    /// <param name="instance">The instance, which is chosen first.</param>
    /// <param name="names">Names of the deployment, by which its alarms and incidents are known.</param>
    public static string File(Dashboard dashboard, ConnectInstance instance, DeploymentNames names)
    {
        var panels = new JsonArray();
        var (x, y) = (0, 0);
        foreach (var panel in dashboard.Panels.Where(panel => panel.Kind != PanelKind.AlarmStates))
        {
            var width = panel.Width * Columns / 12;
            if (x + width > Columns)
            {
                (x, y) = (0, y + Height);
            }

            panels.Add((JsonNode)Lines(
                panel, panels.Count + 1, new JsonObject { ["x"] = x, ["y"] = y, ["w"] = width, ["h"] = Height }, instance));
            x += width;
        }

        return DashboardText.Of(
            new JsonObject
            {
                ["uid"] = $"contact-center-{dashboard.Id}",
                ["title"] = dashboard.Title,
                ["description"] = dashboard.Description,
                ["tags"] = new JsonArray("contact-center", "amazon-connect"),
                ["schemaVersion"] = SchemaVersion,
                ["version"] = 1,
                ["editable"] = true,
                ["graphTooltip"] = 1,
                ["timezone"] = "browser",
                ["refresh"] = "1m",
                ["time"] = new JsonObject { ["from"] = "now-6h", ["to"] = "now" },
                ["templating"] = new JsonObject { ["list"] = GrafanaVariables.For(instance) },
                ["annotations"] = new JsonObject { ["list"] = GrafanaAnnotations.For(names) },
                ["panels"] = panels,
            },
            isIndented: true) + "\n";
    }

    private static JsonObject Lines(Panel panel, int id, JsonObject place, ConnectInstance instance)
    {
        var lines = Plot(panel, id, place, instance);
        if (panel.Kind == PanelKind.Numbers)
        {
            lines["type"] = "stat";
            lines["timeFrom"] = "60d";
        }

        return lines;
    }

    private static JsonObject Plot(Panel panel, int id, JsonObject place, ConnectInstance instance) => new()
    {
        ["id"] = id,
        ["type"] = "timeseries",
        ["title"] = panel.Title,
        ["description"] = string.Join(
            " ", panel.Limits.Select(limit => $"{limit.Severity}: {limit.Label}, {MetricText.Format(limit.Value, panel.Scale)}.")),
        ["gridPos"] = place,
        ["datasource"] = GrafanaVariables.Source(),
        ["fieldConfig"] = new JsonObject
        {
            ["defaults"] = new JsonObject
            {
                ["unit"] = Unit(panel.Scale),
                ["custom"] = new JsonObject
                {
                    ["thresholdsStyle"] = new JsonObject { ["mode"] = panel.Limits.Count == 0 ? "off" : "line" }
                },
                ["thresholds"] = new JsonObject { ["mode"] = "absolute", ["steps"] = Steps(panel.Limits) },
            },
            ["overrides"] = new JsonArray(),
        },
        ["targets"] = GrafanaTargets.For(panel, instance),
    };

    /// <summary>Steps rise, and begin with one that has no value.</summary>
    private static JsonArray Steps(IReadOnlyList<PanelLimit> limits) => new(
    [
        new JsonObject { ["color"] = "transparent", ["value"] = null },
        .. limits.OrderBy(limit => limit.Value).ThenBy(limit => limit.Severity).DistinctBy(limit => limit.Value)
            .Select(limit => (JsonNode)new JsonObject { ["color"] = Colour(limit.Severity), ["value"] = limit.Value }),
    ]);

    private static string Colour(Severity severity) => severity switch
    {
        Severity.P1 => "red",
        Severity.P2 => "orange",
        Severity.P3 => "blue",
        _ => "gray",
    };

    private static string Unit(MetricScale scale) => scale switch
    {
        MetricScale.Fraction => "percentunit",
        MetricScale.Percent => "percent",
        MetricScale.Seconds => "s",
        MetricScale.Milliseconds => "ms",
        MetricScale.PerSecond => "cps",
        _ => "short",
    };
}
