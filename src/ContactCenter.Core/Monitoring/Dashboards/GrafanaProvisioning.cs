using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>
/// Files from which a Grafana of one's own takes data source and dashboards when it starts: <c>provisioning/</c> is its folder of the same
/// name, and the dashboards lie where that says.
/// </summary>
public static class GrafanaProvisioning
{
    /// <summary>Where the dashboards are in the folder that is written, and beside the provisioning.</summary>
    public const string Dashboards = "dashboards";

    /// <summary>The files by their paths, without the dashboards.</summary>
    /// <param name="instance">The instance, whose Region is the data source's first.</param>
    public static IReadOnlyDictionary<string, string> Files(ConnectInstance instance) => new Dictionary<string, string>
    {
        ["provisioning/datasources/contact-center.yaml"] = $"""
            # CloudWatch by the role of the machine that Grafana runs on; it takes cloudwatch:GetMetricData, ListMetrics, DescribeAlarms,
            # DescribeAlarmHistory and DescribeAlarmsForMetric.
            apiVersion: 1
            datasources:
              - name: Contact center
                uid: contact-center-cloudwatch
                type: cloudwatch
                access: proxy
                jsonData:
                  authType: default
                  defaultRegion: {instance.Region}

            """,
        ["provisioning/dashboards/contact-center.yaml"] = $$"""
            # CONTACT_CENTER_DASHBOARDS is the folder "{{Dashboards}}" beside this one, as Grafana sees it.
            apiVersion: 1
            providers:
              - name: contact-center
                folder: Contact center
                type: file
                disableDeletion: false
                allowUiUpdates: false
                updateIntervalSeconds: 60
                options:
                  path: $CONTACT_CENTER_DASHBOARDS

            """,
    };
}
