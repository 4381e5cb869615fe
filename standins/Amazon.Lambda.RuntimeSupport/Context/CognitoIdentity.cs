using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record CognitoIdentity(string IdentityId, string IdentityPoolId) : ICognitoIdentity
{
    /// <returns>Null when there is no identity.</returns>
    public static CognitoIdentity FromJson(string json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return new CognitoIdentity(
            document.RootElement.Text("cognitoIdentityId"),
            document.RootElement.Text("cognitoIdentityPoolId"));
    }
}
