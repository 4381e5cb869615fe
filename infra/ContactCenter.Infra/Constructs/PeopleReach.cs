using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Validation.Account;
using Channel = ContactCenter.Core.Configuration.Channel;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// The function that tests whether people can be reached: by the hour, whose weekly test is due, and whom the API asks for through a topic.
/// By the hour it also reminds people of actions that reviews agreed on, where that is configured.
/// It may send what delivery may send but tasks and cases, and read what says why somebody is not reached.
/// </summary>
internal sealed class PeopleReach
{
    private readonly ContactCenterStack _stack;

    /// <summary>Adds the topic and the function.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="table">Where receipts are kept.</param>
    /// <param name="audiences">Where e-mail and text messages go.</param>
    /// <param name="alarms">Where findings go.</param>
    /// <param name="key">Encrypts the topic.</param>
    /// <param name="taskFlow">Id of the flow of tasks, or null where none is deployed.</param>
    public PeopleReach(
        ContactCenterStack stack, IncidentTable table, AudienceTopics audiences, ITopic alarms, IKey key, string? taskFlow)
    {
        _stack = stack;
        Topic = new GuardedTopic(stack, "Reach", stack.Deployment.Names.ReachTopic, key);
        var environment = new Dictionary<string, string>
        {
            ["AUDIENCE_TOPICS"] = stack.ToJsonString(audiences.Arns),
            ["ALARM_TOPIC_ARN"] = alarms.TopicArn,
        };
        if (taskFlow is not null)
        {
            environment["TASK_FLOW_ID"] = taskFlow;
        }

        // what was asked an hour ago nobody waits for any more
        var function = new DeployedFunction(stack, SystemFunctions.ReachPeople, new DeployedFunctionProps
        {
            Environment = environment,
            Secrets =
            [
                .. AccountScope.ReachSecrets(stack.Deployment.Configuration).Select(stack.Secret).Order(StringComparer.Ordinal),
            ],
            MaximumAge = Amazon.CDK.Duration.Hours(1),
        });
        table.Allow(function, "GetItem", "PutItem");
        table.AllowSettings(function);
        function.Allow(["sns:Publish"], [alarms.TopicArn, .. audiences.Arns.Values]);
        key.Grant(function.Role, "kms:Decrypt", "kms:GenerateDataKey*");
        AllowReading(function);
        _ = Topic.AddSubscription(new LambdaSubscription(
            function.Lambda, new LambdaSubscriptionProps { DeadLetterQueue = function.DeadLetters }));
        var messages = stack.Deployment.Configuration.Messages;
        if (messages.ActionReminders is not null)
        {
            table.AllowReviews(function);
        }

        if (messages.ReachTest.Enabled || messages.ActionReminders is not null)
        {
            _ = new Schedule(stack, function, "rate(1 hour)");
        }
    }

    /// <summary>Where tests are asked for.</summary>
    public Topic Topic { get; }

    private void AllowReading(DeployedFunction function)
    {
        var configuration = _stack.Deployment.Configuration;
        string[] topics =
        [
            .. AccountScope.Topics(configuration).Select(name => $"arn:{_stack.Partition}:sns:{_stack.Region}:{_stack.Account}:{name}"),
        ];
        function.Allow(["sns:ListSubscriptionsByTopic"], topics);
        if (AccountScope.SendsTextMessages(configuration))
        {
            // neither SNS nor CloudWatch knows a resource for these
            function.Allow([.. TextMessageRights.All], "*");
        }

        if (AccountScope.Endpoints(configuration).Any(static endpoint => endpoint.Channel == Channel.Support))
        {
            function.Allow(["support:DescribeCases"], "*");
        }
    }
}

/// <summary>What reading the limits of text messages takes, for the weekly check and for the reach test.</summary>
internal static class TextMessageRights
{
    /// <summary>The actions; none knows a resource.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["cloudwatch:GetMetricData", "sns:GetSMSAttributes", "sns:GetSMSSandboxAccountStatus", "sns:ListPhoneNumbersOptedOut"];
}
