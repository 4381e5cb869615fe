using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ContactCenter.Infra.Constructs;

/// <summary>A topic that alarms of this account publish to, and those of no other (the confused deputy).</summary>
internal sealed class AlarmTopic : GuardedTopic
{
    /// <summary>Adds the topic.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="name">Full name of the topic.</param>
    /// <param name="key">Encrypts what it holds.</param>
    public AlarmTopic(Construct scope, string id, string name, AlarmKey key)
        : base(scope, id, name, key) => AddToResourcePolicy(OfCloudWatch(this, "PublishByAlarms", TopicArn, "sns:Publish"));

    /// <summary>What CloudWatch may do for alarms of this account.</summary>
    public static PolicyStatement OfCloudWatch(
        Construct scope, string id, string resource, params string[] actions) => new(new PolicyStatementProps
        {
            Sid = id,
            Principals = [new ServicePrincipal("cloudwatch.amazonaws.com")],
            Actions = actions,
            Resources = [resource],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Stack.Of(scope).Account }
            },
        });
}
