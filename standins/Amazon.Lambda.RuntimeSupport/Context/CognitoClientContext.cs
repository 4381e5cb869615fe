using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record CognitoClientContext(
    IDictionary<string, string> Environment,
    IClientApplication Client,
    IDictionary<string, string> Custom) : IClientContext
{
    /// <returns>Null when there is no client context.</returns>
    public static CognitoClientContext FromJson(string json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        return new CognitoClientContext(root.Texts("env"), CognitoClientApplication.FromJson(root), root.Texts("custom"));
    }
}
