using Constructs;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Infra.Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// A made-up alarm change every minute, which walks the way of a real one up to the delivery, where it becomes the heartbeat metric. The
/// alarm on its absence is in the catalog and mails directly.
/// </summary>
internal sealed class HeartbeatStack : ContactCenterStack
{
    /// <summary>What Scheduler writes in place of the time for which the call was planned.</summary>
    private const string ScheduledTime = "<aws.scheduler.scheduled-time>";

    /// <summary>Adds the stack.</summary>
    public HeartbeatStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "heartbeat", "Sends a made-up alarm through the whole pipeline every minute.")
    {
        var alarms = deployment.Monitoring.Alarms;
        var schedule = new Schedule(
            this,
            this,
            deployment.Names.Probe,
            "rate(1 minute)",
            ("sns:Publish", alarms.TopicArn),
            PipelineProbe.Message(deployment.Configuration, ScheduledTime));

        // what SNS asks of a publisher
        deployment.Monitoring.Key.Grant(schedule.Caller, "kms:Decrypt", "kms:GenerateDataKey*");
    }
}
