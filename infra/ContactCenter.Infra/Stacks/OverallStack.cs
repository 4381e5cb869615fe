using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Infra.Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// Composite alarms over those of all other stacks; CloudWatch refuses a rule that names an alarm which is not there yet.
/// </summary>
internal sealed class OverallStack : ContactCenterStack
{
    /// <summary>
    /// How long a composite waits for the one that explains it, and how long it keeps silent afterwards, in seconds: the alarms below are
    /// evaluated every minute, so two of them may turn a minute apart and back.
    /// </summary>
    private const int Patience = 120;

    /// <summary>Adds the stack.</summary>
    public OverallStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "overall", "Can customers get through, and are they served well? Composite alarms over all others.")
    {
        var deployed = new Dictionary<string, CfnCompositeAlarm>(StringComparer.Ordinal);
        foreach (var composite in CompositePlan.For(deployment.Names.Prefix, deployment.Alarms))
        {
            var alarm = Add(composite);
            foreach (var earlier in composite.Children.Append(composite.Suppressor ?? "").Where(deployed.ContainsKey))
            {
                alarm.AddDependency(deployed[earlier]);
            }

            deployed.Add(composite.Name, alarm);
        }
    }

    private CfnCompositeAlarm Add(BoundComposite composite)
    {
        string[] actions = composite.IsPart ? [] : [Deployment.Monitoring.Topics.Alarms];
        return new CfnCompositeAlarm(this, LogicalId.Of(composite.Definition.Id, composite.Name), new CfnCompositeAlarmProps
        {
            AlarmName = composite.Name,
            AlarmDescription = AlarmSelfDescription.Of(composite, Deployment.Configuration.RunbookUrl),
            AlarmRule = composite.Rule,
            ActionsEnabled = !composite.IsPart,
            AlarmActions = actions,
            OkActions = actions,
            ActionsSuppressor = composite.Suppressor,
            ActionsSuppressorWaitPeriod = composite.Suppressor is null ? null : Patience,
            ActionsSuppressorExtensionPeriod = composite.Suppressor is null ? null : Patience,
        });
    }
}
