using System.Net;
using System.Text;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>Bodies of type <c>application/x-www-form-urlencoded</c>.</summary>
internal static class FormBody
{
    public const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>The value of the only field of a name; null when it is absent, repeated or not UTF-8.</summary>
    public static string? Field(ReadOnlySpan<byte> body, string name)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var values = text.Split('&')
            .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
            .Select(pair => WebUtility.UrlDecode(pair[(name.Length + 1)..]))
            .ToArray();
        return values is [var only] ? only : null;
    }
}
