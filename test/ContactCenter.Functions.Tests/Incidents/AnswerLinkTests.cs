using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

public sealed class AnswerLinkTests(Emulator emulator)
{
    /// <summary>Far enough that no clock passes it.</summary>
    private static readonly DateTimeOffset Expiry = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public async Task Looking_at_a_link_asks_and_posting_to_it_acts()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await using var secrets = await SecretsAsync(deployment);
        var id = await OpenAsync(deployment);
        var path = $"/a/{Segment(id)}";

        var looked = await StatusAsync(deployment, Events.Http("GET", path, null));
        Assert.Equal((200, IncidentState.Open), (looked, (await deployment.IncidentAsync()).State));

        var acted = await StatusAsync(deployment, Events.Http("POST", path, "", ("content-type", "application/x-www-form-urlencoded")));
        var incident = await deployment.IncidentAsync();
        Assert.Equal((200, IncidentState.Acknowledged), (acted, incident.State));
        Assert.Equal("ada@example.com", incident.Acknowledgement?.By);
    }

    [Fact]
    public async Task A_link_that_was_changed_on_the_way_does_nothing()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await using var secrets = await SecretsAsync(deployment);
        var id = await OpenAsync(deployment);
        var segment = Segment(id);
        var changed = segment[..^1] + (segment[^1] == 'A' ? 'B' : 'A');

        var status = await StatusAsync(
            deployment, Events.Http("POST", $"/a/{changed}", "", ("content-type", "application/x-www-form-urlencoded")));

        Assert.Equal((403, IncidentState.Open), (status, (await deployment.IncidentAsync()).State));
    }

    private static async Task<string> OpenAsync(Deployment deployment)
    {
        var opening = Opening("Billing", Noon);
        await deployment.Store.CommitAsync(opening, TestContext.Current.CancellationToken);
        return opening.Correlation.Incident!.Id;
    }

    private static string Segment(string incidentId) => SignedLinks.Make(
        new LinkClaim(incidentId, PersonAction.Acknowledge, "ada@example.com", "1", Expiry), new LinkKeys(new LinkKey("k1", [.. Key])));

    private static async Task<int> StatusAsync(Deployment deployment, string request)
    {
        var outcome = await deployment.InvokeAsync("AnswerLink", request);
        Assert.True(outcome.Succeeded, outcome.Body);
        return (int)JsonNode.Parse(outcome.Body)!["statusCode"]!;
    }

    /// <summary>Plays the Secrets Manager extension, which gives secrets only to who has the function's token.</summary>
    private static async Task<LocalHttpServer> SecretsAsync(Deployment deployment)
    {
        var server = await LocalHttpServer.StartAsync(async context =>
        {
            var isKnown = context.Request.Headers["X-Aws-Parameters-Secrets-Token"] == "token"
                && context.Request.Query["secretId"] == "links";
            context.Response.StatusCode = isKnown ? 200 : 400;
            var secret = new JsonObject { ["current"] = new JsonObject { ["id"] = "k1", ["key"] = Convert.ToBase64String(Key) } };
            await context.Response.WriteAsync(new JsonObject { ["SecretString"] = secret.ToJsonString() }.ToJsonString());
        });
        deployment.With("LINK_SECRET_ARN", "links").With("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", $"{server.Address.Port}");
        return server;
    }
}
