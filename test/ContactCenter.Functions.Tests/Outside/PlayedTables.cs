using Amazon.ApplicationAutoScaling;
using Amazon.ApplicationAutoScaling.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Tests;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>The tables and functions that repairs are about, in the emulator, with what CloudWatch tells of them.</summary>
internal sealed class PlayedTables : IAsyncDisposable
{
    public const long Reads = 10;

    private const string Region = "eu-central-1";

    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    private readonly AmazonDynamoDBClient _client;
    private readonly AmazonCloudWatchClient _cloudWatch;
    private readonly AmazonApplicationAutoScalingClient _scaling;
    private readonly OwnNames _names;
    private readonly List<string> _created = [];

    public PlayedTables(Emulator emulator, OwnNames names)
    {
        _client = emulator.DynamoDb();
        var address = emulator.Address.ToString();
        _cloudWatch = new AmazonCloudWatchClient(
            Credentials, new AmazonCloudWatchConfig { ServiceURL = address, AuthenticationRegion = Region, MaxErrorRetry = 0 });
        _scaling = new AmazonApplicationAutoScalingClient(
            Credentials, new AmazonApplicationAutoScalingConfig { ServiceURL = address, AuthenticationRegion = Region, MaxErrorRetry = 0 });
        _names = names;
    }

    /// <summary>A table of the configuration comes into being.</summary>
    public async Task CreateAsync(string table, long reads = Reads)
    {
        _ = await _client.CreateTableAsync(new CreateTableRequest
        {
            TableName = _names.In(table),
            BillingMode = BillingMode.PROVISIONED,
            ProvisionedThroughput = new ProvisionedThroughput(reads, 5),
            AttributeDefinitions = [new("id", ScalarAttributeType.S)],
            KeySchema = [new("id", KeyType.HASH)],
        });
        _created.Add(table);
    }

    /// <summary>Reads of a table are turned away in some minutes.</summary>
    public Task ThrottleAsync(string table, DateTimeOffset start, int minutes) =>
        TellAsync("AWS/DynamoDB", ("TableName", table), start, minutes, [
            ("ConsumedReadCapacityUnits", Reads * 60), ("ReadThrottleEvents", 30), ("ReadProvisionedThroughputThrottleEvents", 30)]);

    /// <summary>A table is read with so many units a second.</summary>
    public Task ReadAsync(string table, DateTimeOffset start, int minutes, double units) =>
        TellAsync("AWS/DynamoDB", ("TableName", table), start, minutes, [("ConsumedReadCapacityUnits", units * 60)]);

    /// <summary>Calls of a function are turned away in some minutes.</summary>
    public Task ThrottleFunctionAsync(string function, DateTimeOffset start, int minutes) =>
        TellAsync("AWS/Lambda", ("FunctionName", function), start, minutes, [("Throttles", 30), ("ConcurrentExecutions", 20)]);

    /// <summary>Application Auto Scaling manages the reads of a table.</summary>
    public Task ManageAsync(string table, int minimum = 5, int maximum = (int)Reads) =>
        _scaling.RegisterScalableTargetAsync(new RegisterScalableTargetRequest
        {
            ServiceNamespace = ServiceNamespace.Dynamodb,
            ResourceId = $"table/{_names.In(table)}",
            ScalableDimension = ScalableDimension.DynamodbTableReadCapacityUnits,
            MinCapacity = minimum,
            MaxCapacity = maximum,
        });

    /// <summary>The least that Application Auto Scaling leaves a table, and the most.</summary>
    public async Task<(int? Minimum, int? Maximum)> RangeOfAsync(string table)
    {
        var found = await _scaling.DescribeScalableTargetsAsync(new DescribeScalableTargetsRequest
        {
            ServiceNamespace = ServiceNamespace.Dynamodb,
            ResourceIds = [$"table/{_names.In(table)}"],
        });
        var target = Assert.Single(found.ScalableTargets);
        return (target.MinCapacity, target.MaxCapacity);
    }

    /// <summary>The read units of a table as they are provisioned.</summary>
    public async Task<long?> ReadsOfAsync(string table) =>
        (await _client.DescribeTableAsync(_names.In(table))).Table.ProvisionedThroughput.ReadCapacityUnits;

    /// <summary>What Application Auto Scaling does: it follows its range.</summary>
    public Task ProvisionAsync(string table, long reads) => _client.UpdateTableAsync(new UpdateTableRequest
    {
        TableName = _names.In(table),
        ProvisionedThroughput = new ProvisionedThroughput(reads, 5),
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var name in _created)
        {
            _ = await _client.DeleteTableAsync(_names.In(name));
        }

        _client.Dispose();
        _cloudWatch.Dispose();
        _scaling.Dispose();
    }

    /// <summary>CloudWatch is told the same values in each of some minutes.</summary>
    private Task<PutMetricDataResponse> TellAsync(
        string space, (string Name, string Value) dimension, DateTimeOffset start, int minutes, (string Metric, double Value)[] values) =>
        _cloudWatch.PutMetricDataAsync(new PutMetricDataRequest
        {
            Namespace = space,
            MetricData =
            [
                .. from minute in Enumerable.Range(0, minutes)
                   from told in values
                   select new MetricDatum
                   {
                       MetricName = told.Metric,
                       Timestamp = start.AddMinutes(minute).UtcDateTime,
                       Value = told.Value,
                       Dimensions = [new Dimension { Name = dimension.Name, Value = _names.In(dimension.Value) }],
                   },
            ],
        });
}
