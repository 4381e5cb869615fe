using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Plan;
using static ContactCenter.Core.Monitoring.Alarms.AlarmIds;

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
        BoundAlarm[] alarms = [.. AlarmPlan.For(configuration)];
        var composites = CompositePlan.For(DeploymentNames.Of(configuration).Prefix, alarms)
            .Where(composite => !composite.IsPart)
            .Select(composite => composite.Name)
            .ToArray();
        var panels = new PanelSource(alarms, Ranks(configuration));
        var availability = Availability.Of(configuration, alarms);
        return [ForManagers(configuration, panels, composites, availability), ForEngineers(configuration, panels)];
    }

    private static Dashboard ForManagers(
        ContactCenterConfiguration configuration, PanelSource panels, string[] composites, Panel? availability) => new(
        Executive,
        $"{configuration.Instance.Alias}: can customers get through?",
        "Whether customers get through, how long they wait, and how many give up.",
        Present(
            composites.Length == 0 ? null : PanelSource.States("Can customers get through, and are they served well?", composites),
            panels.Of("Share of the phone lines in use", ConcurrentCalls, ConcurrentCallsCritical),
            panels.Of("Calls that were turned away", CallsRejected, CallsThrottled),
            panels.Of("Calls, and what is normal for this hour", CallVolumeUnusual),
            panels.Of("Calls answered in time", ServiceLevel),
            panels.Of("Longest wait of callers", QueueWaitTime),
            panels.Of("Callers waiting", QueueSize),
            panels.Of("Callers who gave up waiting", AbandonmentRate),
            panels.Of("Longest wait of chats, tasks and e-mails, in the hours of the queue", ChatWaitTime, TaskWaitTime, EmailWaitTime),
            panels.Of("Longest wait for a callback, in the hours of the queue", CallbackWaitTime),
            panels.PartsOf("Agents and callers who wait for them", AgentAvailability),
            panels.Of("Agents who are logged in, of those whom the plan has", AgentsAgainstPlan),
            panels.Of("How busy agents are", AgentUtilisation),
            panels.Of("Agents who do not get free", AgentsAfterContact, AgentsInError),
            panels.PartsOf("How customers sound, and how fast that changes in an hour", Sentiment),
            panels.Of("How customers rate us", SurveyRating),
            availability));

    private static Dashboard ForEngineers(ContactCenterConfiguration configuration, PanelSource panels) => new(
        Operations,
        $"{configuration.Instance.Alias}: operations",
        "Alarms, flows, hooks, bots, tables, and this system itself.",
        Present(
            panels.StatesOf(
                "Alarms of the instance",
                CallsRejected,
                ConcurrentCallsCritical,
                ConcurrentCalls,
                CallsThrottled,
                CallVolumeGone,
                ChatsRejected,
                PhoneNumberWithoutFlow,
                RecordingUploadFailed),
            panels.StatesOf(
                "Alarms of queues", NobodyServesQueue, QueueFull, QueueWaitTime, AgentAvailability, AbandonmentRate, QueueStarved),
            panels.StatesOf(
                "Alarms of flows and what they call",
                FlowFailed,
                FlowErrors,
                FlowLogErrors,
                FlowHooksUnanswered,
                FunctionErrors,
                FunctionThrottled,
                FunctionDuration,
                IvrOutage,
                ApiFailures),
            panels.StatesOf(
                "Alarms of this system",
                HeartbeatMissing,
                DeadLetters,
                MessagesGivenUp,
                OwnFunctionErrors,
                DeliveryBehind,
                TopicDeliveryFailed,
                ScheduleDropped),
            panels.Of("Incidents: heartbeat of the clock that escalates them", HeartbeatMissing),
            panels.Of("Incidents: delay of notifications", DeliveryBehind),
            panels.Of("Incidents: given up, waiting for a person", DeadLetters),
            panels.Of("Incidents: topics that could not deliver", TopicDeliveryFailed),
            panels.Of("Incidents: messages that reached nobody", MessagesGivenUp),
            panels.Of("Functions of this system: errors", OwnFunctionErrors),
            panels.Of("Flow hooks: failures", FunctionErrors),
            panels.Of("Flow hooks: slowest of a hundred calls", FunctionDuration),
            panels.Of("Flow hooks: throttled", FunctionThrottled),
            panels.Of("Flows: customers cut off", FlowFailed),
            panels.Of("Flows: error branches", FlowErrors, FlowLogErrors),
            panels.Of("Bots: system errors", IvrOutage),
            panels.Of("Bots: time to answer", IvrResponseTime),
            panels.Of("External systems: failures", ApiFailures),
            panels.Of("External systems: time to answer", ApiLatency),
            panels.Of("Tables: read capacity in use", TableReadCapacity, IndexReadCapacity),
            panels.Of("Tables: write capacity in use", TableWriteCapacity, IndexWriteCapacity),
            panels.Of("Tables: throttled requests", TableReadThrottled, TableWriteThrottled, IndexReadThrottled, IndexWriteThrottled),
            panels.Of("Account: table capacity in use", AccountReadCapacity, AccountWriteCapacity),
            panels.Of("Account: Lambda concurrency", LambdaConcurrency),
            panels.Of("Account: calls of the metric API", ConnectApiThrottled)));

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
        configuration.Queues.GroupBy(queue => queue.Name).ToDictionary(
            queue => queue.Key, queue => -(int)queue.First().Importance, StringComparer.Ordinal);
}
