using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Constructs;

/// <summary>People who must know when this system itself fails: they are told by e-mail, past everything that may be broken.</summary>
internal static class SystemSubscribers
{
    /// <summary>Subscribes them to the topic of alarms on this system, with dead letters for what cannot be delivered.</summary>
    public static void Add(ContactCenterStack stack, Topic system)
    {
        var dead = new DeadLetters(stack, stack.Deployment.Names.SystemDeadLetters, "SystemDeadLetters");
        foreach (var address in SystemRecipients.Of(stack.Deployment.Configuration))
        {
            system.AddSubscription(new EmailSubscription(address, new EmailSubscriptionProps { DeadLetterQueue = dead }));
        }
    }
}
