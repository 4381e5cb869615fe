using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
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
    /// <param name="scope">The application.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="key">Encrypts the topic.</param>
    /// <param name="alarms">What triage listens to.</param>
    /// <param name="place">Where, unless at home.</param>
    public HeartbeatStack(Construct scope, Deployment deployment, IKey key, ITopic alarms, StandbyPlace? place = null)
        : base(scope, deployment, "heartbeat", "Sends a made-up alarm through the whole pipeline every minute.", place)
    {
        var schedule = new Schedule(
            this,
            this,
            deployment.Names.Probe,
            Schedule.EveryMinute,
            ("sns:Publish", alarms.TopicArn),
            PipelineProbe.Message(deployment.Configuration, ScheduledTime));

        // what SNS asks of a publisher
        key.Grant(schedule.Caller, "kms:Decrypt", "kms:GenerateDataKey*");
    }
}
