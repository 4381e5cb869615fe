using System.Net;
using System.Net.Sockets;
using ContactCenter.Core.Common;

namespace ContactCenter.Aws.Notifications.Http;

/// <summary>
/// Connects to no address that <see cref="WebAddress.IsAllowed"/> refuses, whatever name it hides behind: the name is resolved here, and
/// the address that was looked at is the one that is connected to.
/// </summary>
internal static class GuardedConnection
{
    /// <summary>
    /// The same, but for the extension that gives secrets, which is asked by this name: <see cref="HttpSender.Address"/> gives it to no
    /// channel.
    /// </summary>
    public static async ValueTask<Stream> ConnectOrAskExtensionAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (context.DnsEndPoint.Host != "localhost")
        {
            return await ConnectAsync(context, cancellationToken);
        }

        return await OpenAsync([IPAddress.Loopback, IPAddress.IPv6Loopback], context.DnsEndPoint.Port, cancellationToken);
    }

    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var allowed = addresses.Where(WebAddress.IsAllowed).ToArray();
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "its address is not allowed");
        }

        return await OpenAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
    }

    private static async ValueTask<Stream> OpenAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
