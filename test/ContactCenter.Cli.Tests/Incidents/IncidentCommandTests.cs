using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Cli.Tests.Incidents;

/// <summary>The commands on incidents, as processes, against the deployed function behind HTTP.</summary>
public sealed class IncidentCommandTests : IDisposable
{
    private const string Links = $$"""{"current":"{{TestSecrets.Key}}"}""";

    private readonly CommandLine _cli = new();
    private readonly EmbeddedSystem _system = new(Configured(), TimeProvider.System, TextWriter.Null);

    [Fact]
    public async Task An_incident_is_opened_taken_and_resolved()
    {
        await using var server = await ServeAsync();
        var token = await TokenAsync("night-watch", "responder");

        var opened = await RunAsync(server, token, "incident", "open", "--title", "No dial tone", "--json");
        var id = JsonDocument.Parse(opened.Output).RootElement.GetProperty("id").GetString()!;
        var listed = await RunAsync(server, token, "incidents");
        var taken = await RunAsync(server, token, "ack", id, "--note", "on it");
        var resolved = await RunAsync(server, token, "incident", "resolve", id, "--verdict", "real");
        var shown = await RunAsync(server, token, "incident", "show", id);

        Assert.Equal((0, 0, 0, 0), (listed.Code, taken.Code, resolved.Code, shown.Code));
        Assert.Contains($"{id,-12} P3", listed.Output, StringComparison.Ordinal);
        Assert.Contains("acknowledged, night-watch", taken.Output, StringComparison.Ordinal);
        Assert.Contains("Resolved by night-watch", shown.Output, StringComparison.Ordinal);
        Assert.Contains("night-watch says that it was real.", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_told_with_its_reason()
    {
        await using var server = await ServeAsync();

        var refused = await RunAsync(server, await TokenAsync("looker", "viewer"), "incident", "open", "--title", "No dial tone");
        var unknown = await RunAsync(server, await TokenAsync("night-watch", "responder"), "ack", "NOPE-1");

        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.StartsWith("refused (403): This takes the role responder", refused.Errors, StringComparison.Ordinal);
        Assert.StartsWith("refused (404): There is no such incident", unknown.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "https://api.example.com/api/v1", "there is no token")]
    [InlineData("a token", "https://api.example.com/api/v1", "this is no token")]
    [InlineData("token", "", "there is no address")]
    [InlineData("token", "http://api.example.com/api/v1", "--api: expected an https address")]
    public async Task Without_an_address_or_a_token_the_command_line_is_wrong(string token, string address, string told)
    {
        var run = await CommandLine.Run(
            "", ["incidents"], new() { ["CONTACTCENTER_TOKEN"] = token, ["CONTACTCENTER_API"] = address });

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith(told, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_reached_and_what_is_not_the_API_are_told()
    {
        await using var other = await LocalHttpServer.StartAsync(static context => context.Response.WriteAsync("<html>"));

        var nobody = await CommandLine.Run(
            "", ["incidents"], new() { ["CONTACTCENTER_TOKEN"] = "t", ["CONTACTCENTER_API"] = "http://127.0.0.1:9/api/v1" });
        var wrong = await CommandLine.Run(
            "", ["incidents"], new() { ["CONTACTCENTER_TOKEN"] = "t", ["CONTACTCENTER_API"] = $"{other.Address}api/v1" });

        Assert.Equal((1, 1), (nobody.Code, wrong.Code));
        Assert.Contains("cannot be reached", nobody.Errors, StringComparison.Ordinal);
        Assert.Contains("is not the API", wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_none_signs_no_token()
    {
        var run = await CommandLine.Run("{}", ["token", "--name", "a"]);

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith("standard input:", run.Errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _cli.Dispose();
        _system.Dispose();
    }

    private static ContactCenterConfiguration Configured() =>
        ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("contactcenter.json"))) with
        {
            Api = new ApiSettings { SignedTokens = true },
        };

    private static async Task<string> TokenAsync(string name, string role) =>
        (await CommandLine.Run(Links, ["token", "--name", name, "--role", role])).Output.Trim();

    private async Task<(int Code, string Output, string Errors)> RunAsync(
        LocalHttpServer server, string token, params string[] arguments) => await CommandLine.Run(
            "", [.. arguments, "--api", $"{server.Address}signed/api/v1", "--token-file", _cli.File("token", token)], []);

    /// <summary>Plays API Gateway on a path without an authorizer.</summary>
    private Task<LocalHttpServer> ServeAsync() => LocalHttpServer.StartAsync(
        async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = new JsonObject
            {
                ["rawPath"] = context.Request.Path.Value,
                ["headers"] = new JsonObject(context.Request.Headers.Select(static header =>
                    KeyValuePair.Create(header.Key, (JsonNode?)header.Value.ToString()))),
                ["queryStringParameters"] = new JsonObject(context.Request.Query.Select(static pair =>
                    KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString()))),
                ["requestContext"] = new JsonObject { ["http"] = new JsonObject { ["method"] = context.Request.Method } },
                ["body"] = await reader.ReadToEndAsync(),
            };
            var answer = JsonNode.Parse((await _system.InvokeAsync(
                EmbeddedFunction.Find("ServeApi")!, Encoding.UTF8.GetBytes(request.ToJsonString()))).Span)!;
            context.Response.StatusCode = (int)answer["statusCode"]!;
            await context.Response.WriteAsync((string?)answer["body"] ?? "");
        });
}
