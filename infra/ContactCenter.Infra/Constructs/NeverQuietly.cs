using System.Text.RegularExpressions;
using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// Metrics of changes that must never happen quietly, read from the trail: of what belongs to this deployment, and not by the role in which
/// CloudFormation carries deployments out. One metric is fed by several filters where one pattern would be longer than CloudWatch Logs
/// takes. The alarms on them are in the catalog.
/// </summary>
internal sealed partial class NeverQuietly : Construct
{
    /// <summary>The field that an identity has only when it took a role.</summary>
    private const string Role = "$.userIdentity.sessionContext.sessionIssuer.arn";

    /// <summary>What AWS services do in the name of somebody, such as scaling, is no change by hand.</summary>
    private const string ByHand = "($.userIdentity.invokedBy NOT EXISTS)";

    /// <summary>What is copied from the paired instance of another Region is told there; what was refused changed nothing.</summary>
    private const string DoneHere =
        "(($.userIdentity.invokedBy NOT EXISTS) || ($.userIdentity.invokedBy != \"synchronization.connect.amazonaws.com\"))"
            + " && ($.errorCode NOT EXISTS)";

    private const string OrWord = " || ";

    /// <summary>CloudWatch Logs' limit on patterns (API reference, PutMetricFilter).</summary>
    private const int MaximumPattern = 1024;

    /// <summary>What an ARN is longer than the reference to it in a template.</summary>
    private const int MaximumReference = 100;

    private static readonly string[] OfTrails = ["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"];
    private static readonly string[] OfTrailLog = ["DeleteLogGroup", "DeleteMetricFilter", "PutMetricFilter"];
    private static readonly string[] OfKeys = ["DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy"];
    private static readonly string[] OfManyAlarms = ["DeleteAlarms", "DisableAlarmActions"];
    private static readonly string[] OfFlows =
    [
        "UpdateContactFlow*", "DeleteContactFlow*", "CreateContactFlow*", "AssociateLambdaFunction", "DisassociateLambdaFunction",
        "DisassociateFlow"
    ];
    private static readonly string[] OfFunctions =
    [
        "UpdateFunctionCode*", "UpdateFunctionConfiguration*", "DeleteFunction2*", "AddPermission*", "RemovePermission*", "UpdateAlias*",
        "DeleteAlias*", "*FunctionEventInvokeConfig"
    ];
    private static readonly string[] OfTopics = ["SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic", "Subscribe"];
    private static readonly string[] OfStreams = ["DeleteEventSourceMapping*", "UpdateEventSourceMapping*"];

    /// <summary>Attached or written, taken away, or whom it trusts.</summary>
    private static readonly string[] OfRoles = ["*RolePolicy", "DeleteRole", "*RolePermissionsBoundary"];

    /// <summary>CloudFormation makes the name of a role of that of its stack, which it may cut, of its id there and of chance.</summary>
    private const int CertainOfStack = 20;

    /// <summary>Digits that the number of a reference is reckoned to have.</summary>
    private const int NumberWidth = 6;

    private static readonly string[] OfConcurrency = ["PutFunctionConcurrency*", "DeleteFunctionConcurrency*"];

    private static readonly string[] StacksOfFunctions =
    [
        "incidents", "contacts", "collection", "flows", "remediation", "audit", "heartbeat", "account", "failover", "bot", "contact-lens", "api",
        "synthetic", "posts",
        "standby-incidents", "standby-heartbeat", "standby-failover",
        "console",
    ];

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
        string[] regions = stack.Deployment.Configuration.StandbyRegion is { } standby ? [stack.Region, standby] : [stack.Region];
        _notDeployed = Not([
            .. regions.Select(region => $"arn:{stack.Partition}:iam::{stack.Account}:role/cdk-{DefaultStackSynthesizer.DEFAULT_QUALIFIER}"
                + $"-cfn-exec-role-{stack.Account}-{region}")
        ]);
        CountTrail(trailLog);
        CountKeys();
        CountAlarms();
        CountWay();
        CountFlows();
        CountRoles();
    }

    private DeploymentNames Names => _stack.Deployment.Names;

    private string Alarms => $"{Names.Prefix}/*";

    /// <summary>Any trail: also that of the organization is one that must not fall silent.</summary>
    private void CountTrail(string trailLog)
    {
        Add(OwnMetricNames.TrailChanged, "Trail", Calls("cloudtrail", OfTrails));
        Add(OwnMetricNames.TrailChanged, "TrailLog", And(Calls("logs", OfTrailLog), Is("$.requestParameters.logGroupName", trailLog)));
    }

    /// <summary>A call names a key by its id or by its ARN.</summary>
    private void CountKeys()
    {
        var monitoring = _stack.Deployment.Monitoring;
        Add(OwnMetricNames.KeyChanged, "Keys", And(
            Calls("kms", OfKeys),
            Or(
                Is("$.requestParameters.keyId", $"*{monitoring.Key.KeyId}"),
                Is("$.requestParameters.keyId", $"*{monitoring.SystemKey.KeyId}"))));
    }

    /// <summary>Who rehearses sets an alarm to red; who hides something sets it to green.</summary>
    private void CountAlarms()
    {
        Add(
            OwnMetricNames.AlarmsChanged,
            "Alarms",
            And(Calls("monitoring", OfManyAlarms), Is("$.requestParameters.alarmNames[*]", Alarms), ByHand));
        Add(
            OwnMetricNames.AlarmsChanged,
            "AlarmMute",
            And(Calls("monitoring", "PutAlarmMuteRule"), Is("$.requestParameters.muteTargets.alarmNames[*]", Alarms), ByHand));
        Add(OwnMetricNames.AlarmsChanged, "Alarm", And(
            Or(
                Calls("monitoring", "PutMetricAlarm", "PutCompositeAlarm"),
                And(Calls("monitoring", "SetAlarmState"), "($.requestParameters.stateValue != \"ALARM\")")),
            Is("$.requestParameters.alarmName", Alarms),
            ByHand,

            // a threshold that people set at run time is on its own record
            Not(_stack.Deployment.Incidents.ThresholdKeeper.RoleArn)));
    }

    /// <summary>
    /// What carries an alarm to people: schedules, rules, subscriptions, the stream. Each is named whole: what begins with <c>cc-prod-</c>
    /// may belong to the environment <c>prod-eu</c>.
    /// </summary>
    private void CountWay()
    {
        string[] functions = [.. SystemFunctions.All.Select(Names.Function)];
        string[] topics = [.. Names.Topics(_stack.Deployment.Configuration)];
        AddEach(
            OwnMetricNames.AlarmsChanged,
            "Schedule",
            And(Calls("scheduler", "UpdateSchedule", "DeleteSchedule"), ByHand),
            [.. functions, Names.Probe],
            name => Is("$.requestParameters.name", name));
        AddEach(
            OwnMetricNames.AlarmsChanged,
            "Rule",
            And(Calls("events", "DisableRule", "DeleteRule"), ByHand),
            Names.Rules,
            name => Is("$.requestParameters.name", name));
        AddEach(
            OwnMetricNames.AlarmsChanged,
            "Target",
            And(Calls("events", "RemoveTargets"), ByHand),
            Names.Rules,
            name => Is("$.requestParameters.rule", name));
        AddEach(
            OwnMetricNames.AlarmsChanged,
            "Subscription",
            And(Calls("sns", "Unsubscribe", "SetSubscriptionAttributes"), ByHand),
            topics,
            name => Is("$.requestParameters.subscriptionArn", $"*:{name}:*"));
        AddEach(
            OwnMetricNames.AlarmsChanged,
            "Topic",
            And(Calls("sns", OfTopics), ByHand),
            topics,
            name => Is("$.requestParameters.topicArn", $"*:{name}"));
        AddEach(
            OwnMetricNames.AlarmsChanged,
            "TopicMask",
            And(Calls("sns", "PutDataProtectionPolicy"), ByHand),
            topics,
            name => Is("$.requestParameters.resourceArn", $"*:{name}"));
        AddEach(
            OwnMetricNames.AlarmsChanged,
            "Stream",
            And(Calls("lambda", OfStreams), ByHand, Not(_stack.Deployment.Remediation.FunctionRemediator.RoleArn)),
            functions,
            name => Is("$.responseElements.functionArn", $"*:{name}"));
    }

    /// <summary>
    /// The documentation of CloudTrail has both spellings of the instance's id. A call names a function by its name or by its ARN.
    /// </summary>
    private void CountFlows()
    {
        var instance = _stack.Deployment.Configuration.Instance.Id;
        string[] functions = [.. SystemFunctions.All.Select(Names.Function)];

        // what a person has agreed to is on the timeline of its incident
        string[] approved = _stack.Deployment.Failover is { } failover ? [Not(failover.Role.RoleArn)] : [];
        Add(
            OwnMetricNames.FlowsChanged,
            "Flows",
            And([
                Calls("connect", OfFlows),
                Or(Is("$.requestParameters.instanceId", $"*{instance}"), Is("$.requestParameters.InstanceId", $"*{instance}")),
                DoneHere,
                .. approved]));
        AddEach(
            OwnMetricNames.FlowsChanged,
            "Functions",
            Calls("lambda", OfFunctions),
            functions,
            name => Is("$.requestParameters.functionName", $"*{name}"));
        // the repair of functions moves it as well, within its limits
        AddEach(
            OwnMetricNames.FlowsChanged,
            "Concurrency",
            And(Calls("lambda", OfConcurrency), Not(_stack.Deployment.Remediation.FunctionRemediator.RoleArn)),
            functions,
            name => Is("$.requestParameters.functionName", $"*{name}"));
    }

    /// <summary>
    /// What functions may do is taken away, or given to others, by their roles. IAM tells its calls in one Region for all; the trail is of
    /// all Regions.
    /// </summary>
    private void CountRoles() => AddEach(
        OwnMetricNames.FlowsChanged,
        "Roles",
        And(Calls("iam", OfRoles), ByHand),
        [.. StacksOfFunctions.Select(stack => Names.Named(stack))],
        name => Is("$.requestParameters.roleName", $"{name[..Math.Min(name.Length, CertainOfStack)]}*"));

    /// <summary>As many filters as the names need: one pattern has room for some of them.</summary>
    private void AddEach(string metric, string id, string condition, IReadOnlyList<string> names, Func<string, string> isNamed)
    {
        var room = MaximumPattern - MaximumReference - LengthOf(Pattern(And(condition, Or())));
        foreach (var (i, some) in Within(room, names.Select(isNamed)).Index())
        {
            Add(metric, i == 0 ? id : $"{id}{i + 1}", And(condition, Or(some)));
        }
    }

    /// <summary>Conditions in groups that are, with what joins them, no longer than there is room.</summary>
    private static IEnumerable<string[]> Within(int room, IEnumerable<string> conditions)
    {
        var (group, used) = (new List<string>(), 0);
        foreach (var condition in conditions)
        {
            if (group.Count > 0 && used + LengthOf(condition) > room)
            {
                yield return [.. group];
                (group, used) = ([], 0);
            }

            group.Add(condition);
            used += LengthOf(condition) + OrWord.Length;
        }

        yield return [.. group];
    }

    /// <summary>
    /// Characters of a text, in which what CloudFormation fills in counts alike whatever number it has been given: else how filters are
    /// cut would follow how much was synthesised before.
    /// </summary>
    private static int LengthOf(string text) =>
        text.Length + FilledIn().Matches(text).Sum(static match => NumberWidth - match.Groups[1].Length);

    [GeneratedRegex(@"\$\{Token\[[^\]]*?\.(\d+)\]\}")]
    private static partial Regex FilledIn();

    private void Add(string metric, string id, string condition) => _ = new MetricFilter(this, id, new MetricFilterProps
    {
        LogGroup = _log,
        FilterPattern = FilterPattern.Literal(Pattern(condition)),
        MetricNamespace = _stack.Deployment.Names.TrailMetrics,
        MetricName = metric,
        MetricValue = "1",
    });

    private string Pattern(string condition) => $"{{ {condition} && {_notDeployed} }}";

    private static string Calls(string service, params string[] names) =>
        And(Is("$.eventSource", $"{service}.amazonaws.com"), Or([.. names.Select(name => Is("$.eventName", name))]));

    /// <summary>An identity without a role has no such field at all.</summary>
    private static string Not(params string[] roles) =>
        Or($"({Role} NOT EXISTS)", And([.. roles.Select(role => $"({Role} != \"{role}\")")]));

    private static string Is(string field, string value) => $"({field} = \"{value}\")";

    private static string And(params string[] conditions) => $"({string.Join(" && ", conditions)})";

    private static string Or(params string[] conditions) => conditions is [var only] ? only : $"({string.Join(OrWord, conditions)})";
}
