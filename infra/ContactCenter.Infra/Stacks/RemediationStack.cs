using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation;
using ContactCenter.Infra.Constructs;
using Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>The functions that repair, each with what it may change and nothing else.</summary>
internal sealed class RemediationStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    public RemediationStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "remediation", "Automated repairs, within the limits of the configuration.")
    {
        var heal = new DeployedFunction(this, SystemFunctions.HealCapacity, new DeployedFunctionProps
        {
            Environment = new Dictionary<string, string> { ["REMEDIATION_MODE"] = Name(deployment.Configuration.Remediation.Mode) },
        });
        deployment.Incidents.Table.AllowDecisions(heal, "Query");
        deployment.Incidents.Table.AllowDue(heal);
        AllowCapacity(heal);
        _ = deployment.Incidents.Remediation.AddSubscription(new LambdaSubscription(heal.Lambda, new LambdaSubscriptionProps
        {
            DeadLetterQueue = heal.DeadLetters,
            FilterPolicy = new Dictionary<string, SubscriptionFilter>
            {
                ["remediation"] = SubscriptionFilter.StringFilter(new StringConditions { Allowlist = [CapacityRemediation.RegistryEntry.Name] }),
            },
        }));
        _ = new Schedule(this, heal, "rate(1 minute)");
    }

    private static string Name(HealingMode mode) => mode switch
    {
        HealingMode.Act => "act",
        HealingMode.DryRun => "dryRun",
        _ => "off",
    };

    /// <summary>Changes only the tables that the configuration gives limits for. What has no resource, and what only reads, is for all.</summary>
    private void AllowCapacity(DeployedFunction heal)
    {
        string[] tables = [.. Deployment.Configuration.Tables.Where(table => table.Limits() is not null).Select(table => $"arn:{Partition}:dynamodb:{Region}:{Account}:table/{table.Name}")];
        if (tables.Length > 0)
        {
            heal.Allow(["dynamodb:DescribeTable", "dynamodb:UpdateTable"], tables);
            heal.Allow(["application-autoscaling:RegisterScalableTarget"], $"arn:{Partition}:application-autoscaling:{Region}:{Account}:scalable-target/*");
        }

        heal.Allow(["application-autoscaling:DescribeScalableTargets", "cloudwatch:GetMetricData", "dynamodb:DescribeLimits"], "*");
    }
}
