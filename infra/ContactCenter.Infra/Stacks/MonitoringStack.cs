using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>The key of this deployment, and the topics that alarms publish to.</summary>
internal sealed class MonitoringStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    public MonitoringStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "monitoring", "Alarms on Amazon Connect and what it stands on, and the topics that they publish to.")
    {
        Key = new Key(this, "Key", new KeyProps
        {
            Alias = $"alias/{Named("key")}",
            Description = $"Topics, queues, tables and logs of {deployment.Prefix}.",
            EnableKeyRotation = true,
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        Key.GrantEncryptDecrypt(new ServicePrincipal("cloudwatch.amazonaws.com"));
        Alarms = new Topic(this, "Alarms", new TopicProps { TopicName = Named("alarms"), MasterKey = Key, EnforceSSL = true });
        Alarms.GrantPublish(new ServicePrincipal("cloudwatch.amazonaws.com"));
    }

    /// <summary>Encrypts what this deployment stores and sends.</summary>
    public Key Key { get; }

    /// <summary>Where alarms on customers, functions and tables go: <c>TriageAlarm</c> listens.</summary>
    public Topic Alarms { get; }
}
