using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;

namespace ContactCenter.Aws.Notifications;

/// <summary>
/// Gives messages their signed links. Without keys, or while they cannot be had, a message goes out without links: it is more important
/// than they are.
/// </summary>
internal sealed class LinkSource(NotificationOptions options, ISecretSource secrets)
{
    public async ValueTask<ActionLinks> ForAsync(NotifyEffect effect, string recipient, CancellationToken cancellationToken)
    {
        var bare = new ActionLinks { Dashboard = options.Dashboard };
        if (options.LinkBase is not { } address || options.LinkSecret is not { } arn)
        {
            return bare;
        }

        try
        {
            var keys = LinkKeyText.Read(await secrets.GetAsync(arn, cancellationToken));
            return new LinkMaker(address, keys, LinkMaker.DefaultLifetime, options.Dashboard).For(effect, recipient);
        }
        catch (ChannelException)
        {
            return bare;
        }
    }
}
