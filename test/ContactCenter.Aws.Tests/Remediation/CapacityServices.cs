using Amazon.ApplicationAutoScaling;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Remediation;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>The three services that capacity is read from, at one address.</summary>
internal sealed class CapacityServices(Uri address) : IDisposable
{
    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    public AmazonDynamoDBClient DynamoDb { get; } = new(Credentials, At(address, new AmazonDynamoDBConfig()));

    public AmazonCloudWatchClient CloudWatch { get; } = new(Credentials, At(address, new AmazonCloudWatchConfig()));

    public AmazonApplicationAutoScalingClient Scaling { get; } = new(Credentials, At(address, new AmazonApplicationAutoScalingConfig()));

    public DynamoDbTableCapacity Tables() => new(DynamoDb, CloudWatch, Scaling);

    /// <summary>
    /// A provisioned table with the indexes "by-name" and "by-phone"; the table has 10 read and 5 write units, each index 3 and 4.
    /// </summary>
    public async Task<string> CreateTableAsync()
    {
        var name = $"customers-{Guid.NewGuid():N}";
        await DynamoDb.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PROVISIONED,
            ProvisionedThroughput = new ProvisionedThroughput(10, 5),
            AttributeDefinitions =
            [
                new("id", ScalarAttributeType.S), new("phone", ScalarAttributeType.S), new("name", ScalarAttributeType.S)
            ],
            KeySchema = [new("id", KeyType.HASH)],
            GlobalSecondaryIndexes = [Index("by-phone", "phone"), Index("by-name", "name")],
        });
        return name;
    }

    /// <summary>What DynamoDB would tell: a sum in a minute.</summary>
    public Task TellAsync(string table, string? index, string metric, DateTimeOffset minute, params double[] values) =>
        CloudWatch.PutMetricDataAsync(new PutMetricDataRequest
        {
            Namespace = "AWS/DynamoDB",
            MetricData =
            [
                .. values.Select(value => new MetricDatum
                {
                    MetricName = metric,
                    Timestamp = minute.UtcDateTime,
                    Value = value,
                    Dimensions = index is null
                        ? [new Dimension { Name = "TableName", Value = table }]
                        :
                        [
                            new Dimension { Name = "TableName", Value = table },
                            new Dimension { Name = "GlobalSecondaryIndexName", Value = index }
                        ],
                }),
            ],
        });

    public void Dispose()
    {
        DynamoDb.Dispose();
        CloudWatch.Dispose();
        Scaling.Dispose();
    }

    private static GlobalSecondaryIndex Index(string name, string key) => new()
    {
        IndexName = name,
        KeySchema = [new(key, KeyType.HASH)],
        Projection = new() { ProjectionType = ProjectionType.ALL },
        ProvisionedThroughput = new ProvisionedThroughput(3, 4),
    };

    private static T At<T>(Uri address, T configuration)
        where T : ClientConfig
    {
        configuration.ServiceURL = address.ToString();
        configuration.AuthenticationRegion = "eu-central-1";
        configuration.MaxErrorRetry = 0;
        configuration.HttpClientFactory = Emulator.OneAtATime;
        return configuration;
    }
}
