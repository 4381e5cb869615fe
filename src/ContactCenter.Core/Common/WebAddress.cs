using System.Net;
using System.Net.Sockets;

namespace ContactCenter.Core.Common;

/// <summary>Addresses that may stand behind a button or be posted to.</summary>
public static class WebAddress
{
    /// <summary>The address when it is absolute and encrypted; null otherwise, for instance for <c>javascript:</c>.</summary>
    public static Uri? Https(string? text, int maximumLength = 3000) =>
        text is { } address && address.Length <= maximumLength
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps
            && uri.UserInfo.Length == 0
            && uri.AbsoluteUri.Length <= maximumLength
            ? uri
            : null;

    /// <summary>
    /// True for an address that another system may have. Not this machine, where the function's own secrets are to be had, and not
    /// link-local ones, where the cloud tells its; a private network is where such a system often is.
    /// </summary>
    public static bool IsAllowed(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !IPAddress.IsLoopback(ip) && !ip.IsIPv6LinkLocal && !ip.IsIPv6Multicast && !ip.Equals(IPAddress.IPv6Any) && !IsSpecial(ip);
    }

    /// <summary>True when the text of an address says already that it is none that another system may have.</summary>
    public static bool IsOwnMachine(Uri address) =>
        address.IsLoopback
        || address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !IsAllowed(ip));

    private static bool IsSpecial(IPAddress ip) =>
        ip.AddressFamily == AddressFamily.InterNetwork && ip.GetAddressBytes() is [0, ..] or [169, 254, ..] or [>= 224, ..];
}
