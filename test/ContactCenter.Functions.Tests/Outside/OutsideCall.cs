using System.Net;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>A request that left the system.</summary>
/// <param name="Service">The host, or the service of AWS.</param>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Headers that tell something, by name in lower case.</param>
/// <param name="Body">The body as text.</param>
internal sealed record OutsideCall(
    string Service, string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    /// <summary>The fields of a form.</summary>
    public static Dictionary<string, string> Form(string body) => body.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2)).ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[^1]));
}
