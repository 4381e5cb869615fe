using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>
/// What happened, drawn into every plot: when alarms changed, which Grafana reads from CloudWatch itself, and incidents, which
/// <c>contactcenter dashboards annotate</c> writes into Grafana.
/// </summary>
public static class GrafanaAnnotations
{
    /// <summary>The tag of everything that is written.</summary>
    public const string Tag = "contact-center";

    /// <summary>The tag of incidents.</summary>
    public const string IncidentTag = "incident";

    /// <summary>Grafana's own data source, by its fixed uid.</summary>
    private const string Own = "-- Grafana --";

    private const int MaximumIncidents = 200;

    /// <summary>The annotations of a dashboard.</summary>
    /// <param name="names">Names of the deployment: its alarms share a beginning.</param>
    public static JsonArray For(DeploymentNames names) => new(
        new JsonObject
        {
            ["builtIn"] = 1,
            ["name"] = "Annotations & Alerts",
            ["type"] = "dashboard",
            ["datasource"] = OwnSource(),
            ["enable"] = true,
            ["hide"] = true,
            ["iconColor"] = "rgba(0, 211, 255, 1)",
        },
        new JsonObject
        {
            ["name"] = "Incidents",
            ["datasource"] = OwnSource(),
            ["enable"] = true,
            ["hide"] = false,
            ["iconColor"] = "red",
            ["target"] = new JsonObject
            {
                ["type"] = "tags",
                ["tags"] = new JsonArray(Tag, IncidentTag, names.Prefix),
                ["matchAny"] = false,
                ["limit"] = MaximumIncidents,
            },
        },
        new JsonObject
        {
            ["name"] = "Alarms",
            ["datasource"] = GrafanaVariables.Source(),
            ["enable"] = false,
            ["hide"] = false,
            ["iconColor"] = "orange",
            ["target"] = new JsonObject
            {
                ["refId"] = "Alarms",
                ["queryMode"] = "Annotations",
                ["region"] = "$region",
                ["prefixMatching"] = true,
                ["alarmNamePrefix"] = $"{names.Prefix}/",
                ["actionPrefix"] = "",
                ["namespace"] = "",
                ["metricName"] = "",
                ["dimensions"] = new JsonObject(),
                ["statistic"] = "Average",
                ["period"] = "300",
            },
        });

    private static JsonObject OwnSource() => new() { ["type"] = "grafana", ["uid"] = Own };
}
