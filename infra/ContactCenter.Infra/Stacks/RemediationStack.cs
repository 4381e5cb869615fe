using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Constructs;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Infra.Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>The functions that repair, each with what it may change and nothing else.</summary>
internal sealed class RemediationStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    public RemediationStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "remediation", "Automated repairs, within the limits of the configuration.")
    {
        var capacity = Add(SystemFunctions.HealCapacity, CapacityRemediation.Entry);
        AllowCapacity(capacity);
        Listen(capacity, CapacityRemediation.Entry);
        var functions = Add(
            SystemFunctions.HealFunctions, ReservedConcurrencyRemediation.Entry, EventSourceMappingRemediation.Entry);
        AllowFunctions(functions);
        FunctionRemediator = functions.Role;
    }

    /// <summary>The role that changes functions within the limits of the configuration: its changes are repairs.</summary>
    public Role FunctionRemediator { get; }

    /// <summary>A function that carries repairs out: asked by incidents, and looking after what is on lease every minute.</summary>
    private DeployedFunction Add(SystemFunction function, params RemediationEntry[] repairs)
    {
        var remediator = new DeployedFunction(this, function, new DeployedFunctionProps
        {
            Environment = new Dictionary<string, string> { ["REMEDIATION_MODE"] = Name(Deployment.Configuration.Remediation.Mode) },
        });
        Deployment.Incidents.Table.AllowDecisions(remediator, "Query");
        Deployment.Incidents.Table.AllowDue(remediator);
        _ = Deployment.Incidents.Remediation.AddSubscription(new LambdaSubscription(remediator.Lambda, new LambdaSubscriptionProps
        {
            DeadLetterQueue = remediator.DeadLetters,
            FilterPolicy = new Dictionary<string, SubscriptionFilter>
            {
                ["remediation"] = SubscriptionFilter.StringFilter(new StringConditions
                {
                    Allowlist = [.. repairs.Select(repair => repair.Name)]
                }),
            },
        }));
        _ = new Schedule(this, remediator, Schedule.EveryMinute);
        return remediator;
    }

    /// <summary>
    /// Alarms that this repair cures reach it straight from their topic as well: capacity is too slow to wait for the incident. The filter
    /// looks at the message itself, because CloudWatch sends no attributes.
    /// </summary>
    private void Listen(DeployedFunction remediator, RemediationEntry repair)
    {
        string[] names =
        [
            .. Deployment.Alarms.Where(alarm => alarm.Definition.Remediation == repair.Name)
                .Select(alarm => $"{Deployment.Names.Prefix}/{alarm.Definition.Id}/").Distinct().Order(StringComparer.Ordinal),
        ];
        if (names.Length > 0)
        {
            _ = Deployment.Monitoring.Alarms.AddSubscription(new LambdaSubscription(remediator.Lambda, new LambdaSubscriptionProps
            {
                DeadLetterQueue = remediator.DeadLetters,
                FilterPolicyWithMessageBody = new Dictionary<string, FilterOrPolicy>
                {
                    ["AlarmName"] = FilterOrPolicy.Filter(SubscriptionFilter.StringFilter(new StringConditions { MatchPrefixes = names })),
                    ["NewStateValue"] = FilterOrPolicy.Filter(SubscriptionFilter.StringFilter(new StringConditions
                    {
                        Allowlist = ["ALARM"]
                    })),
                },
            }));
        }
    }

    /// <summary>How far repairs may go, as functions are told it.</summary>
    internal static string Name(RemediationMode mode) => mode switch
    {
        RemediationMode.Act => "act",
        RemediationMode.DryRun => "dryRun",
        _ => "off",
    };

    /// <summary>
    /// Raises only the tables that the configuration gives limits for, and may give back in all that it lists: limits that were taken away
    /// leave a lease. What has no resource, and what only reads, is for all.
    /// </summary>
    private void AllowCapacity(DeployedFunction remediator)
    {
        string[] tables =
        [
            .. Deployment.Configuration.Tables.Select(table =>
                $"arn:{Partition}:dynamodb:{Region}:{Account}:table/{table.Name}")
        ];
        if (tables.Length > 0)
        {
            remediator.Allow(["dynamodb:DescribeTable", "dynamodb:UpdateTable"], tables);
            remediator.Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = ["application-autoscaling:RegisterScalableTarget"],
                // a target's id is made when it is registered, so its table cannot be named here; its service can
                Resources = [$"arn:{Partition}:application-autoscaling:{Region}:{Account}:scalable-target/*"],
                Conditions = new Dictionary<string, object>
                {
                    ["StringEquals"] = new Dictionary<string, object> { ["application-autoscaling:service-namespace"] = "dynamodb" },
                },
            }));
        }

        remediator.Allow(["application-autoscaling:DescribeScalableTargets", "cloudwatch:GetMetricData", "dynamodb:DescribeLimits"], "*");
    }

    /// <summary>
    /// Lifts only the functions that the configuration gives limits for, and may give back in all that it lists; and the event sources
    /// that feed the ones it names.
    /// </summary>
    private void AllowFunctions(DeployedFunction remediator)
    {
        string[] lifted = [.. RemediableFunctions.Listed(Deployment.Configuration).Select(FunctionArn)];
        if (lifted.Length > 0)
        {
            remediator.Allow(["lambda:GetFunctionConcurrency", "lambda:PutFunctionConcurrency"], lifted);
        }

        remediator.Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["lambda:UpdateEventSourceMapping"],
            Resources = [$"arn:{Partition}:lambda:{Region}:{Account}:event-source-mapping:*"],
            Conditions = new Dictionary<string, object>
            {
                ["ArnEquals"] = new Dictionary<string, object>
                {
                    ["lambda:FunctionArn"] = RemediableFunctions.EventSources(Deployment.Configuration)
                        .Select(source => FunctionArn(source.Function))
                        .ToArray(),
                },
            },
        }));
        remediator.Allow(["cloudwatch:GetMetricData", "lambda:GetAccountSettings", "lambda:ListEventSourceMappings"], "*");
    }

    private string FunctionArn(string name) => $"arn:{Partition}:lambda:{Region}:{Account}:function:{name}";
}
