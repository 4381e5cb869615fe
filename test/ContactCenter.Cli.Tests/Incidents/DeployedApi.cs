using System.Text;
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

/// <summary>The deployed function behind HTTP, and the program that calls it with a signed token.</summary>
internal sealed class DeployedApi : IDisposable
{
    private const string Links = $$"""{"current":"{{TestSecrets.Key}}"}""";

    private readonly CommandLine _cli = new();

    /// <summary>The functions.</summary>
    public EmbeddedSystem System { get; } = new(Configured(), TimeProvider.System, TextWriter.Null);

    public static async Task<string> TokenAsync(string name, string role) =>
        (await CommandLine.Run(Links, ["token", "--name", name, "--role", role])).Output.Trim();

    /// <summary>Runs a command that asks the API.</summary>
    public async Task<(int Code, string Output, string Errors)> RunAsync(
        LocalHttpServer server, string token, params string[] arguments) => await CommandLine.Run(
            "", [.. arguments, "--api", $"{server.Address}signed/api/v1", "--token-file", _cli.File("token", token)], []);

    /// <summary>Plays API Gateway on a path without an authorizer.</summary>
    public Task<LocalHttpServer> ServeAsync() => LocalHttpServer.StartAsync(
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
            var answer = JsonNode.Parse((await System.InvokeAsync(
                EmbeddedFunction.Find("ServeApi")!, Encoding.UTF8.GetBytes(request.ToJsonString()))).Span)!;
            context.Response.StatusCode = (int)answer["statusCode"]!;
            await context.Response.WriteAsync((string?)answer["body"] ?? "");
        });

    public void Dispose()
    {
        _cli.Dispose();
        System.Dispose();
    }

    private static ContactCenterConfiguration Configured() =>
        ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("contactcenter.json"))) with
        {
            Api = new ApiSettings { SignedTokens = true },
            OnCall = new Dictionary<string, OnCallSettings>
            {
                ["engineers"] = new()
                {
                    From = new DateOnly(2026, 1, 5),
                    HandOver = TimeOnly.MinValue,
                    Days = 7,
                    Participants = [Participant("Ann Weber"), Participant("Tom Lee")],
                },
            },
        };

    private static OnCallParticipant Participant(string name) =>
        new() { Name = name, Endpoints = [new Core.Configuration.Endpoint { Channel = Channel.Email, To = "someone@example.com" }] };
}
