using Constructs;
using ContactCenter.Infra.Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>A share of the alarms, where there are more than one stack takes.</summary>
internal sealed class MoreAlarmsStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="share">Which share, counted from 0; the first is in <see cref="MonitoringStack"/>.</param>
    public MoreAlarmsStack(Construct scope, Deployment deployment, int share)
        : base(scope, deployment, $"monitoring-{share + 1}", $"Alarms on Amazon Connect and what it stands on, share {share + 1}.")
    {
        var deployed = new DeployedAlarms(this, deployment.Monitoring.Topics, deployment.Configuration.RunbookUrl);
        foreach (var alarm in deployment.AlarmsOf(share))
        {
            deployed.Add(alarm);
        }
    }
}
