using System.Text;
using System.Text.Json;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Infra.Constructs;
using Schedule = ContactCenter.Infra.Constructs.Schedule;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// The function that fails over what a person has agreed to. In the Region that stands by it shifts traffic and nothing else: from there
/// the flows of the instance are out of reach.
/// </summary>
internal sealed class FailoverStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="incidents">The pipeline of the same Region.</param>
    /// <param name="flows">The flows; null in the Region that stands by.</param>
    /// <param name="place">Where, unless at home.</param>
    public FailoverStack(
        Construct scope, Deployment deployment, IncidentsStack incidents, ContactFlowsStack? flows, StandbyPlace? place = null)
        : base(scope, deployment, "failover", "Fails over what a person has agreed to, and brings it back.", place)
    {
        var failOver = new DeployedFunction(this, SystemFunctions.FailOver, new DeployedFunctionProps
        {
            Environment = new Dictionary<string, string>
            {
                ["REMEDIATION_MODE"] = RemediationStack.Name(deployment.Configuration.Remediation.Mode),
            },
        });
        Role = failOver.Role;
        incidents.Table.AllowDecisions(failOver, "Query");
        incidents.Table.AllowDue(failOver);
        if (flows is not null)
        {
            AllowFlows(failOver, flows);
        }

        if (deployment.Configuration.Failover?.TrafficDistributionGroup is { } group)
        {
            failOver.Allow(["connect:GetTrafficDistribution", "connect:UpdateTrafficDistribution"], group);
        }

        _ = incidents.Remediation.AddSubscription(new LambdaSubscription(failOver.Lambda, new LambdaSubscriptionProps
        {
            DeadLetterQueue = failOver.DeadLetters,
            FilterPolicy = new Dictionary<string, SubscriptionFilter>
            {
                ["remediation"] = SubscriptionFilter.StringFilter(new StringConditions
                {
                    Allowlist = [FailoverActs.Flow.Entry.Name, FailoverActs.Queue.Entry.Name, FailoverActs.Traffic.Entry.Name],
                }),
            },
        }));
        _ = new Schedule(this, failOver, Schedule.EveryMinute);
    }

    /// <summary>The role that changes flows: its changes are repairs that somebody has agreed to.</summary>
    public Role Role { get; }

    /// <summary>It reads the emergency flow, and changes those that contacts come in by.</summary>
    private void AllowFlows(DeployedFunction failOver, ContactFlowsStack flows)
    {
        if (RemediableFailovers.Flows(Deployment.Configuration).Count == 0)
        {
            return;
        }

        var (configuration, names) = (Deployment.Configuration, Deployment.Names);
        (string Name, string Arn)[] changed =
        [
            (names.Flow(SystemFlows.Inbound), flows.FlowArn(SystemFlows.Inbound)),
            (names.Flow(SystemFlows.Chat), flows.FlowArn(SystemFlows.Chat)),
            .. RemediableFailovers.Own(configuration)
                .Select(flow => (flow.Name, $"{configuration.Instance.Arn}/contact-flow/{flow.Id}")),
        ];
        var emergency = flows.FlowArn(SystemFlows.Emergency);
        failOver.Allow(["connect:DescribeContactFlow"], [.. changed.Select(static flow => flow.Arn), emergency]);
        failOver.Allow(["connect:UpdateContactFlowContent"], [.. changed.Select(static flow => flow.Arn)]);
        failOver.Lambda.AddEnvironment("FLOW_IDS", Ids([.. changed, (names.Flow(SystemFlows.Emergency), emergency)]));
    }

    /// <summary>JSON object from the name of a flow to the last part of its ARN.</summary>
    private static string Ids(ReadOnlySpan<(string Name, string Arn)> flows)
    {
        var json = new StringBuilder("{");
        foreach (var (name, arn) in flows)
        {
            var id = Fn.Select(1, Fn.Split("/contact-flow/", arn));
            json.Append(json.Length > 1 ? "," : "").Append('"').Append(JsonEncodedText.Encode(name).Value)
                .Append("\":\"").Append(id).Append('"');
        }

        return json.Append('}').ToString();
    }
}
