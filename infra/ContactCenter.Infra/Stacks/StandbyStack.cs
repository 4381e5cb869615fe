using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
using Constructs;
using ContactCenter.Infra.Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// What the pipeline stands on in the Region that stands by: a key and an alarm topic, without alarms. docs/decisions/deployment.md says
/// what it is good for.
/// </summary>
internal sealed class StandbyStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    public StandbyStack(Construct scope, Deployment deployment, StandbyPlace place)
        : base(scope, deployment, "topics", "Stands by: the key and the alarm topic of a second Region.", place)
    {
        Key = new Key(this, "Key", new KeyProps
        {
            Alias = $"alias/{Named("key")}",
            Description = $"Topics and tables of {deployment.Prefix} in the Region that stands by.",
            EnableKeyRotation = true,
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        });
        Alarms = new GuardedTopic(this, "Alarms", deployment.Names.AlarmTopic, Key);
    }

    /// <summary>Encrypts what is stored and sent there.</summary>
    public Key Key { get; }

    /// <summary>Where alarms of that Region, and people, publish when it takes over.</summary>
    public Topic Alarms { get; }
}
