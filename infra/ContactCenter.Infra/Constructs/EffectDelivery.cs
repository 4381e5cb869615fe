using System.Diagnostics.CodeAnalysis;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.EventSources;
using Amazon.CDK.AWS.SNS;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Dashboards;
using Channel = ContactCenter.Core.Configuration.Channel;
using Duration = Amazon.CDK.Duration;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// The two functions that carry out effects: <c>DeliverEffects</c>, as the table's stream brings them, and <c>AdvanceEscalations</c>,
/// every minute, what is due and what was left behind. Both may the same outside, because either may be the one that does it.
/// </summary>
internal sealed class EffectDelivery
{
    private const string TaskFlow = "TASK_FLOW_ID";
    private const string CallFlow = "CALL_FLOW_ID";

    private readonly ContactCenterStack _stack;
    private readonly IncidentTable _table;
    private readonly DeployedFunctionProps _props;
    private readonly AudienceTopics _audiences;
    private readonly ITopic _remediation;
    private readonly CallOut? _calls;

    /// <summary>Adds the functions.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="table">Where effects stand.</param>
    /// <param name="audiences">Where e-mail and text messages go.</param>
    /// <param name="remediation">Where repairs are asked for.</param>
    /// <param name="links">Address below which links are answered, and the ARN of the secret that signs them.</param>
    /// <param name="taskFlow">Id of the flow of tasks, or null where none is deployed.</param>
    /// <param name="calls">How people are called, or null: nobody is.</param>
    public EffectDelivery(
        ContactCenterStack stack, IncidentTable table, AudienceTopics audiences, ITopic remediation, (string Base, string Secret) links,
        string? taskFlow, CallOut? calls)
    {
        (_stack, _table, _audiences, _remediation, _calls) = (stack, table, audiences, remediation, calls);
        var environment = new Dictionary<string, string>
        {
            ["AUDIENCE_TOPICS"] = stack.ToJsonString(audiences.Arns),
            ["REMEDIATION_TOPIC_ARN"] = remediation.TopicArn,
            ["LINK_BASE_URL"] = links.Base,
            ["LINK_SECRET_ARN"] = links.Secret,
            ["DASHBOARD_URL"] = stack.Deployment.Names.DashboardLink(
                stack.Deployment.Configuration.Instance, DashboardPlan.Operations).AbsoluteUri,
        };
        if (taskFlow is not null)
        {
            environment[TaskFlow] = taskFlow;
        }

        if (calls is not null)
        {
            environment[CallFlow] = calls.FlowId;
        }

        _props = new DeployedFunctionProps
        {
            Environment = environment,
            Secrets =
            [
                .. Endpoints.Select(endpoint => endpoint.Secret)
                    .OfType<string>()
                    .Select(stack.Secret)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
                links.Secret
            ],
        };
        AddDelivery();
        AddClock();
    }

    /// <summary>The role that keeps thresholds that people have set at run time: its changes of alarms are theirs.</summary>
    public Role ThresholdKeeper { get; private set; }

    private IEnumerable<Endpoint> Endpoints =>
        _stack.Deployment.Configuration.Audiences.Values.SelectMany(endpoints => endpoints)
            .Concat(_stack.Deployment.Configuration.OnCall.Values.SelectMany(schedule => schedule.Participants).SelectMany(participant =>
                participant.Endpoints));

    /// <summary>A failed attempt is the clock's to make again, so the stream tries only what could not even be written down.</summary>
    private void AddDelivery()
    {
        var function = new DeployedFunction(_stack, SystemFunctions.DeliverEffects, _props);
        Allow(function);
        function.Lambda.AddEventSource(new DynamoEventSource(_table, new DynamoEventSourceProps
        {
            StartingPosition = StartingPosition.TRIM_HORIZON,
            BatchSize = 25,
            ParallelizationFactor = 2,
            BisectBatchOnError = true,
            ReportBatchItemFailures = true,
            RetryAttempts = 5,
            MaxRecordAge = Duration.Minutes(30),
            OnFailure = new SqsDlq(function.DeadLetters!),
            Filters =
            [
                Effects("INSERT"),

                // a call of which is known what became of it: only calls are waited for
                .. _calls is null ? [] : new[] { Effects("MODIFY", TableLayout.HastenedAt) },
            ],
        }));
    }

    /// <summary>Effects, of which an item may have to have a number too.</summary>
    private static IDictionary<string, object> Effects(string change, string? number = null)
    {
        var image = new Dictionary<string, object>
        {
            [TableLayout.Kind] = new Dictionary<string, object> { ["S"] = FilterRule.IsEqual(TableLayout.EffectKind) },
        };
        if (number is not null)
        {
            image[number] = new Dictionary<string, object> { ["N"] = IncidentHistory.Exists };
        }

        return FilterCriteria.Filter(new Dictionary<string, object>
        {
            ["eventName"] = FilterRule.IsEqual(change),
            ["dynamodb"] = new Dictionary<string, object> { ["NewImage"] = image },
        });
    }

    /// <summary>A minute that was missed is made up by the next one, so Lambda does not try again.</summary>
    [MemberNotNull(nameof(ThresholdKeeper))]
    private void AddClock()
    {
        var function = new DeployedFunction(
            _stack, SystemFunctions.AdvanceEscalations, _props with { Retries = 0, MaximumAge = Duration.Minutes(5) });
        Allow(function);
        _table.Allow(function, "DeleteItem");
        _table.AllowDue(function);
        AllowThresholds(function);
        ThresholdKeeper = function.Role;
        _ = new Schedule(_stack, function, Schedule.EveryMinute);
    }

    /// <summary>It keeps thresholds that people have set, of this deployment's alarms and of no others.</summary>
    private void AllowThresholds(DeployedFunction function)
    {
        // CloudWatch describes alarms by name only to who may describe them all
        function.Allow(["cloudwatch:DescribeAlarms"], Alarms("*"));
        function.Allow(["cloudwatch:PutMetricAlarm"], Alarms($"{_stack.Deployment.Names.Prefix}/*"));

        string Alarms(string name) => $"arn:{_stack.Partition}:cloudwatch:{_stack.Region}:{_stack.Account}:alarm:{name}";
    }

    private void Allow(DeployedFunction function)
    {
        _table.AllowDecisions(function, "UpdateItem", "Query");
        function.Allow(["sns:Publish"], [_remediation.TopicArn, .. _audiences.Arns.Values]);
        var channels = Endpoints.Select(endpoint => endpoint.Channel).ToHashSet();
        if (channels.Contains(Channel.Task) && _props.Environment.ContainsKey(TaskFlow))
        {
            var instance = _stack.Deployment.Configuration.Instance.Arn;
            function.Allow(["connect:StartTaskContact"], $"{instance}/contact/*", $"{instance}/contact-flow/*");
        }

        if (channels.Contains(Channel.Call) && _calls is not null)
        {
            function.Allow(
                ["connect:StartOutboundVoiceContact"], $"{_stack.Deployment.Configuration.Instance.Arn}/contact/*", _calls.FlowArn);
        }

        if (channels.Contains(Channel.Support))
        {
            // AWS Support knows no resources
            function.Allow(["support:CreateCase", "support:DescribeCases"], "*");
        }
    }
}
