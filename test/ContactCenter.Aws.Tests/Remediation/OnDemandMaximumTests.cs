using Amazon.ApplicationAutoScaling;
using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Remediation;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Tests.Remediation.Capacity;
using Moq;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>Reads and writes have a maximum of their own, and the service says of one that has none -1.</summary>
public sealed class OnDemandMaximumTests
{
    private readonly Mock<IAmazonDynamoDB> _dynamoDb = new();
    private readonly List<UpdateTableRequest> _updates = [];

    public OnDemandMaximumTests() => _dynamoDb
        .Setup(client => client.UpdateTableAsync(Capture.In(_updates), It.IsAny<CancellationToken>()))
        .ReturnsAsync(new UpdateTableResponse());

    [Theory]
    [InlineData(100L, -1L, 100L, null)]
    [InlineData(-1L, 100L, null, 100L)]
    [InlineData(100L, 50L, 100L, 50L)]
    [InlineData(100L, null, 100L, null)]
    public void What_has_no_maximum_is_read_as_none(long? reads, long? writes, long? expectedReads, long? expectedWrites) =>
        Assert.Equal(new RequestMaximum(expectedReads, expectedWrites), Read(reads, writes).OnDemandMaximum);

    [Fact]
    public void Without_any_there_is_none() => Assert.Null(Read(-1, -1).OnDemandMaximum);

    [Fact]
    public async Task Only_what_is_raised_is_sent_and_only_that_goes_back()
    {
        var remediation = new CapacityRemediation();
        var state = Busy(100, 200, TableStates.Now);
        var raised = remediation.Plan(state, TableStates.Limits, null, TableStates.Now);
        await ApplyAsync(raised.Change!);

        var later = TableStates.Now.AddHours(1);
        var returned = remediation.Plan(Busy(225, 50, later), TableStates.Limits, raised.Lease, later);
        await ApplyAsync(returned.Change!);

        Assert.Equal([(225L, null), (100L, null)], _updates.Select(static update =>
            (update.OnDemandThroughput.MaxReadRequestUnits, update.OnDemandThroughput.MaxWriteRequestUnits)));
        Assert.Equal(
            "The on-demand maximum of reads of table customers goes from 100 to 225 per second: it turned requests away.", raised.Reason);
    }

    /// <summary>At 40,000 writes a second, which nobody has set, no ceiling would leave anything.</summary>
    [Fact]
    public void What_has_no_maximum_is_no_cost_that_a_maximum_allows() => Assert.NotNull(new CapacityRemediation().Plan(
        Busy(100, 200, TableStates.Now), TableStates.Limits with { MonthlyCeiling = 100 }, null, TableStates.Now).Change);

    private static TableState Read(long? reads, long? writes) => TableReading.Of(
        "customers",
        new TableDescription
        {
            TableStatus = TableStatus.ACTIVE,
            BillingModeSummary = new BillingModeSummary { BillingMode = Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST },
            OnDemandThroughput = new OnDemandThroughput { MaxReadRequestUnits = reads, MaxWriteRequestUnits = writes },
        },
        TableStates.Now);

    private static TableState Busy(long maximum, double reads, DateTimeOffset now) =>
        TableStates.Table(maximum, TableStates.Level(reads), ThrottleCause.OnDemandMaximum, now) with
        {
            Billing = ContactCenter.Core.Remediation.Capacity.BillingMode.OnDemand,
            OnDemandMaximum = Read(maximum, -1).OnDemandMaximum,
        };

    private Task<ChangeOutcome> ApplyAsync(CapacityChange change) => new DynamoDbTableCapacity(
        _dynamoDb.Object, Mock.Of<IAmazonCloudWatch>(), Mock.Of<IAmazonApplicationAutoScaling>())
        .ApplyAsync("customers", change, TestContext.Current.CancellationToken);
}
