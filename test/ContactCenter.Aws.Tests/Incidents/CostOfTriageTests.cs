using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>What triage asks of DynamoDB, counted.</summary>
public sealed class CostOfTriageTests(ITestOutputHelper output)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_opening_is_one_read_a_look_at_what_is_active_and_one_transaction()
    {
        using var table = new CountingDynamoDb();
        var pipeline = Pipeline(table);

        await pipeline.ReceiveAsync(Change(0, Noon), Noon, Stop);

        Assert.Equal((2, 1), (table.Reads, table.Transactions));
    }

    [Fact]
    public async Task A_repeated_alarm_change_is_one_read()
    {
        using var table = new CountingDynamoDb();
        var pipeline = Pipeline(table);
        await pipeline.ReceiveAsync(Change(0, Noon), Noon, Stop);

        await pipeline.ReceiveAsync(Change(0, Noon), Noon.AddSeconds(5), Stop);

        Assert.Equal((3, 1), (table.Reads, table.Transactions));
    }

    [Fact]
    public async Task A_storm_of_5000_changes_on_200_alarms_writes_at_most_once_and_two_items_for_each_change()
    {
        const int Changes = 5_000;
        const int Alarms = 200;
        using var table = new CountingDynamoDb();
        var pipeline = Pipeline(table);
        var effects = 0;

        for (var i = 0; i < Changes; i++)
        {
            var at = Noon.AddMilliseconds(i * 6);
            var outcome = await pipeline.ReceiveAsync(
                Change(i % Alarms, at, i / Alarms % 2 == 0 ? AlarmState.Alarm : AlarmState.Ok), at, Stop);
            effects += outcome.Decision.Effects.Count;
        }

        output.WriteLine(
            $"{Changes} changes: {table.Reads} reads, {table.Transactions} transactions, {table.Items} items, {effects} effects, "
            + $"{(double)table.WriteUnits / Changes:F1} write units for each change, largest item {table.LargestItem} bytes");

        // one before the decision, one behind it for what was decided elsewhere in the same moment; an opening looks at what is active
        Assert.InRange(table.Reads, Changes, (2 * Changes) + (2 * Alarms));
        Assert.InRange(table.Transactions, 1, Changes);

        // the correlation and its timeline; beside them effects, and the storm's memory of the few openings before it
        Assert.InRange(table.Items, 1, (2 * Changes) + effects + Policy.Settings.StormIncidents);
        Assert.InRange((double)table.WriteUnits / Changes, 0, 20);
    }

    private static IncidentPipeline Pipeline(CountingDynamoDb table) =>
        Desk(new DynamoDbIncidentStore(table, "incidents", retentionDays: 400)).Pipeline;

    private static ChangedAlarm Change(int alarm, DateTimeOffset at, AlarmState state = AlarmState.Alarm) => new(new AlarmChange
    {
        AlarmArn = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc-test-queue-wait-{alarm}",
        AlarmName = $"cc-test-queue-wait-{alarm}",
        AccountId = "123456789012",
        Region = "eu-central-1",
        State = state,
        At = at,
        Kind = AlarmKind.Metric,
        Metrics =
        [
            new MetricSource
            {
                Namespace = "AWS/Connect",
                Name = "LongestQueueWaitTime",
                Statistic = "Maximum",
                Dimensions =
                [
                    new("InstanceId", Configuration.Instance.Id), new("MetricGroup", "Queue"), new("QueueName", $"Queue {alarm}")
                ],
            },
        ],
        Comparison = AlarmComparison.GreaterThanThreshold,
        Threshold = 300,
        Value = 412,
    });
}
