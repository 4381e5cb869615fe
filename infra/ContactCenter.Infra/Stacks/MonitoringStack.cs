using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SNS;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Infra.Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// The keys of this deployment, the topics that alarms publish to, and the alarms; what has no room is in <see cref="MoreAlarmsStack"/>.
/// </summary>
internal sealed class MonitoringStack : ContactCenterStack
{
    /// <summary>
    /// What is counted in the log of flows, by metric, with the names of the filters. A block that failed or was not answered in time says
    /// so in its results, in the words that AWS Support's own query looks for. Where callers speak or press keys, results are what they
    /// said or the name of an intent, so that fewer words count there; "Timeout" alone is a silent caller, or the end of a wait. A
    /// function that a block asked has results only when it gave no answer: what it answers stands elsewhere. Each attribute that is
    /// kept is an entry.
    /// </summary>
    private static readonly Dictionary<string, (string Id, string Pattern)> FlowLogFilters = new(StringComparer.Ordinal)
    {
        [OwnMetricNames.FlowLogErrors] = (
            "FlowErrors",
            """{ ($.Results = "*rror*") || ($.Results = "*imed out*") || ($.Results = "*xception*") """
                + """|| ($.Results = "*access limit*") || ($.Results = "*limit reached*") || ($.Results = "*No prompt provided*") """
                + """|| (($.ContactFlowModuleType != "GetUserInput") && ($.ContactFlowModuleType != "StoreUserInput") """
                + """&& (($.Results = "*ailed*") || ($.Results = "*nsupported*") || ($.Results = "*nvalid*") """
                + """|| ($.Results = "*not found*") || (($.Results = "*imeout*") && ($.Results != "Timeout")))) }"""),
        [OwnMetricNames.FlowLogHookFailures] =
            ("FlowHookFailures", """{ ($.ContactFlowModuleType = "InvokeExternalResource") && ($.Results = "*") }"""),
        [OwnMetricNames.UnclaimedContacts] = (
            "UnclaimedContacts",
            $$"""{ ($.ContactFlowModuleType = "SetAttributes") && ($.Parameters.Key = "{{UnclaimedContact.Attribute}}") }"""),
    };

    /// <summary>Adds the stack.</summary>
    public MonitoringStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "monitoring", "Alarms on Amazon Connect and what it stands on, and the topics that they publish to.")
    {
        var (key, systemKey) = (
            new AlarmKey(this, "Key", Named("key"), $"Topics, tables, models and secrets of {deployment.Names.Prefix}."),
            new AlarmKey(this, "SystemKey", Named("system-key"), $"Alarms of {deployment.Names.Prefix} on itself, and nothing else."));
        (Key, SystemKey) = (key, systemKey);
        Alarms = new AlarmTopic(this, "Alarms", deployment.Names.AlarmTopic, key);
        System = new AlarmTopic(this, "System", deployment.Names.SystemTopic, systemKey);
        SystemSubscribers.Add(this, System);
        CountFlowErrors();
        AddAlarms();
        AddOutputs();
    }

    /// <summary>Encrypts what this deployment stores and sends.</summary>
    public Key Key { get; }

    /// <summary>
    /// Encrypts the topic of alarms on this system itself. It is a key of its own, because who disables <see cref="Key"/> silences the
    /// pipeline, and then this topic must still tell.
    /// </summary>
    public Key SystemKey { get; }

    /// <summary>Where alarms on customers, functions and tables go: <c>TriageAlarm</c> listens.</summary>
    public Topic Alarms { get; }

    /// <summary>Where alarms on this system itself go: people get them by e-mail, past the pipeline.</summary>
    public Topic System { get; }

    /// <summary>The topics as alarms name them.</summary>
    public AlarmTopics Topics => new(Alarms.TopicArn, System.TopicArn);

    private void CountFlowErrors()
    {
        foreach (var alarm in Deployment.Alarms.Where(alarm => alarm.Definition.Scope == Core.Monitoring.Alarms.AlarmScope.FlowLog))
        {
            var metric = alarm.Metrics[0];
            var (id, pattern) = FlowLogFilters[metric.Name];
            _ = new CfnMetricFilter(this, id, new CfnMetricFilterProps
            {
                LogGroupName = Deployment.Configuration.Instance.FlowLogGroup,
                FilterPattern = pattern,
                MetricTransformations = new object[]
                {
                    new CfnMetricFilter.MetricTransformationProperty
                    {
                        MetricNamespace = metric.Namespace,
                        MetricName = metric.Name,
                        MetricValue = "1",
                        DefaultValue = 0
                    },
                },
            });
        }
    }

    private void AddAlarms()
    {
        var deployed = new DeployedAlarms(this, Topics, Deployment.Configuration.RunbookUrl);
        foreach (var alarm in Deployment.AlarmsOf(0))
        {
            deployed.Add(alarm);
        }
    }

    private void AddOutputs()
    {
        Output("AlarmTopicArn", Alarms.TopicArn, "Alarms of your own may publish here too; they are triaged like those of the catalog.");
        Output("SystemTopicArn", System.TopicArn, "Alarms on this system itself; subscribe who must know when the monitoring fails.");
        if (Deployment.Alarms.FirstOrDefault(alarm => alarm.Definition.Id == AlarmIds.CallsRejected) is { } rehearsal)
        {
            Output(
                "RehearseCommand",
                $"aws cloudwatch set-alarm-state --region {Region} --alarm-name {rehearsal.Name} --state-value ALARM "
                    + "--state-reason rehearsal",
                "Opens an incident as a real alarm would; CloudWatch turns the alarm back within a minute.");
        }
    }

    private void Output(
        string id, string value,
        string description) => _ = new CfnOutput(this, id, new CfnOutputProps { Value = value, Description = description });
}
