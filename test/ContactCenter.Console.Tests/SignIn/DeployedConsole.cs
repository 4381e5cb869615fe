using System.Net;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider;
using Amazon.DynamoDBv2;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.WebFunction;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Web.Tests.SignIn;

/// <summary>
/// The console as its function makes it, on table, key and user pool of the emulator: what it is deployed as but for the gateway, and for
/// the issuer's pages, which the emulator has not.
/// </summary>
/// <param name="emulator">The emulator.</param>
public sealed class DeployedConsole(Emulator emulator) : IAsyncLifetime
{
    /// <summary>The host of the gateway.</summary>
    public const string Host = "abc123.execute-api.eu-central-1.amazonaws.com";

    private readonly List<WebApplication> _copies = [];
    private AmazonDynamoDBClient _tables = null!;
    private HttpClient _emulator = null!;
    private HttpClient _first = null!;
    private string _table = "";
    private string _key = "";
    private string _pool = "";

    internal FakeIssuer Issuer { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _tables = emulator.DynamoDb();
        _table = await IncidentTable.CreateAsync(_tables);
        _emulator = new HttpClient { BaseAddress = emulator.Address };
        var key = await AskAsync(_emulator, "TrentService.CreateKey", new JsonObject());
        var pool = await AskAsync(
            _emulator, "AWSCognitoIdentityProviderService.CreateUserPool", new JsonObject { ["PoolName"] = "people" });
        (_key, _pool) = ((string)key["KeyMetadata"]!["Arn"]!, (string)pool["UserPool"]!["Id"]!);
        foreach (var group in new[] { "viewer", "responder", "administrator" })
        {
            await PoolAsync("CreateGroup", ("GroupName", group));
        }

        _first = await StartAsync();
    }

    /// <summary>Somebody's browser before the first copy of the function.</summary>
    internal Browser Open() => new(_first, "x-none", "");

    /// <summary>One more copy of the function, which has nothing but what is stored; gives somebody's browser before it.</summary>
    public async Task<HttpClient> StartAsync()
    {
        var address = _emulator.BaseAddress!.ToString();
        var variables = new Dictionary<string, string>
        {
            ["CONTACTCENTER_CONFIG"] = WriteConfiguration(),
            ["INCIDENTS_TABLE"] = _table,
            ["CONTACTS_TABLE"] = "contacts",
            ["API_ISSUER"] = FakeIssuer.Address,
            ["CONSOLE_HOST"] = Host,
            ["CONSOLE_CLIENT"] = "pages",
            ["CONSOLE_KEY_ARN"] = _key,
            ["USER_POOL_ID"] = _pool,
            ["SIGN_OUT_URL"] = "https://center.auth.eu-central-1.amazoncognito.com/logout",
        };
        var credentials = new BasicAWSCredentials("test", "test");
        var copy = ConsoleApplication.Build(variables.GetValueOrDefault, services =>
        {
            services.AddSingleton<IServer, TestServer>();
            services.AddSingleton<IAmazonDynamoDB>(_tables);
            services.AddSingleton<IAmazonSimpleNotificationService>(new AmazonSimpleNotificationServiceClient(
                credentials, new AmazonSimpleNotificationServiceConfig { ServiceURL = address, AuthenticationRegion = "eu-central-1" }));
            services.AddSingleton<IAmazonKeyManagementService>(new AmazonKeyManagementServiceClient(
                credentials, new AmazonKeyManagementServiceConfig { ServiceURL = address, AuthenticationRegion = "eu-central-1" }));
            services.AddSingleton<IAmazonCognitoIdentityProvider>(new AmazonCognitoIdentityProviderClient(
                credentials, new AmazonCognitoIdentityProviderConfig { ServiceURL = address, AuthenticationRegion = "eu-central-1" }));
            services.PostConfigureAll<OpenIdConnectOptions>(options => options.BackchannelHttpHandler = Issuer);
        });
        await copy.StartAsync();
        _copies.Add(copy);
        return new HttpClient(copy.GetTestServer().CreateHandler()) { BaseAddress = new Uri($"https://{Host}/") };
    }

    /// <summary>Somebody is added to the pool, and to a group.</summary>
    public async Task AddAsync(string person, string? group)
    {
        await PoolAsync("AdminCreateUser", ("Username", person));
        if (group is not null)
        {
            await PoolAsync("AdminAddUserToGroup", ("Username", person), ("GroupName", group));
        }
    }

    /// <summary>Something is done to the pool by an administrator of the account.</summary>
    public Task<JsonNode> PoolAsync(string operation, params (string Name, string Value)[] fields)
    {
        var body = new JsonObject { ["UserPoolId"] = _pool };
        foreach (var (name, value) in fields)
        {
            body[name] = value;
        }

        return AskAsync(_emulator, $"AWSCognitoIdentityProviderService.{operation}", body);
    }

    /// <summary>What is stored of the keys of cookies.</summary>
    public async Task<IReadOnlyList<string>> StoredKeysAsync() =>
    [
        .. (await _tables.ScanAsync(new() { TableName = _table })).Items
            .Where(static item => item["pk"].S == "console-keys").Select(static item => item["body"].S),
    ];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var copy in _copies)
        {
            await copy.DisposeAsync();
        }

        await IncidentTable.DeleteAsync(_tables, _table);
        _emulator.Dispose();
        Issuer.Dispose();
    }

    private static string WriteConfiguration()
    {
        var file = JsonNode.Parse(
            File.ReadAllText(Repository.File("contactcenter.json")),
            documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        file["api"] = new JsonObject { ["cognito"] = true };
        file["console"] = new JsonObject();
        var path = Path.Combine(AppContext.BaseDirectory, "contactcenter.console.json");
        File.WriteAllText(path, file.ToJsonString());
        return path;
    }

    private static async Task<JsonNode> AskAsync(HttpClient client, string target, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/x-amz-json-1.1"),
        };
        request.Headers.TryAddWithoutValidation("x-amz-target", target);
        var service = target.StartsWith("Trent", StringComparison.Ordinal) ? "kms" : "cognito-idp";
        request.Headers.TryAddWithoutValidation(
            "authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20261130/eu-central-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{target}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }
}
