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
}
