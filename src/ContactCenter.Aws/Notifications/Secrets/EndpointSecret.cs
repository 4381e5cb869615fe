using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Secrets;

/// <summary>The secret of an endpoint.</summary>
internal static class EndpointSecret
{
    /// <exception cref="ChannelException">The endpoint names none, or it cannot be had.</exception>
    public static ValueTask<Secret> OfAsync(this ISecretSource secrets, Endpoint endpoint, CancellationToken cancellationToken) =>
        secrets.GetAsync(
            endpoint.Secret ?? throw new ChannelException(Sentences.EndpointWithoutSecret, isPassing: false), cancellationToken);
}
