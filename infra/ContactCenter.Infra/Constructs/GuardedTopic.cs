using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace ContactCenter.Infra.Constructs;

/// <summary>A topic that is encrypted with a key of ours, and refuses what is not encrypted on the way.</summary>
internal class GuardedTopic : Topic
{
    /// <summary>Adds the topic.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="name">Full name of the topic.</param>
    /// <param name="key">Encrypts what it holds.</param>
    public GuardedTopic(Construct scope, string id, string name, IKey key)
        : base(scope, id, new TopicProps { TopicName = name, MasterKey = key }) =>
        // the library enforces it only where it makes a policy anyway
        AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "RefuseUnencrypted",
            Effect = Effect.DENY,
            Principals = [new AnyPrincipal()],
            Actions = ["sns:Publish"],
            Resources = [TopicArn],
            Conditions = new Dictionary<string, object> { ["Bool"] = new Dictionary<string, object> { ["aws:SecureTransport"] = "false" } },
        }));
}
