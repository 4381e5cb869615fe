using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using ContactCenter.Core.Monitoring.Dashboards;

namespace ContactCenter.Infra.Stacks;

/// <summary>The dashboards, and where they are.</summary>
internal sealed class ObservabilityStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    public ObservabilityStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "observability", "Dashboards: can customers get through, and what engineers look at.")
    {
        var instance = deployment.Configuration.Instance;
        foreach (var dashboard in DashboardPlan.For(deployment.Configuration))
        {
            var id = char.ToUpperInvariant(dashboard.Id[0]) + dashboard.Id[1..];
            _ = new CfnDashboard(this, id, new CfnDashboardProps
            {
                DashboardName = deployment.Names.Dashboard(dashboard.Id),
                DashboardBody = CloudWatchDashboard.Body(dashboard, instance),
            });
            _ = new CfnOutput(this, $"{id}Link", new CfnOutputProps
            {
                Value = deployment.Names.DashboardLink(instance, dashboard.Id).ToString(),
                Description = dashboard.Description,
            });
        }
    }
}
