using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>The dashboards of a configuration.</summary>
public static class DashboardPlan
{
    /// <summary>Id of the dashboard for managers.</summary>
    public const string Executive = "executive";

    /// <summary>Id of the dashboard for engineers.</summary>
    public const string Operations = "operations";

    /// <summary>All dashboards.</summary>
    public static IReadOnlyList<Dashboard> For(ContactCenterConfiguration configuration)
    {
        BoundAlarm[] alarms = [.. AlarmPlan.For(configuration, AlarmCatalog.Default)];
        var composites = CompositePlan.For(DeploymentNames.Of(configuration).Prefix, alarms).Where(composite => !composite.IsPart).Select(composite => composite.Name).ToArray();
        var panels = new PanelSource(alarms, Ranks(configuration));
        return [ForManagers(configuration, panels, composites), ForEngineers(configuration, panels)];
    }

    private static Dashboard ForManagers(ContactCenterConfiguration configuration, PanelSource panels, string[] composites) => new(
        Executive,
        $"{configuration.Instance.Alias}: can customers get through?",
        "Whether customers get through, how long they wait, and how many give up.",
        Present(
            composites.Length == 0 ? null : PanelSource.States("Can customers get through, and are they served well?", composites),
            panels.Of("Share of the phone lines in use", "concurrent-calls", "concurrent-calls-critical"),
            panels.Of("Calls that were turned away", "calls-rejected", "calls-throttled"),
            panels.Of("Calls, and what is normal for this hour", "call-volume-unusual"),
            panels.Of("Contacts answered in time", "service-level"),
            panels.Of("Longest wait", "queue-wait-time"),
            panels.Of("Customers waiting", "queue-size"),
            panels.Of("Customers who gave up waiting", "abandonment-rate"),
            panels.PartsOf("Agents and customers who wait for them", "agent-availability"),
            panels.Of("How busy agents are", "agent-utilisation"),
            panels.PartsOf("How customers sound, and how fast that changes in an hour", "sentiment"),
            panels.Of("How customers rate us", "survey-rating")));

    private static Dashboard ForEngineers(ContactCenterConfiguration configuration, PanelSource panels) => new(
        Operations,
        $"{configuration.Instance.Alias}: operations",
        "Alarms, flows, hooks, bots, tables, and this system itself.",
        Present(
            panels.StatesOf("Alarms of the instance", "calls-rejected", "concurrent-calls-critical", "concurrent-calls", "calls-throttled", "call-volume-gone", "chats-rejected", "phone-number-without-flow", "recording-upload-failed"),
            panels.StatesOf("Alarms of queues", "nobody-serves-queue", "queue-full", "queue-wait-time", "agent-availability", "abandonment-rate"),
            panels.StatesOf("Alarms of flows and what they call", "flow-failed", "flow-errors", "flow-log-errors", "function-errors", "function-throttled", "function-duration", "ivr-outage", "api-failures"),
            panels.StatesOf("Alarms of this system", "heartbeat-missing", "dead-letters", "own-function-errors", "delivery-behind", "topic-delivery-failed", "schedule-dropped"),
            panels.Of("Incidents: heartbeat of the clock that escalates them", "heartbeat-missing"),
            panels.Of("Incidents: delay of notifications", "delivery-behind"),
            panels.Of("Incidents: given up, waiting for a person", "dead-letters"),
            panels.Of("Incidents: topics that could not deliver", "topic-delivery-failed"),
            panels.Of("Functions of this system: errors", "own-function-errors"),
            panels.Of("Flow hooks: failures", "function-errors"),
            panels.Of("Flow hooks: slowest of a hundred calls", "function-duration"),
            panels.Of("Flow hooks: throttled", "function-throttled"),
            panels.Of("Flows: customers cut off", "flow-failed"),
            panels.Of("Flows: error branches", "flow-errors", "flow-log-errors"),
            panels.Of("Bots: system errors", "ivr-outage"),
            panels.Of("Bots: time to answer", "ivr-response-time"),
            panels.Of("External systems: failures", "api-failures"),
            panels.Of("External systems: time to answer", "api-latency"),
            panels.Of("Tables: read capacity in use", "table-read-capacity", "index-read-capacity"),
            panels.Of("Tables: write capacity in use", "table-write-capacity", "index-write-capacity"),
            panels.Of("Tables: throttled requests", "table-read-throttled", "table-write-throttled", "index-read-throttled", "index-write-throttled"),
            panels.Of("Account: table capacity in use", "account-read-capacity", "account-write-capacity"),
            panels.Of("Account: Lambda concurrency", "lambda-concurrency"),
            panels.Of("Account: calls of the metric API", "connect-api-throttled")));

    private static Panel[] Present(params ReadOnlySpan<Panel?> panels)
    {
        var present = new List<Panel>();
        foreach (var panel in panels)
        {
            if (panel is not null)
            {
                present.Add(panel);
            }
        }

        return [.. present];
    }

    private static Dictionary<string, int> Ranks(ContactCenterConfiguration configuration) =>
        configuration.Queues.GroupBy(queue => queue.Name).ToDictionary(queue => queue.Key, queue => -(int)queue.First().Importance, StringComparer.Ordinal);
}
