using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Tests.Monitoring.Parsing;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>The deployed functions with an API, an incident to act on, and people who call.</summary>
internal sealed class ApiSystem : IDisposable
{
    public const string Issuer = "https://login.example.com/tenant";
    public const string Audience = "contactcenter-console";

    private static readonly LinkKeys Keys = new(Key(TestSecrets.Key));

    private readonly StringWriter _log = new();

    public ApiSystem(
        Func<ApiSettings, ApiSettings>? settings = null,
        Action<IServiceCollection, VirtualClock>? ports = null,
        Func<ContactCenterConfiguration, ContactCenterConfiguration>? center = null)
    {
        var api = new ApiSettings { Issuer = Issuer, Audience = [Audience], SignedTokens = true };
        System = new EmbeddedSystem(
            (center?.Invoke(Sample.Configuration) ?? Sample.Configuration) with { Api = settings is null ? api : settings(api) },
            Clock,
            _log,
            services => ports?.Invoke(services, Clock));
    }

    public VirtualClock Clock { get; } = new(AlarmPayload.Noon);

    public EmbeddedSystem System { get; }

    /// <summary>What the functions logged.</summary>
    public string Log => _log.ToString();

    /// <summary>An incident opens by a message that is no alarm; gives its id.</summary>
    public async Task<string> OpenAsync(string text = "The lights are out.")
    {
        var known = await IdsAsync();
        var request = new JsonObject
        {
            ["Records"] = new JsonArray(new JsonObject
            {
                ["EventSource"] = "aws:sns",
                ["Sns"] = new JsonObject { ["Type"] = "Notification", ["Message"] = text, ["Timestamp"] = Clock.Now.ToString("O") },
            }),
        };
        await System.InvokeAsync(EmbeddedFunction.Find("TriageAlarm")!, Encoding.UTF8.GetBytes(request.ToJsonString()));
        return Assert.Single(await IdsAsync(), id => !known.Contains(id));
    }

    /// <summary>A person calls with a token that the gateway has verified.</summary>
    public Task<ApiReply> CallAsync(string method, string path, JsonNode? body = null, string who = "ada", string groups = "[responder]") =>
        SendAsync(Request(method, path, body, Claims(who, groups)));

    /// <summary>The claims of a token.</summary>
    public JsonObject Claims(string who = "ada", string groups = "[responder]") => new()
    {
        ["iss"] = Issuer,
        ["aud"] = Audience,
        ["sub"] = $"sub-{who}",
        ["exp"] = $"{Clock.Now.AddHours(1).ToUnixTimeSeconds()}",
        ["email"] = $"{who}@example.com",
        ["email_verified"] = "true",
        ["cognito:groups"] = groups,
    };

    /// <summary>A request as API Gateway passes it on.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path behind the base, with what stands behind the question mark.</param>
    /// <param name="body">The body, or null.</param>
    /// <param name="claims">What the authorizer has read; null: the path has none.</param>
    public static JsonObject Request(string method, string path, JsonNode? body, JsonObject? claims)
    {
        var parts = path.Split('?');
        var query = new JsonObject();
        foreach (var pair in parts.Skip(1).SelectMany(static part => part.Split('&')).Select(static pair => pair.Split('=')))
        {
            query[pair[0]] = Uri.UnescapeDataString(pair[1]);
        }

        var address = $"{(claims is null ? "/signed" : "")}/api/v1{parts[0]}";
        var context = new JsonObject { ["http"] = new JsonObject { ["method"] = method, ["path"] = address } };
        if (claims is not null)
        {
            context["authorizer"] = new JsonObject { ["jwt"] = new JsonObject { ["claims"] = claims, ["scopes"] = null } };
        }

        return new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = $"{method} /api/v1/{{proxy+}}",
            ["rawPath"] = address,
            ["headers"] = body is null ? new JsonObject() : new JsonObject { ["content-type"] = "application/json" },
            ["queryStringParameters"] = query,
            ["requestContext"] = context,
            ["body"] = body?.ToJsonString(),
            ["isBase64Encoded"] = false,
        };
    }

    /// <summary>Sends a request.</summary>
    public async Task<ApiReply> SendAsync(JsonObject request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request["headers"]![name] = value;
        }

        var answer = await System.InvokeAsync(EmbeddedFunction.Find("ServeApi")!, Encoding.UTF8.GetBytes(request.ToJsonString()));
        return new ApiReply(JsonNode.Parse(answer.Span)!);
    }

    /// <summary>A signed token.</summary>
    public string Token(string name, ApiRole role, TimeSpan? lifetime = null) =>
        SignedTokens.Make(name, role, Clock.Now + (lifetime ?? TimeSpan.FromDays(30)), Keys);

    public void Dispose()
    {
        System.Dispose();
        _log.Dispose();
    }

    private async Task<string[]> IdsAsync()
    {
        var page = await CallAsync("GET", "/incidents?limit=200", who: "looker", groups: "[viewer]");
        return [.. page.Body["items"]!.AsArray().Select(static item => (string)item!["id"]!)];
    }

    private static LinkKey Key(string text) => Aws.Notifications.Secrets.LinkKeyText
        .Read(new Aws.Notifications.Secrets.Secret($$"""{"current":"{{text}}"}""")).Current;
}

/// <summary>What the API answered.</summary>
internal sealed class ApiReply(JsonNode answer)
{
    public int Status => (int)answer["statusCode"]!;

    public string Text => (string?)answer["body"] ?? "";

    public JsonNode Body => JsonNode.Parse(Text)!;

    public string? Header(string name) => (string?)answer["headers"]![name];

    public string? Problem => Status < 400 ? null : ((string)Body["type"]!).Split(':')[^1];
}
