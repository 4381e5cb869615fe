using Amazon.CDK.AWS.Logs;
using ContactCenter.Infra.Stacks;
using Constructs;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// Metrics of changes that must never happen quietly, read from the trail. What CloudFormation does in the name of a deployment is left
/// out where a deployment does the same. The alarms on them are in the catalog.
/// </summary>
internal sealed class NeverQuietly : Construct
{
    /// <summary>Deployments run in this role of the CDK; an identity without a role has no such field at all.</summary>
    private const string NotDeployed =
        "(($.userIdentity.sessionContext.sessionIssuer.arn NOT EXISTS) || ($.userIdentity.sessionContext.sessionIssuer.arn != \"*-cfn-exec-role-*\"))";

    private static readonly string[] OfTrails = ["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"];
    private static readonly string[] OfKeys = ["DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy"];
    private static readonly string[] OfAlarms = ["DeleteAlarms", "DisableAlarmActions", "PutAlarmMuteRule"];
    private static readonly string[] OfFlows = ["UpdateContactFlow*", "DeleteContactFlow*", "CreateContactFlow*", "AssociateLambdaFunction", "DisassociateLambdaFunction", "DisassociateFlow"];
    private static readonly string[] OfHooks = ["UpdateFunctionCode*", "UpdateFunctionConfiguration*", "DeleteFunction*"];

    /// <summary>Adds the metrics.</summary>
    public NeverQuietly(ContactCenterStack stack, LogGroup log)
        : base(stack, "NeverQuietly")
    {
        var hooks = $"($.requestParameters.functionName = \"*{stack.Deployment.Prefix}-*\")";
        Add("TrailChanged", $"{{ {Calls("cloudtrail", OfTrails)} && {NotDeployed} }}");
        Add("KeyChanged", $"{{ {Calls("kms", OfKeys)} && {NotDeployed} }}");
        Add("AlarmsChanged", $"{{ {Calls("monitoring", OfAlarms)} && {NotDeployed} }}");
        Add("FlowsChanged", $"{{ ({Calls("connect", OfFlows)} || ({Calls("lambda", OfHooks)} && {hooks})) && {NotDeployed} }}");

        void Add(string metric, string pattern) => _ = new MetricFilter(this, metric, new MetricFilterProps
        {
            LogGroup = log,
            FilterPattern = FilterPattern.Literal(pattern),
            MetricNamespace = stack.Deployment.Names.TrailMetrics,
            MetricName = metric,
            MetricValue = "1",
        });
    }

    private static string Calls(string service, string[] names) =>
        $"(($.eventSource = \"{service}.amazonaws.com\") && ({string.Join(" || ", names.Select(name => $"($.eventName = \"{name}\")"))}))";
}
