using System.Text.Json;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Cli.Tests.Incidents;

/// <summary>The commands on incidents, as processes, against the deployed function behind HTTP.</summary>
public sealed class IncidentCommandTests : IDisposable
{
    private readonly DeployedApi _api = new();

    [Fact]
    public async Task An_incident_is_opened_taken_and_resolved()
    {
        await using var server = await _api.ServeAsync();
        var token = await DeployedApi.TokenAsync("night-watch", "responder");

        var opened = await _api.RunAsync(server, token, "incident", "open", "--title", "No dial tone", "--json");
        var id = JsonDocument.Parse(opened.Output).RootElement.GetProperty("id").GetString()!;
        var listed = await _api.RunAsync(server, token, "incidents");
        var taken = await _api.RunAsync(server, token, "ack", id, "--note", "on it");
        var resolved = await _api.RunAsync(server, token, "incident", "resolve", id, "--verdict", "real");
        var shown = await _api.RunAsync(server, token, "incident", "show", id);

        Assert.Equal((0, 0, 0, 0), (listed.Code, taken.Code, resolved.Code, shown.Code));
        Assert.Contains($"{id,-12} P3", listed.Output, StringComparison.Ordinal);
        Assert.Contains("acknowledged, night-watch", taken.Output, StringComparison.Ordinal);
        Assert.Contains("Resolved by night-watch", shown.Output, StringComparison.Ordinal);
        Assert.Contains("night-watch says that it was real.", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_told_with_its_reason()
    {
        await using var server = await _api.ServeAsync();

        var viewer = await DeployedApi.TokenAsync("looker", "viewer");
        var refused = await _api.RunAsync(server, viewer, "incident", "open", "--title", "No dial tone");
        var unknown = await _api.RunAsync(server, await DeployedApi.TokenAsync("night-watch", "responder"), "ack", "NOPE-1");

        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.StartsWith("refused (403): This takes the role responder", refused.Errors, StringComparison.Ordinal);
        Assert.StartsWith("refused (404): There is no such incident", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_told_in_the_language_of_whoever_asks()
    {
        await using var server = await _api.ServeAsync();

        var unknown = await _api.RunAsync(
            server, await DeployedApi.TokenAsync("night-watch", "responder"), "ack", "NOPE-1", "--language", "de");

        Assert.Contains("(404): Diesen Vorfall gibt es nicht", unknown.Errors, StringComparison.Ordinal);
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

    public void Dispose() => _api.Dispose();
}
