using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>Subscriptions of people, and what holds for text messages.</summary>
internal sealed class TopicReader(IAmazonSimpleNotificationService sns, IAmazonCloudWatch cloudWatch, TimeProvider clock, Unread unread)
{
    private const string SpendLimit = "MonthlySpendLimit";

    /// <summary>
    /// What text messages have cost since the month began, of the account as a whole: without a dimension, and its maximum counts (SNS
    /// developer guide, "Monitoring Amazon SNS topics using CloudWatch").
    /// </summary>
    private static readonly Metric SpentThisMonth = new() { Namespace = "AWS/SNS", MetricName = "SMSMonthToDateSpentUSD" };

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
            TextMessages = AccountScope.SendsTextMessages(configuration) ? await LimitsAsync(cancellationToken) : null,
        };
    }

    /// <summary>The limits, with what is spent and who has opted out, as far as each of them can be read.</summary>
    private async Task<TextMessageLimits?> LimitsAsync(CancellationToken cancellationToken)
    {
        if (await unread.TryAsync(
            Sentences.PartTextLimits,
            "sns:GetSMSSandboxAccountStatus and sns:GetSMSAttributes",
            () => TextMessagesAsync(cancellationToken)) is not { } limits)
        {
            return null;
        }

        var optedOut = await unread.TryAsync(
            Sentences.PartOptedOut,
            "sns:ListPhoneNumbersOptedOut",
            () => Page<string>.AllAsync(MaximumPages, async token =>
            {
                var page = await sns.ListPhoneNumbersOptedOutAsync(
                    new ListPhoneNumbersOptedOutRequest { NextToken = token }, cancellationToken);
                return new(page.PhoneNumbers, page.NextToken);
            }));
        var spent = await unread.TryAsync(Sentences.PartSpent, "cloudwatch:GetMetricData", () => SpentAsync(cancellationToken));
        return limits with { OptedOut = optedOut ?? [], Spent = spent is { Count: > 0 } ? spent.Max() : null };
    }

    /// <summary>What CloudWatch has of this month; nothing while nothing was sent.</summary>
    private async Task<List<double>> SpentAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var answer = await cloudWatch.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                // of the first minutes of a month the newest figure may be the month before's
                StartTime = new DateTime(now.Year, now.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(1),
                EndTime = now.Day == 1 && now.Hour < 2 ? now.AddHours(2) : now,
                MetricDataQueries =
                [
                    new MetricDataQuery
                    {
                        Id = "spent", MetricStat = new MetricStat { Metric = SpentThisMonth, Period = 3600, Stat = "Maximum" },
                    },
                ],
            },
            cancellationToken);
        return answer.MetricDataResults?.SelectMany(static result => result.Values ?? []).ToList() ?? [];
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
