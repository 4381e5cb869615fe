using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>E-mail and text messages through the topic of the audience; a text message without a topic goes to the number itself.</summary>
internal sealed class SnsChannel(
    IAmazonSimpleNotificationService sns, NotificationOptions options, LinkSource links, SmsSettings sms) : INotificationChannel
{
    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        // a phone number is nobody's business in an address that proxies log
        var recipient = endpoint.Channel == Channel.Sms ? $"sms {endpoint.To[^Math.Min(4, endpoint.To.Length)..]}" : endpoint.To;
        var addressed = effect with { Channel = endpoint.Channel, To = endpoint.To };
        var offered = await links.ForAsync(addressed, recipient, cancellationToken);
        try
        {
            await sns.PublishAsync(Request(addressed, offered), cancellationToken);
            return null;
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure))
        {
            throw AwsFailure.Of(failure);
        }
    }

    /// <summary>SNS says that it has the message; whether anybody is subscribed is the account's to say.</summary>
    public async ValueTask<NoticeAnswer> SendNoticeAsync(
        Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var topic = options.Topics.GetValueOrDefault(audience)
            ?? (endpoint.Channel == Channel.Sms ? null : throw new ChannelException(Sentences.NoTopicOf(audience), isPassing: false));
        var message = NoticeRenderer.Sns(notice, audience, endpoint, sms);
        try
        {
            var published = await sns.PublishAsync(
                topic is null
                    ? new PublishRequest
                    {
                        PhoneNumber = endpoint.To,
                        Message = NoticeRenderer.Sms(notice),
                        MessageAttributes = Attributes(SnsRenderer.SmsAttributes(sms)),
                    }
                    : new PublishRequest
                    {
                        TopicArn = topic,
                        Subject = message.Subject,
                        Message = message.Body,
                        MessageStructure = "json",
                        MessageAttributes = Attributes(message.Attributes),
                    },
                cancellationToken);
            return NoticeAnswer.By("Amazon SNS", published.MessageId);
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure))
        {
            throw AwsFailure.Of(failure);
        }
    }

    private PublishRequest Request(NotifyEffect effect, ActionLinks offered)
    {
        if (options.Topics.GetValueOrDefault(effect.Audience) is not { } topic)
        {
            return effect.Channel == Channel.Sms
                ? new PublishRequest
                {
                    PhoneNumber = effect.To,
                    Message = SnsRenderer.Sms(effect.Message, offered),
                    MessageAttributes = Attributes(SnsRenderer.SmsAttributes(sms)),
                }
                : throw new ChannelException(Sentences.NoTopicOf(effect.Audience), isPassing: false);
        }

        var message = SnsRenderer.Render(effect, offered, sms);
        return new PublishRequest
        {
            TopicArn = topic,
            Subject = message.Subject,
            Message = message.Body,
            MessageStructure = "json",
            MessageAttributes = Attributes(message.Attributes),
        };
    }

    private static Dictionary<string, MessageAttributeValue> Attributes(IEnumerable<KeyValuePair<string, string>> attributes) =>
        attributes.ToDictionary(
            attribute => attribute.Key,
            attribute => new MessageAttributeValue { DataType = "String", StringValue = attribute.Value });
}
