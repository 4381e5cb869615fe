using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// A queue for what was given up. It is encrypted by SQS itself and not with the key of the deployment: a key that is disabled, or a
/// policy that forgets a service, must not lose the last copy of an alarm.
/// </summary>
internal sealed class DeadLetters : Queue
{
    /// <summary>Adds the queue; an alarm watches every queue that <c>DeploymentNames</c> names.</summary>
    /// <param name="scope">What gives up.</param>
    /// <param name="name">Full name of the queue.</param>
    /// <param name="id">Its id in that scope.</param>
    public DeadLetters(Construct scope, string name, string id = "DeadLetters")
        : base(scope, id, new QueueProps
        {
            QueueName = name,
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            RetentionPeriod = Duration.Days(14),
        })
    {
    }
}
