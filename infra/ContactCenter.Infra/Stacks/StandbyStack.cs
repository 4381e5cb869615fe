using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
using Constructs;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Infra.Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// What the pipeline stands on in the Region that stands by: keys and topics, and the alarms on the pipeline there. Alarms of that Region
/// may publish to it. docs/design/deployment.md says what it is good for.
/// </summary>
internal sealed class StandbyStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    public StandbyStack(Construct scope, Deployment deployment, StandbyPlace place)
        : base(scope, deployment, "topics", "Stands by: keys, topics, and alarms on the pipeline of a second Region.", place)
    {
        var key = new AlarmKey(this, "Key", Named("key"), $"Topics and tables of {deployment.Names.Prefix} in the Region that stands by.");
        var systemKey = new AlarmKey(
            this, "SystemKey", Named("system-key"), $"Alarms of {deployment.Names.Prefix} on itself in the Region that stands by.");
        Key = key;
        Alarms = new AlarmTopic(this, "Alarms", deployment.Names.AlarmTopic, key);
        var system = new AlarmTopic(this, "System", deployment.Names.SystemTopic, systemKey);
        SystemSubscribers.Add(this, system);
        var deployed = new DeployedAlarms(this, new AlarmTopics(Alarms.TopicArn, system.TopicArn), deployment.Configuration.RunbookUrl);
        foreach (var alarm in StandbyPlan.For(deployment.Configuration))
        {
            deployed.Add(alarm);
        }

        _ = new CfnOutput(
            this,
            "AlarmTopicArn",
            new CfnOutputProps { Value = Alarms.TopicArn, Description = "Alarms of this Region publish here; they are triaged here." });
    }

    /// <summary>Encrypts what is stored and sent there.</summary>
    public Key Key { get; }

    /// <summary>Where alarms of that Region, and people, publish when it takes over.</summary>
    public Topic Alarms { get; }
}
