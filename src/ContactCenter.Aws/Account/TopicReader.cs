using System.Globalization;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>Subscriptions of people, and what holds for text messages.</summary>
internal sealed class TopicReader(IAmazonSimpleNotificationService sns, Unread unread)
{
    private const string SpendLimit = "MonthlySpendLimit";

    /// <summary>A hundred subscriptions to a page.</summary>
    private const int MaximumPages = 20;

    public async Task<AccountReading> ReadAsync(
        AccountReading reading, ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        var instance = configuration.Instance;
        return reading with
        {
            Subscriptions = await unread.EachAsync<IReadOnlyList<SubscriptionReading>>(
                "topic",
                "sns:ListSubscriptionsByTopic",
                AccountScope.Topics(configuration),
                name => SubscriptionsAsync(
                    $"arn:{instance.Partition}:sns:{instance.Region}:{instance.AccountId}:{name}", cancellationToken)),
            TextMessages = AccountScope.SendsTextMessages(configuration)
                ? await unread.TryAsync(
                    Sentences.PartTextLimits,
                    "sns:GetSMSSandboxAccountStatus and sns:GetSMSAttributes",
                    () => TextMessagesAsync(cancellationToken))
                : null,
        };
    }

    private async Task<IReadOnlyList<SubscriptionReading>?> SubscriptionsAsync(string topic, CancellationToken cancellationToken)
    {
        try
        {
            return await Page<SubscriptionReading>.AllAsync(MaximumPages, async token =>
            {
                var page = await sns.ListSubscriptionsByTopicAsync(
                    new ListSubscriptionsByTopicRequest { TopicArn = topic, NextToken = token }, cancellationToken);
                return new(
                    page.Subscriptions?.Select(static one =>
                        new SubscriptionReading(one.Protocol ?? "", one.Endpoint ?? "", one.SubscriptionArn ?? "")),
                    page.NextToken);
            });
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private async Task<TextMessageLimits> TextMessagesAsync(CancellationToken cancellationToken)
    {
        var sandbox = await sns.GetSMSSandboxAccountStatusAsync(new GetSMSSandboxAccountStatusRequest(), cancellationToken);
        var attributes = await sns.GetSMSAttributesAsync(new GetSMSAttributesRequest { Attributes = [SpendLimit] }, cancellationToken);
        return new TextMessageLimits(
            sandbox.IsInSandbox == true,
            double.TryParse(attributes.Attributes?.GetValueOrDefault(SpendLimit), CultureInfo.InvariantCulture, out var limit)
                ? limit
                : null);
    }
}
