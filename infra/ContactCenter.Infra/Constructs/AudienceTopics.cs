using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
using Constructs;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Notifications.Sns;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// A topic for each audience and each on-call schedule that has e-mail addresses or phone numbers, with a subscription for each of them
/// that takes only what is addressed to it.
/// </summary>
internal sealed class AudienceTopics : Construct
{
    private readonly Dictionary<string, Topic> _topics = new(StringComparer.Ordinal);

    /// <summary>Adds the topics.</summary>
    public AudienceTopics(ContactCenterStack stack, IKey key)
        : base(stack, "Audiences")
    {
        var dead = new DeadLetters(this, stack.Deployment.Names.AudienceDeadLetters);
        foreach (var (name, endpoints) in DeploymentNames.AudiencesWithTopic(stack.Deployment.Configuration))
        {
            var topic = new GuardedTopic(this, name, stack.Deployment.Names.AudienceTopic(name), key);
            foreach (var endpoint in endpoints.DistinctBy(each => SnsRenderer.EndpointKey(each.Channel, each.To)))
            {
                Subscribe(topic, endpoint, dead);
            }

            _topics.Add(name, topic);
        }

        if (_topics.Count > 0)
        {
            AllowDeadLetters(dead);
        }
    }

    /// <summary>ARNs by audience, as the functions that deliver want them.</summary>
    public IReadOnlyDictionary<string, string> Arns =>
        _topics.ToDictionary(topic => topic.Key, topic => topic.Value.TopicArn, StringComparer.Ordinal);

    private void AllowDeadLetters(DeadLetters dead) =>
        dead.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = [new ServicePrincipal("sns.amazonaws.com")],
            Actions = ["sqs:SendMessage"],
            Resources = [dead.QueueArn],
            Conditions = new Dictionary<string, object>
            {
                ["ArnEquals"] = new Dictionary<string, object>
                {
                    ["aws:SourceArn"] = _topics.Values.Select(topic => topic.TopicArn).ToArray()
                },
            },
        }));

    private static void Subscribe(Topic topic, Endpoint endpoint, DeadLetters dead)
    {
        var address = SnsRenderer.EndpointKey(endpoint.Channel, endpoint.To);
        _ = new CfnSubscription(topic, address, new CfnSubscriptionProps
        {
            TopicArn = topic.TopicArn,
            Protocol = endpoint.Channel == Channel.Sms ? "sms" : "email",
            Endpoint = endpoint.To,
            FilterPolicy = new Dictionary<string, object> { [SnsRenderer.EndpointAttribute] = new[] { address } },
            RedrivePolicy = new Dictionary<string, object> { ["deadLetterTargetArn"] = dead.QueueArn },
        });
    }
}
