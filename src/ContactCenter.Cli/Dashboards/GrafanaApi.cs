using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Dashboards;

namespace ContactCenter.Cli.Dashboards;

/// <summary>
/// The HTTP API of a Grafana, one's own or a workspace of Amazon Managed Grafana: dashboards go into a folder, incidents become
/// annotations.
/// </summary>
/// <param name="http">Sends, with the address of the Grafana.</param>
internal sealed class GrafanaApi(HttpClient http)
{
    private const string Folder = "contact-center";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A client for a Grafana.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="token">Token of a service account.</param>
    public static HttpClient Client(Uri address, string token)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = Patience };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Puts a dashboard into the folder, in the place of the one before; gives its path.</summary>
    /// <exception cref="GrafanaException">Grafana refused it.</exception>
    public async Task<string> PushAsync(JsonObject dashboard, CancellationToken cancellation)
    {
        await EnsureFolderAsync(cancellation);
        var answer = await SendAsync(
            HttpMethod.Post,
            "api/dashboards/db",
            new JsonObject { ["dashboard"] = dashboard, ["folderUid"] = Folder, ["overwrite"] = true },
            cancellation);
        return (string?)answer["url"] ?? "";
    }

    /// <summary>Draws an incident into the dashboards; drawn already, it is brought up to date.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="deployment">What tells deployments apart: the beginning of its names.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="GrafanaException">Grafana refused it.</exception>
    public async Task AnnotateAsync(IncidentRecord incident, string deployment, CancellationToken cancellation)
    {
        var body = new JsonObject
        {
            ["time"] = incident.BeganAt.ToUnixTimeMilliseconds(),
            ["timeEnd"] = (incident.ResolvedAt ?? incident.BeganAt).ToUnixTimeMilliseconds(),
            ["tags"] = new JsonArray(
                GrafanaAnnotations.Tag, GrafanaAnnotations.IncidentTag, deployment, $"{incident.Severity}", incident.Id),
            ["text"] = WebUtility.HtmlEncode($"{incident.Severity} {incident.Subject}: {incident.Symptom} ({incident.Id})"),
        };
        var known = await SendAsync(
            HttpMethod.Get,
            $"api/annotations?limit=1&tags={GrafanaAnnotations.Tag}&tags={GrafanaAnnotations.IncidentTag}&tags={Uri.EscapeDataString(incident.Id)}",
            null,
            cancellation);
        if (known is JsonArray { Count: > 0 } found && found[0]?["id"] is { } id)
        {
            await SendAsync(
                HttpMethod.Patch, string.Create(CultureInfo.InvariantCulture, $"api/annotations/{(long)id}"), body, cancellation);
        }
        else
        {
            await SendAsync(HttpMethod.Post, "api/annotations", body, cancellation);
        }
    }

    private async Task EnsureFolderAsync(CancellationToken cancellation)
    {
        using var found = await http.GetAsync(new Uri($"api/folders/{Folder}", UriKind.Relative), cancellation);
        if (found.StatusCode == HttpStatusCode.NotFound)
        {
            await SendAsync(
                HttpMethod.Post, "api/folders", new JsonObject { ["uid"] = Folder, ["title"] = Say.GrafanaFolder }, cancellation);
        }
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var answer = await http.SendAsync(request, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text.Length == 0 ? "{}" : text)!
            : throw new GrafanaException((int)answer.StatusCode, text);
    }
}

/// <summary>Grafana refused something.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="text">What it said.</param>
internal sealed class GrafanaException(int status, string text)
    : Exception(Say.ApiRefused($"{status}", Core.Common.CleanText.Line(text, 300)));
