using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Tests;

/// <summary>
/// The functions as they are deployed: their own Main and composition root, the Runtime API over HTTP, a table in the emulator.
/// </summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly AmazonDynamoDBClient _client;
    private readonly string _table;
    private readonly Dictionary<string, string?> _environment;

    private Deployment(AmazonDynamoDBClient client, string table, Uri emulator)
    {
        _client = client;
        _table = table;
        _environment = new Dictionary<string, string?>
        {
            ["AWS_ENDPOINT_URL"] = emulator.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_SESSION_TOKEN"] = "token",
            ["AWS_REGION"] = "eu-central-1",
            ["INCIDENTS_TABLE"] = table,
            ["CONTACTCENTER_CONFIG"] = Path.Combine(AppContext.BaseDirectory, "contactcenter.test.json"),
        };
        Store = new DynamoDbIncidentStore(client, table, retentionDays: 400);
        Outbox = new DynamoDbOutbox(client, table);
        Changes = new DynamoDbChangeLog(client, table, 90);
    }

    public DynamoDbIncidentStore Store { get; }

    public DynamoDbOutbox Outbox { get; }

    public DynamoDbChangeLog Changes { get; }

    public static async Task<Deployment> CreateAsync(Emulator emulator)
    {
        var client = emulator.DynamoDb();
        return new Deployment(client, await IncidentTable.CreateAsync(client), emulator.Address);
    }

    /// <summary>The environment of the functions.</summary>
    public IReadOnlyDictionary<string, string?> Environment => _environment;

    /// <summary>With one more environment variable.</summary>
    public Deployment With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    /// <summary>What a function answers to an event.</summary>
    public async Task<LambdaOutcome> InvokeAsync(string function, string json)
    {
        await using var api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation(json)]);
        await api.RunAsync(
            Program.Main, new Dictionary<string, string?>(_environment) { ["ANNOTATIONS_HANDLER"] = function });
        Assert.Null(api.InitializationError);
        return Assert.Single(api.Outcomes);
    }

    /// <summary>What Lambda is told of a function that cannot be made here.</summary>
    public Task<string> FailToStartAsync(string function) =>
        FailToStartAsync(new Dictionary<string, string?>(_environment) { ["ANNOTATIONS_HANDLER"] = function });

    /// <summary>What Lambda is told when the functions' program does not begin with invocations.</summary>
    public static async Task<string> FailToStartAsync(IReadOnlyDictionary<string, string?> environment)
    {
        await using var api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation("{}")]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => api.RunAsync(Program.Main, environment));
        Assert.Empty(api.Outcomes);
        return (string)JsonNode.Parse(api.InitializationError!.Body)!["errorMessage"]!;
    }

    /// <summary>The only active incident.</summary>
    public async Task<Incident> IncidentAsync()
    {
        var active = new List<Incident>();
        await foreach (var correlation in Store.ActiveAsync(static problem => throw problem, TestContext.Current.CancellationToken))
        {
            active.Add(correlation.Incident!);
        }

        return Assert.Single(active);
    }

    /// <summary>What the stream tells of the effects in the table.</summary>
    public async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> EffectsAsync() =>
        [
            .. (await _client.ScanAsync(new ScanRequest { TableName = _table })).Items.Where(item =>
                item[TableLayout.Kind].S == TableLayout.EffectKind)
        ];

    /// <summary>Writes something into the body of an item that nobody can read.</summary>
    public async Task SpoilAsync(string partition, string sort) => await _client.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = _table,
        Key = new Dictionary<string, AttributeValue>
        {
            [TableLayout.PartitionKey] = new(partition),
            [TableLayout.SortKey] = new(sort),
        },
        UpdateExpression = "SET body = :body",
        ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":body"] = new("{\"key\":7") },
    });

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
    }
}
