using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record CognitoClientApplication(
    string AppPackageName,
    string AppTitle,
    string AppVersionCode,
    string AppVersionName,
    string InstallationId) : IClientApplication
{
    /// <returns>Null when the context names no application.</returns>
    public static CognitoClientApplication FromJson(JsonElement context) =>
        context.ValueKind == JsonValueKind.Object
        && context.TryGetProperty("client", out JsonElement client)
        && client.ValueKind == JsonValueKind.Object
            ? new CognitoClientApplication(
                client.Text("app_package_name"),
                client.Text("app_title"),
                client.Text("app_version_code"),
                client.Text("app_version_name"),
                client.Text("installation_id"))
            : null;
}
