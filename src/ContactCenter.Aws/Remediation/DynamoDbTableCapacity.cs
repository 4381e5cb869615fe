using Amazon.ApplicationAutoScaling;
using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// Tables and indexes as DynamoDB, CloudWatch and Application Auto Scaling know them. Answers that change slowly (quotas, the month's
/// spending, the days before) are kept for minutes, so one object serves one process.
/// </summary>
public sealed class DynamoDbTableCapacity : ITableCapacity
{
    private readonly IAmazonDynamoDB _dynamoDb;
    private readonly ScalableRanges _ranges;
    private readonly CapacitySeries _series;
    private readonly DemandHistory _history;
    private readonly MonthlySpend _spend;
    private readonly AccountQuotas _quotas;
    private readonly DynamoDbPrices _prices;

    /// <summary>Stands on three services; without prices those of us-east-1 count.</summary>
    public DynamoDbTableCapacity(
        IAmazonDynamoDB dynamoDb, IAmazonCloudWatch cloudWatch, IAmazonApplicationAutoScaling scaling, DynamoDbPrices? prices = null)
    {
        _prices = prices ?? DynamoDbPrices.Default;
        var reader = new MetricReader(cloudWatch);
        _dynamoDb = dynamoDb;
        _ranges = new ScalableRanges(scaling);
        _series = new CapacitySeries(reader);
        _history = new DemandHistory(reader);
        _spend = new MonthlySpend(reader);
        _quotas = new AccountQuotas(dynamoDb, reader);
    }

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">A service refused or could not answer.</exception>
    public async Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
    {
        TableState state;
        try
        {
            var response = await _dynamoDb.DescribeTableAsync(new DescribeTableRequest { TableName = resource }, cancellationToken);
            state = TableReading.Of(resource, response.Table, now) with { Prices = _prices };
        }
        catch (ResourceNotFoundException)
        {
            state = TableReading.Missing(resource, now);
        }

        if (!state.Exists)
        {
            return state;
        }

        state = await _ranges.ReadAsync(state, cancellationToken);
        state = await _series.ReadAsync(state, cancellationToken);
        state = await _history.ReadAsync(state, cancellationToken);
        state = await _quotas.ReadAsync(state, cancellationToken);
        return state with { SpentThisMonth = await _spend.ReadAsync(state, cancellationToken) };
    }

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">The change was refused for a reason that no later try cures, such as a missing
    /// permission.</exception>
    public async Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        try
        {
            if (!change.Update.IsEmpty)
            {
                await _dynamoDb.UpdateTableAsync(Request(resource, change.Update), cancellationToken);
            }

            foreach (var target in change.Targets)
            {
                await _ranges.RegisterAsync(resource, target, cancellationToken);
            }

            return ChangeOutcome.Done;
        }
        catch (Exception refused) when (OutcomeOf(refused) is { } outcome)
        {
            return outcome;
        }
    }

    private static UpdateTableRequest Request(string table, TableUpdate update) => new()
    {
        TableName = table,
        ProvisionedThroughput = update.Table is { } own ? Provision(own) : null,
        GlobalSecondaryIndexUpdates = update.Indexes.Count == 0
            ? null
            : [.. update.Indexes.Select(index => new GlobalSecondaryIndexUpdate
            {
                Update = new UpdateGlobalSecondaryIndexAction { IndexName = index.Key, ProvisionedThroughput = Provision(index.Value) },
            })],
        OnDemandThroughput = update.OnDemandMaximum is { } maximum
            ? new OnDemandThroughput { MaxReadRequestUnits = maximum.Reads, MaxWriteRequestUnits = maximum.Writes }
            : null,
    };

    private static ProvisionedThroughput Provision(Throughput throughput) => new(throughput.Reads, throughput.Writes);

    private static ChangeOutcome? OutcomeOf(Exception refused) => refused switch
    {
        ResourceInUseException or Amazon.ApplicationAutoScaling.Model.ConcurrentUpdateException => ChangeOutcome.InUse,
        LimitExceededException or Amazon.ApplicationAutoScaling.Model.LimitExceededException => ChangeOutcome.LimitExceeded,
        ResourceNotFoundException or TableNotFoundException => ChangeOutcome.Gone,
        // no operation that is called lists it, so that it has no type of its own
        AmazonServiceException { ErrorCode: "ObjectNotFoundException" } => ChangeOutcome.Gone,
        AmazonServiceException { ErrorCode: "ValidationException" } => ChangeOutcome.Stale,
        AmazonServiceException { ErrorCode: "ThrottlingException" or "RequestLimitExceeded" } => ChangeOutcome.Unavailable,
        AmazonServiceException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError or 0 } => ChangeOutcome.Unavailable,
        HttpRequestException => ChangeOutcome.Unavailable,
        _ => null,
    };
}
