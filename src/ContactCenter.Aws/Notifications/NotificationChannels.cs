using Amazon.AWSSupport;
using Amazon.Connect;
using Amazon.SimpleNotificationService;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Aws.Notifications.Sending;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Notices;
using Channel = ContactCenter.Core.Configuration.Channel;

namespace ContactCenter.Aws.Notifications;

/// <summary>Puts the channels together: one of everything for the life of the process.</summary>
/// <param name="Sns">Sends e-mail and text messages.</param>
/// <param name="Connect">Starts tasks and calls.</param>
/// <param name="Support">Opens cases. Its endpoint and signing Region are those of the partition (<c>SupportRegion</c>), wherever the rest
/// runs.</param>
/// <param name="Http">Sends everything else; made by <see cref="CreateClient"/>.</param>
/// <param name="Secrets">Where secrets come from.</param>
/// <param name="Store">For the timeline, which ServiceNow gets as work notes, and for what is so when a message is sent again.</param>
/// <param name="Notebook">Remembers where messages stand.</param>
/// <param name="Clock">The clock.</param>
public sealed record NotificationChannels(
    IAmazonSimpleNotificationService Sns,
    IAmazonConnect Connect,
    IAmazonAWSSupport Support,
    HttpClient Http,
    ISecretSource Secrets,
    IIncidentStore Store,
    INotebook Notebook,
    TimeProvider Clock)
{
    /// <summary>
    /// An HTTP client for the channels: no redirects, which would carry secrets elsewhere, no address of this machine or of the cloud's
    /// own, and no time limit of its own.
    /// </summary>
    public static HttpClient CreateClient() => HttpSender.CreateClient(isGuarded: true);

    /// <summary>All channels behind their limits, each by the endpoints that name it.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="policy">What it says about incidents.</param>
    /// <param name="options">What the channels of a deployment need to know.</param>
    /// <param name="policyNow">The same with what people have decided over it; null: nothing.</param>
    public IMessageChannel CreateSender(
        ContactCenterConfiguration configuration,
        IncidentPolicy policy,
        NotificationOptions options,
        Func<ValueTask<IncidentPolicy>>? policyNow = null)
    {
        var calls = new CallChannel(Connect, options, configuration, policy, Notebook, Clock);
        return new ChannelSender(
            ByName(configuration, policy, options, calls, policyNow),
            calls,
            new ChannelPipelines(options.Limits, Clock),
            Store,
            policy,
            Clock);
    }

    /// <summary>The same channels, for what is no incident.</summary>
    public INoticeChannel CreateNoticeSender(
        ContactCenterConfiguration configuration, IncidentPolicy policy, NotificationOptions options) =>
        new NoticeSender(
            ByName(configuration, policy, options, new CallChannel(Connect, options, configuration, policy, Notebook, Clock)),
            new ChannelPipelines(options.Limits, Clock));

    private Dictionary<Channel, INotificationChannel> ByName(
        ContactCenterConfiguration configuration,
        IncidentPolicy policy,
        NotificationOptions options,
        CallChannel calls,
        Func<ValueTask<IncidentPolicy>>? policyNow = null)
    {
        var http = new HttpSender(Http, Clock, options.IsRehearsal);
        var links = new LinkSource(options, Secrets);
        var sns = new SnsChannel(Sns, options, links, configuration.Sms);
        return new Dictionary<Channel, INotificationChannel>
        {
            [Channel.Email] = sns,
            [Channel.Sms] = sns,
            [Channel.Slack] = new SlackChannel(http, Secrets, Notebook, options, policyNow ?? (() => new(policy)), Clock),
            [Channel.Teams] = new TeamsChannel(http, Secrets, links),
            [Channel.ServiceNow] = new ServiceNowChannel(http, Secrets, Store, configuration.ServiceNow),
            [Channel.Task] = new TaskChannel(Connect, options, configuration.Instance.Id, links),
            [Channel.Support] = new SupportChannel(Support, policy, configuration.Instance.Arn),
            [Channel.Webhook] = new WebhookChannel(http, Secrets, policy.Scope, Clock),
            [Channel.Call] = calls,
            [Channel.PagerDuty] = new PagerDutyChannel(http, Secrets, options.Dashboard),
            [Channel.Jira] = new JiraChannel(http, Secrets, Clock),
        };
    }
}
