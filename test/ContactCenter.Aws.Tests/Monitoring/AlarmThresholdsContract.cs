using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Settings;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Aws.Tests.Monitoring;

/// <summary>What every port to thresholds promises.</summary>
public abstract class AlarmThresholdsContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A port to one deployed alarm of this name, with a threshold of 120.</summary>
    protected abstract ValueTask<IAlarmThresholds> DeployedAsync(string alarm);

    [Fact]
    public async Task A_threshold_is_read_as_it_was_written_and_what_is_not_there_is_left_out()
    {
        var name = $"cc-test/queue-wait-time/{Guid.NewGuid():N}";
        var thresholds = await DeployedAsync(name);
        Assert.Equal([new(name, 120)], await thresholds.ReadAsync([name, "cc-test/nothing"], Stop));

        await thresholds.WriteAsync(name, 240.5, Stop);

        Assert.Equal([new(name, 240.5)], await thresholds.ReadAsync([name], Stop));
    }

    [Fact]
    public async Task An_alarm_that_is_not_there_is_not_made()
    {
        var thresholds = await DeployedAsync("cc-test/some");

        await thresholds.WriteAsync("cc-test/nothing", 1, Stop);

        Assert.Empty(await thresholds.ReadAsync(["cc-test/nothing"], Stop));
    }
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryThresholdsTests : AlarmThresholdsContract
{
    protected override ValueTask<IAlarmThresholds> DeployedAsync(string alarm)
    {
        var thresholds = new InMemoryThresholds();
        thresholds.Deploy(alarm, 120);
        return ValueTask.FromResult<IAlarmThresholds>(thresholds);
    }
}

/// <summary>The contract, kept on CloudWatch.</summary>
public sealed class CloudWatchThresholdsTests(Emulator emulator) : AlarmThresholdsContract, IDisposable
{
    private AmazonCloudWatchClient? _client;

    private AmazonCloudWatchClient Client
    {
        get
        {
            if (_client is null)
            {
                // asks for the emulator, or skips
                using var table = emulator.DynamoDb();
                _client = new AmazonCloudWatchClient(
                    new BasicAWSCredentials("test", "test"),
                    new AmazonCloudWatchConfig { ServiceURL = emulator.Address.ToString(), AuthenticationRegion = "eu-central-1" });
            }

            return _client;
        }
    }

    [Fact]
    public async Task Everything_else_of_the_alarm_stays()
    {
        var name = $"cc-test/queue-wait-time/{Guid.NewGuid():N}";
        var thresholds = await DeployedAsync(name);
        var before = await DescribedAsync(name);

        await thresholds.WriteAsync(name, 240.5, Stop);

        var after = await DescribedAsync(name);
        Assert.Equal(Everything(before), Everything(after));
        Assert.Equal(240.5, after.Threshold);
        var tags = await Client.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = after.AlarmArn }, Stop);
        Assert.Equal(["deployment=cc-test"], tags.Tags.Select(static tag => $"{tag.Key}={tag.Value}"));
    }

    public void Dispose() => _client?.Dispose();

    protected override async ValueTask<IAlarmThresholds> DeployedAsync(string alarm)
    {
        await Client.PutMetricAlarmAsync(
            new PutMetricAlarmRequest
            {
                AlarmName = alarm,
                AlarmDescription = "Callers wait too long.",
                ActionsEnabled = true,
                AlarmActions = ["arn:aws:sns:eu-central-1:123456789012:alarms"],
                OKActions = ["arn:aws:sns:eu-central-1:123456789012:alarms"],
                InsufficientDataActions = ["arn:aws:sns:eu-central-1:123456789012:alarms"],
                Namespace = "AWS/Connect",
                MetricName = "LongestQueueWaitTime",
                Statistic = Statistic.Maximum,
                Dimensions = [new Dimension { Name = "QueueName", Value = "Billing" }],
                Period = 60,
                EvaluationPeriods = 3,
                DatapointsToAlarm = 2,
                Threshold = 120,
                ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
                TreatMissingData = "notBreaching",
                Tags = [new Tag { Key = "deployment", Value = "cc-test" }],
            },
            Stop);
        return new CloudWatchThresholds(Client);
    }

    private async Task<MetricAlarm> DescribedAsync(string name) => Assert.Single(
        (await Client.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [name] }, Stop)).MetricAlarms);

    private static string Everything(MetricAlarm alarm) => string.Join(
        '|', alarm.AlarmDescription, alarm.ActionsEnabled, string.Join(',', alarm.AlarmActions), string.Join(',', alarm.OKActions),
        string.Join(',', alarm.InsufficientDataActions), alarm.Namespace, alarm.MetricName, alarm.Statistic,
        string.Join(',', alarm.Dimensions.Select(static one => $"{one.Name}={one.Value}")), alarm.Period, alarm.EvaluationPeriods,
        alarm.DatapointsToAlarm, alarm.ComparisonOperator, alarm.TreatMissingData);
}
