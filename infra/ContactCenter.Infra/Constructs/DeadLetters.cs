using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using ContactCenter.Infra.Stacks;
using Constructs;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// A queue for what was given up. It is encrypted by SQS itself and not with the key of the deployment: a key that is disabled, or a
/// policy that forgets a service, must not lose the last copy of an alarm.
/// </summary>
internal sealed class DeadLetters : Queue
{
    /// <summary>Adds the queue <c>&lt;prefix&gt;-&lt;name&gt;-dead</c>; an alarm watches every queue of such a name.</summary>
    /// <param name="scope">What gives up.</param>
    /// <param name="stack">The stack, which knows the prefix.</param>
    /// <param name="name">Name of what gives up, in kebab case.</param>
    public DeadLetters(Construct scope, ContactCenterStack stack, string name)
        : base(scope, "DeadLetters", new QueueProps
        {
            QueueName = stack.Named($"{name}-dead"),
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            RetentionPeriod = Duration.Days(14),
        })
    {
    }
}
