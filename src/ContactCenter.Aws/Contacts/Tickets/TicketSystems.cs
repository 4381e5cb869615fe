using Amazon.ConnectCases;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Tickets;

namespace ContactCenter.Aws.Contacts.Tickets;

/// <summary>Makes the system that the configuration names.</summary>
public static class TicketSystems
{
    /// <summary>The system that keeps tickets.</summary>
    /// <param name="configuration">The configuration; it has tickets.</param>
    /// <param name="http">Sends requests; see <c>NotificationChannels.CreateClient</c>.</param>
    /// <param name="secrets">Where secrets come from.</param>
    /// <param name="cases">Makes the client of Amazon Connect Cases, which only some need.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="isRehearsal">True: it may post to this machine.</param>
    public static ITicketSystem For(
        ContactCenterConfiguration configuration, HttpClient http, ISecretSource secrets, Func<IAmazonConnectCases> cases,
        TimeProvider clock, bool isRehearsal = false)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(cases);
        var settings = configuration.Contacts.Tickets
            ?? throw new InvalidOperationException("the configuration names no system that keeps tickets");
        var sender = new HttpSender(http, clock, isRehearsal);
        return settings.System switch
        {
            TicketSystemKind.Cases => new CaseTickets(cases(), settings.To, settings.Template ?? "", configuration.Instance.Arn),
            TicketSystemKind.ServiceNow => new ServiceNowTickets(sender, secrets, settings),
            _ => new WebhookTickets(sender, secrets, settings, clock),
        };
    }

    /// <summary>What came of a line for a ticket; who deleted or locked it is the reason why there is none.</summary>
    /// <exception cref="TicketGoneException">It is not there, or nothing may be written in it.</exception>
    internal static async ValueTask<HttpReply> JoinedAsync(ValueTask<HttpReply> joining)
    {
        try
        {
            return await joining;
        }
        catch (ChannelException refused) when (refused.Status is 403 or 404 or 410)
        {
            throw new TicketGoneException(refused.Message, refused);
        }
    }
}
