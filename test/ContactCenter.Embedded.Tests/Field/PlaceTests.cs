using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>A name means our resource only where account, Region, partition and instance are ours too.</summary>
public sealed class PlaceTests
{
    private static readonly AlarmPayload Throttled = new()
    {
        Name = "customers-throttled",
        Namespace = "AWS/DynamoDB",
        Metric = "ReadThrottleEvents",
        Dimensions = [("TableName", "customers")],
        Statistic = "Sum",
        Threshold = 1,
        Values = [9],
    };

    [Fact]
    public async Task A_table_of_another_account_is_told_with_its_account_and_never_repaired()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("cross-account-metric.json"));

        Assert.Equal("[P2] Table customers in account 210987654321: reads are throttled", replay.Subjects[0]);
        Assert.Equal("account 210987654321, Region eu-central-1", replay.Told[0].Message.Scope);
        Assert.Empty(replay.Repairs);
    }

    [Fact]
    public async Task A_queue_of_another_instance_is_told_with_its_instance()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("other-instance-queue.json"));

        Assert.Equal("[P1] Queue Cards in instance 99999999: queue is full", replay.Subjects[0]);
        Assert.EndsWith("instance 99999999-bbbb-cccc-dddd-eeeeeeeeeeee", replay.Told[0].Message.Scope, StringComparison.Ordinal);
        Assert.All(replay.Told, static effect => Assert.True(effect.Message.IsInternal));
    }

    [Theory]
    [InlineData("99999999-bbbb-cccc-dddd-eeeeeeeeeeee", "ok", "Cards")]
    [InlineData("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "broken", "General")]
    public async Task Only_a_queue_of_ours_changes_a_caller_s_way(string instance, string status, string queue)
    {
        using var replay = await FieldReplay.OfAsync(
            FieldReplay.Text("other-instance-queue.json")
                .Replace("99999999-bbbb-cccc-dddd-eeeeeeeeeeee", instance, StringComparison.Ordinal)
                .Replace("T03:", "T10:", StringComparison.Ordinal),
            followMinutes: 1);

        Assert.Equal(status, (await replay.AskAsync("CheckService", ("queue", "Cards")))["status"]);
        Assert.Equal(queue, (await replay.AskAsync("RouteContact", ("queue", "Cards")))["queue"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"AccountId\": \"123456789012\",")]
    public async Task Our_own_table_is_repaired_whether_the_account_of_its_metric_is_told_or_not(string account)
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("cross-account-metric.json")
            .Replace(Escaped("\"AccountId\": \"210987654321\","), Escaped(account), StringComparison.Ordinal));

        Assert.Equal("[P2] Table customers: reads are throttled", replay.Subjects[0]);
        Assert.Equal("customers", Assert.Single(replay.Repairs).Target);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_table_of_another_Region_account_or_partition_is_not_ours_in_any_shape(PayloadShape shape)
    {
        await AssertElsewhereAsync(Throttled with { Region = "us-east-1" }, shape, "us-east-1");
        await AssertElsewhereAsync(Throttled with { AccountId = "210987654321" }, shape, "account 210987654321");
    }

    [Fact]
    public async Task A_table_of_another_partition_is_not_ours()
    {
        var message = Throttled.Message();
        message["AlarmArn"] = Throttled.Arn.Replace("arn:aws:", "arn:aws-cn:", StringComparison.Ordinal);

        using var replay = await FieldReplay.OfAsync(AlarmPayload.SnsEvent(message.ToJsonString()).ToJsonString());

        Assert.Equal("[P2] Table customers in aws-cn: reads are throttled", replay.Subjects[0]);
        Assert.Empty(replay.Repairs);
    }

    [Fact]
    public async Task A_series_of_another_account_is_not_ours()
    {
        var payload = Throttled with
        {
            ContributorId = "c1",
            ContributorAttributes = [("AWS.AccountId", "210987654321"), ("TableName", "customers")],
        };
        using var replay = await FieldReplay.OfAsync(Query(payload).ToJsonString());

        Assert.Contains("account 210987654321", replay.Subjects[0], StringComparison.Ordinal);
        Assert.Empty(replay.Repairs);
    }

    [Fact]
    public async Task Two_tables_of_one_name_in_two_accounts_are_two_incidents()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("cross-account-metric.json"));
        await replay.HearAsync(Throttled.Bytes(PayloadShape.SnsEvent));

        Assert.Equal(2, replay.Opened.Select(static incident => incident.Key).Distinct().Count());
    }

    [Fact]
    public async Task Importance_and_hours_of_our_queue_do_not_count_for_one_of_another_instance()
    {
        // a Sunday night: ours would be lowered by one outside its hours
        var night = new DateTimeOffset(2026, 5, 3, 1, 0, 0, TimeSpan.Zero);
        var ours = new AlarmPayload { At = night, Threshold = 180, Values = [200] };
        var other = ours with
        {
            Dimensions = [("InstanceId", "99999999-bbbb-cccc-dddd-eeeeeeeeeeee"), ("MetricGroup", "Queue"), ("QueueName", "Billing")],
        };

        Assert.Equal((Severity.P3, Severity.P2), (await SeverityAsync(ours), await SeverityAsync(other)));
        Assert.DoesNotContain(
            "importance", (await FirstReasonsAsync(other with { Dimensions = [other.Dimensions[0], ("QueueName", "Cards")] })));
    }

    [Fact]
    public async Task A_function_of_another_account_is_none_that_callers_wait_for()
    {
        var errors = new AlarmPayload
        {
            Namespace = "AWS/Lambda",
            Metric = "Errors",
            Dimensions = [("FunctionName", "verify-caller")],
            Threshold = 1,
            Values = [9],
        };

        Assert.Equal((Severity.P1, Severity.P2), (
            await SeverityAsync(errors), await SeverityAsync(errors with { AccountId = "210987654321" })));
    }

    [Fact]
    public async Task An_instance_of_EC2_is_no_instance_of_Amazon_Connect()
    {
        var payload = new AlarmPayload
        {
            Name = "cpu",
            Namespace = "AWS/EC2",
            Metric = "CPUUtilization",
            Dimensions = [("InstanceId", "i-1")],
        };
        using var replay = await FieldReplay.OfAsync(payload.As(PayloadShape.SnsEvent).ToJsonString());

        Assert.DoesNotContain("instance", replay.Subjects[0], StringComparison.Ordinal);
    }

    public static TheoryData<PayloadShape> Shapes => [.. Enum.GetValues<PayloadShape>()];

    private static JsonObject Query(AlarmPayload payload)
    {
        var message = payload.Message();
        message["Trigger"] = new JsonObject
        {
            ["Period"] = 60,
            ["ComparisonOperator"] = payload.Comparison,
            ["Threshold"] = payload.Threshold,
            ["Metrics"] = new JsonArray(new JsonObject
            {
                ["Expression"] = "SELECT SUM(ReadThrottleEvents) FROM SCHEMA(\"AWS/DynamoDB\", TableName) "
                    + "GROUP BY AWS.AccountId, TableName",
                ["Id"] = "q1",
                ["ReturnData"] = true,
            }),
        };
        return AlarmPayload.SnsEvent(message.ToJsonString());
    }

    private static async Task AssertElsewhereAsync(AlarmPayload payload, PayloadShape shape, string place)
    {
        using var replay = await FieldReplay.OfAsync(payload.As(shape).ToJsonString());
        Assert.Equal($"[P2] Table customers in {place}: reads are throttled", replay.Subjects[0]);
        Assert.Empty(replay.Repairs);
    }

    private static async Task<Severity> SeverityAsync(AlarmPayload payload)
    {
        using var replay = await FieldReplay.OfAsync(payload.As(PayloadShape.SnsEvent).ToJsonString());
        return replay.Told[0].Message.Severity;
    }

    private static async Task<string> FirstReasonsAsync(AlarmPayload payload)
    {
        using var replay = await FieldReplay.OfAsync(payload.As(PayloadShape.SnsEvent).ToJsonString());
        return string.Join(' ', replay.Told[0].Message.Reasons);
    }

    private static string Escaped(string json) => json.Replace("\"", "\\\"", StringComparison.Ordinal);
}
