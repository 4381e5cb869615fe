using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using ContactCenter.Aws.Tests.Monitoring;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>
/// What the functions talk to: the AWS emulator, and on this machine what it lacks: the Secrets Manager extension, the metrics of Amazon
/// Connect, and a customer system. A start that is counted goes through the recorder; one that is measured does not.
/// </summary>
internal sealed class Services : IAsyncDisposable
{
    public const string Issuer = "https://login.example.com/tenant";
    public const string ApiAudience = "console";
    public const string Region = "eu-central-1";
    public const string SlackKey = "slack-key";
    public const string CallbackKey = "a-key-of-callbacks-0123";
    public const string WebhookToken = "a-token-of-more-than-thirty-two-characters";
    public const string LinkKey = "0123456789abcdef0123456789abcdef";

    private readonly AwsEmulator _emulator;
    private readonly LocalHttpServer _secrets;
    private readonly ConnectService _connect;
    private readonly CustomerSystem? _customers;
    private readonly string _folder;
    private readonly BasicAWSCredentials _credentials = new("test", "test");

    private Services(
        AwsEmulator emulator, LocalHttpServer secrets, ConnectService connect, CustomerSystem? customers, RequestRecorder recorder,
        string folder)
    {
        _emulator = emulator;
        _secrets = secrets;
        _connect = connect;
        _customers = customers;
        _folder = folder;
        Recorder = recorder;
        DynamoDb = new AmazonDynamoDBClient(
            _credentials, new AmazonDynamoDBConfig { ServiceURL = emulator.Address.ToString(), AuthenticationRegion = Region });
    }

    public RequestRecorder Recorder { get; }

    public AmazonDynamoDBClient DynamoDb { get; }

    /// <summary>What the functions are told.</summary>
    public ContactCenterConfiguration Configuration { get; private set; } = null!;

    private string ConfigurationFile => Path.Combine(_folder, "contactcenter.json");

    private string AuthorityFile => Path.Combine(_folder, "authority.pem");

    private string Topic { get; set; } = "";

    /// <summary>Null when there is no emulator.</summary>
    public static async Task<Services?> StartAsync(string folder)
    {
        if (await AwsEmulator.StartAsync() is not { } emulator)
        {
            return null;
        }

        var secrets = await LocalHttpServer.StartAsync(static context => context.Response.WriteAsync(Secret(context.Request)));
        var connect = (await ConnectService.StartAsync()).Profile("Generalists", 1).Profile("Specialists", 2);
        var customers = await CustomerSystem.StartAsync();
        var recorder = await RequestRecorder.StartAsync(request =>
            request.Path.StartsWithSegments("/secretsmanager", StringComparison.Ordinal) ? secrets.Address
            : request.Headers.Authorization.ToString().Contains("/connect/aws4_request", StringComparison.Ordinal) ? connect.Address
            : emulator.Address);
        var services = new Services(emulator, secrets, connect, customers, recorder, folder);
        if (customers is not null)
        {
            customers.Asked = recorder.Add;
        }

        await services.PrepareAsync();
        return services;
    }

    /// <summary>The environment of a function.</summary>
    /// <param name="tables">Its tables.</param>
    /// <param name="isRecorded">Whether its requests are kept.</param>
    public Dictionary<string, string> Environment(Tables tables, bool isRecorded)
    {
        var environment = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = (isRecorded ? Recorder.Address : _emulator.Address).ToString(),
            ["AWS_ENDPOINT_URL_CONNECT"] = (isRecorded ? Recorder.Address : _connect.Address).ToString(),
            ["PARAMETERS_SECRETS_EXTENSION_HTTP_PORT"] =
                (isRecorded ? Recorder.Address : _secrets.Address).Port.ToString(CultureInfo.InvariantCulture),
            ["AWS_REGION"] = Region,
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_SESSION_TOKEN"] = "token",
            ["CONTACTCENTER_CONFIG"] = ConfigurationFile,
            ["INCIDENTS_TABLE"] = tables.Incidents,
            ["CONTACTS_TABLE"] = tables.Contacts,
            ["MODELS_BUCKET"] = "models",
            ["AUDIENCE_TOPICS"] = new JsonObject(Configuration.Audiences.Keys.Select(audience =>
                KeyValuePair.Create(audience, (JsonNode?)Topic))).ToJsonString(),
            ["REACH_TOPIC_ARN"] = Topic,
            ["LINK_BASE_URL"] = "https://cc.example.com/a",
            ["LINK_SECRET_ARN"] = SecretArn("links"),
            ["CALLER_KEY_ARN"] = SecretArn("caller"),
            ["SLACK_SIGNING_SECRET_ARN"] = SecretArn("slack"),
            ["SERVICENOW_CALLBACK_SECRET_ARN"] = SecretArn("servicenow"),
            ["PAGERDUTY_WEBHOOK_SECRET_ARN"] = SecretArn("pagerduty"),
            ["JIRA_WEBHOOK_SECRET_ARN"] = SecretArn("jira"),
        };
        if (_customers is not null)
        {
            environment["SSL_CERT_FILE"] = AuthorityFile;
        }

        return environment;
    }

    public async ValueTask DisposeAsync()
    {
        DynamoDb.Dispose();
        await Recorder.DisposeAsync();
        await _secrets.DisposeAsync();
        await _connect.DisposeAsync();
        if (_customers is not null)
        {
            await _customers.DisposeAsync();
        }

        await _emulator.DisposeAsync();
    }

    private static string SecretArn(string name) => $"arn:aws:secretsmanager:{Region}:123456789012:secret:{name}";

    /// <summary>One text for all: each function reads of it what it needs.</summary>
    private static string Secret(HttpRequest request) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["Name"] = request.Query["secretId"].ToString(),
        ["SecretString"] = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["key"] = LinkKey,
            ["current"] = LinkKey,
            ["value"] = "api-key",
            ["signingSecret"] = SlackKey,
            ["callbackKey"] = CallbackKey,
            ["user"] = "integration",
            ["token"] = WebhookToken,
        }),
    });

    /// <summary>The sample configuration, with the dialogues of their sample, and an API for an audience.</summary>
    public static async Task<JsonObject> SampleAsync(string audience)
    {
        var sample = await ReadAsync("contactcenter.json");
        sample.Remove("$schema");
        sample["dialogues"] = (await ReadAsync("samples", "dialogues.json"))["dialogues"]!.DeepClone();
        sample["api"] = new JsonObject { ["issuer"] = Issuer, ["audience"] = new JsonArray(audience), ["rolesClaim"] = "roles" };
        return sample;
    }

    private static async Task<JsonObject> ReadAsync(params string[] path)
    {
        var text = await File.ReadAllTextAsync(Path.Combine([Packages.Repository(), .. path]));
        return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        })!.AsObject();
    }

    /// <summary>The sample configuration, with the customer system of this machine or none, and what it names in the emulator.</summary>
    private async Task PrepareAsync()
    {
        var sample = await SampleAsync(ApiAudience);
        if (_customers is null)
        {
            sample.Remove("crm");
        }
        else
        {
            sample["crm"]!["url"] = $"{_customers.Address}api/customers?phone={{phone}}";
            await File.WriteAllTextAsync(AuthorityFile, _customers.Authority);
        }

        await File.WriteAllTextAsync(ConfigurationFile, sample.ToJsonString());
        Configuration = ConfigurationReader.ReadChecked(await File.ReadAllBytesAsync(ConfigurationFile));
        foreach (var table in Configuration.Tables)
        {
            await CreateTableAsync(table);
        }

        using var s3 = new AmazonS3Client(
            _credentials,
            new AmazonS3Config { ServiceURL = _emulator.Address.ToString(), AuthenticationRegion = Region, ForcePathStyle = true });
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = "models", BucketRegion = S3Region.EUCentral1 });
        Topic = await CreateTopicAsync("audience");
    }

    private async Task CreateTableAsync(TableSettings table)
    {
        var capacity = new ProvisionedThroughput(table.Read!.Minimum, table.Write!.Minimum);
        await DynamoDb.CreateTableAsync(new CreateTableRequest
        {
            TableName = table.Name,
            AttributeDefinitions = [new("pk", ScalarAttributeType.S), .. table.Indexes.Select(static name => new AttributeDefinition(
                name, ScalarAttributeType.S))],
            KeySchema = [new("pk", KeyType.HASH)],
            ProvisionedThroughput = capacity,
            GlobalSecondaryIndexes = table.Indexes.Count == 0 ? null :
            [
                .. table.Indexes.Select(name => new GlobalSecondaryIndex
                {
                    IndexName = name,
                    KeySchema = [new(name, KeyType.HASH)],
                    Projection = new() { ProjectionType = ProjectionType.ALL },
                    ProvisionedThroughput = capacity,
                }),
            ],
        });
    }

    private async Task<string> CreateTopicAsync(string name)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _emulator.Address);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Action"] = "CreateTopic",
            ["Name"] = name,
            ["Version"] = "2010-03-31",
        });

        // the emulator checks no signature, but finds the service by it
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260504/{Region}/sns/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return XDocument.Parse(await response.Content.ReadAsStringAsync())
            .Descendants().Single(static element => element.Name.LocalName == "TopicArn").Value;
    }
}
