using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;
using ContactCenter.Infra.Stacks;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// Metrics of changes that must never happen quietly, read from the trail: of what belongs to this deployment, and not by the role in which
/// CloudFormation carries deployments out. One metric is fed by several filters where one pattern would be longer than CloudWatch Logs
/// takes. The alarms on them are in the catalog.
/// </summary>
internal sealed class NeverQuietly : Construct
{
    /// <summary>The field that an identity has only when it took a role.</summary>
    private const string Role = "$.userIdentity.sessionContext.sessionIssuer.arn";

    /// <summary>What AWS services do in the name of somebody, such as scaling, is no change by hand.</summary>
    private const string ByHand = "($.userIdentity.invokedBy NOT EXISTS)";

    private static readonly string[] OfTrails = ["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"];
    private static readonly string[] OfTrailLog = ["DeleteLogGroup", "DeleteMetricFilter", "PutMetricFilter"];
    private static readonly string[] OfKeys = ["DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy"];
    private static readonly string[] OfManyAlarms = ["DeleteAlarms", "DisableAlarmActions"];
    private static readonly string[] OfFlows = ["UpdateContactFlow*", "DeleteContactFlow*", "CreateContactFlow*", "AssociateLambdaFunction", "DisassociateLambdaFunction", "DisassociateFlow"];
    private static readonly string[] OfFunctions = ["UpdateFunctionCode*", "UpdateFunctionConfiguration*", "DeleteFunction2*", "RemovePermission*"];
    private static readonly string[] OfConcurrency = ["PutFunctionConcurrency*", "DeleteFunctionConcurrency*"];

    private readonly ContactCenterStack _stack;
    private readonly LogGroup _log;
    private readonly string _notDeployed;

    /// <summary>Adds the metrics.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="log">Where the trail writes to.</param>
    /// <param name="trailLog">Name of that log group.</param>
    public NeverQuietly(ContactCenterStack stack, LogGroup log, string trailLog)
        : base(stack, "NeverQuietly")
    {
        (_stack, _log) = (stack, log);
        _notDeployed = Not($"arn:{stack.Partition}:iam::{stack.Account}:role/cdk-{DefaultStackSynthesizer.DEFAULT_QUALIFIER}-cfn-exec-role-{stack.Account}-{stack.Region}");
        CountTrail(trailLog);
        CountKeys();
        CountAlarms();
        CountWay();
        CountFlows();
    }

    private string Prefix => _stack.Deployment.Prefix;

    /// <summary>Any trail: also that of the organization is one that must not fall silent.</summary>
    private void CountTrail(string trailLog)
    {
        Add("TrailChanged", "Trail", Calls("cloudtrail", OfTrails));
        Add("TrailChanged", "TrailLog", And(Calls("logs", OfTrailLog), Is("$.requestParameters.logGroupName", trailLog)));
    }

    /// <summary>A call names a key by its id or by its ARN.</summary>
    private void CountKeys()
    {
        var monitoring = _stack.Deployment.Monitoring;
        Add("KeyChanged", "Keys", And(
            Calls("kms", OfKeys),
            Or(Is("$.requestParameters.keyId", $"*{monitoring.Key.KeyId}"), Is("$.requestParameters.keyId", $"*{monitoring.SystemKey.KeyId}"))));
    }

    /// <summary>Who rehearses sets an alarm to red; who hides something sets it to green.</summary>
    private void CountAlarms()
    {
        Add("AlarmsChanged", "Alarms", And(Calls("monitoring", OfManyAlarms), Is("$.requestParameters.alarmNames[*]", $"{Prefix}/*"), ByHand));
        Add("AlarmsChanged", "AlarmMute", And(Calls("monitoring", "PutAlarmMuteRule"), Is("$.requestParameters.muteTargets.alarmNames[*]", $"{Prefix}/*"), ByHand));
        Add("AlarmsChanged", "Alarm", And(
            Or(Calls("monitoring", "PutMetricAlarm", "PutCompositeAlarm"), And(Calls("monitoring", "SetAlarmState"), "($.requestParameters.stateValue != \"ALARM\")")),
            Is("$.requestParameters.alarmName", $"{Prefix}/*"),
            ByHand));
    }

    /// <summary>What carries an alarm to people: schedules, rules, subscriptions, the stream.</summary>
    private void CountWay()
    {
        Add("AlarmsChanged", "Way", And(
            Or(
                And(Calls("scheduler", "UpdateSchedule", "DeleteSchedule"), Is("$.requestParameters.name", $"{Prefix}-*")),
                And(Calls("events", "DisableRule", "DeleteRule", "RemoveTargets"), Or(Is("$.requestParameters.name", $"{Prefix}-*"), Is("$.requestParameters.rule", $"{Prefix}-*"))),
                And(Calls("sns", "Unsubscribe"), Is("$.requestParameters.subscriptionArn", $"*:{Prefix}-*"))),
            ByHand));
        Add("AlarmsChanged", "Stream", And(Calls("lambda", "DeleteEventSourceMapping*"), Is("$.responseElements.functionArn", $"*:{Prefix}-*"), ByHand));
    }

    /// <summary>The documentation of CloudTrail has both spellings of the instance's id.</summary>
    private void CountFlows()
    {
        var instance = _stack.Deployment.Configuration.Instance.Id;
        var ours = Is("$.requestParameters.functionName", $"*{Prefix}-*");
        Add("FlowsChanged", "Flows", And(Calls("connect", OfFlows), Or(Is("$.requestParameters.instanceId", $"*{instance}"), Is("$.requestParameters.InstanceId", $"*{instance}"))));
        Add("FlowsChanged", "Functions", And(Calls("lambda", OfFunctions), ours));

        // the repair of functions moves it as well, within its limits
        Add("FlowsChanged", "Concurrency", And(Calls("lambda", OfConcurrency), ours, Not(_stack.Deployment.Remediation.FunctionHealer.RoleArn)));
    }

    private void Add(string metric, string id, string condition) => _ = new MetricFilter(this, id, new MetricFilterProps
    {
        LogGroup = _log,
        FilterPattern = FilterPattern.Literal($"{{ {condition} && {_notDeployed} }}"),
        MetricNamespace = _stack.Deployment.Names.TrailMetrics,
        MetricName = metric,
        MetricValue = "1",
    });

    private static string Calls(string service, params string[] names) =>
        And(Is("$.eventSource", $"{service}.amazonaws.com"), Or([.. names.Select(name => Is("$.eventName", name))]));

    /// <summary>An identity without a role has no such field at all.</summary>
    private static string Not(string role) => Or($"({Role} NOT EXISTS)", $"({Role} != \"{role}\")");

    private static string Is(string field, string value) => $"({field} = \"{value}\")";

    private static string And(params string[] conditions) => $"({string.Join(" && ", conditions)})";

    private static string Or(params string[] conditions) => conditions is [var only] ? only : $"({string.Join(" || ", conditions)})";
}
