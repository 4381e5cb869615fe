using ContactCenter.Core.Common;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>What an alarm measures and tells is believed; what its name looks like is not.</summary>
public sealed class TriageTests
{
    [Fact]
    public async Task A_name_of_others_that_looks_like_one_of_ours_takes_no_severity_unit_or_sentence()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("foreign-name-like-catalog.json"));

        Assert.Equal(
            [
                "[P3] Message queue work: ApproximateNumberOfMessagesVisible is too high",
                "[P3] shop/api-latency/checkout: TargetResponseTime is too high",
                "[P3] billing/sentiment: Score is too low",
            ],
            replay.Subjects);
        Assert.StartsWith("5,200 against a threshold of 5,000.", replay.Told[0].Message.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cc-prod/queue-full/Billing", Severity.P1)]
    [InlineData("cc-test/queue-full/Billing", Severity.P3)]
    [InlineData("queue-full/Billing", Severity.P3)]
    [InlineData("x/cc-prod/queue-full/Billing", Severity.P3)]
    [InlineData("cc-production/queue-full/Billing", Severity.P3)]
    [InlineData("cc-prod-queue-full/Billing", Severity.P3)]
    public async Task A_catalog_id_counts_only_behind_the_prefix_of_this_deployment(string name, Severity expected)
    {
        var payload = new AlarmPayload
        {
            Name = name,
            Description = null,
            Namespace = "Shop",
            Metric = "Open",
            Dimensions = [("Shop", "x")],
        };
        using var replay = await FieldReplay.OfAsync(payload.As(PayloadShape.EventBridgeEvent).ToJsonString());

        Assert.Equal(expected, replay.Told[0].Message.Severity);
    }

    [Fact]
    public async Task The_name_of_a_deployed_alarm_in_another_account_is_none_of_ours()
    {
        var payload = new AlarmPayload
        {
            Name = "cc-prod/queue-full/Billing",
            AccountId = "210987654321",
            Namespace = "Shop",
            Metric = "Open",
            Dimensions = [("Shop", "x")],
        };
        using var replay = await FieldReplay.OfAsync(payload.As(PayloadShape.SnsEvent).ToJsonString());

        Assert.Equal(Severity.P3, replay.Told[0].Message.Severity);
    }

    [Theory]
    [InlineData("shop/customers-cut-off")]
    [InlineData("cc-test/customers-served-badly")]
    public async Task A_composite_of_others_is_not_one_of_ours(string name)
    {
        var payload = new AlarmPayload { Name = name, Rule = "ALARM(\"a\")", Children = [] };
        using var replay = await FieldReplay.OfAsync(payload.As(PayloadShape.SnsEvent).ToJsonString());

        Assert.Equal($"[P2] {name}: combined alarm is red", replay.Subjects[0]);
    }

    [Fact]
    public async Task A_threshold_that_only_the_reason_tells_is_shown_and_none_is_invented()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("threshold-null.json"));

        Assert.Contains("9 s against a threshold of 1 s.", replay.Told[0].Message.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("normal", replay.Told[0].Message.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 datapoint [9.0 (02/03/26 08:59:00)] was greater than the threshold (2.5E-1).", "9 s against a threshold of 0.25 s.")]
    [InlineData("It is red.", "Beyond its threshold.")]
    [InlineData("1 datapoint [9.0 (02/03/26 08:59:00)] was too much.", "9 s, which is beyond its threshold.")]
    [InlineData(
        "2 datapoints [9.0 (02/03/26 08:59:00), 8.0 (02/03/26 08:58:00)] were greater than the threshold (2.0).",
        "9 s against a threshold of 2 s.")]
    public async Task A_default_of_the_catalog_is_never_shown_as_the_threshold_of_an_alarm_of_others(string reason, string expected)
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("threshold-null.json").Replace(
            "Threshold Crossed: 1 out of the last 1 datapoints [9.0 (02/03/26 08:59:00)] was greater than or equal to the threshold (1.0) "
                + "(minimum 1 datapoint for OK -> ALARM transition).",
            reason,
            StringComparison.Ordinal));

        Assert.EndsWith(expected, replay.Told[0].Message.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_threshold_that_only_the_reason_tells_is_read_in_an_event_too()
    {
        var told = new AlarmPayload { Threshold = 1, Values = [9] }.Event();
        _ = told["detail"]!["state"]!.AsObject().Remove("reasonData");
        using var replay = await FieldReplay.OfAsync(told.ToJsonString());

        Assert.Contains("9 s against a threshold of 1 s.", replay.Told[0].Message.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_on_a_band_is_outside_of_what_is_normal()
    {
        using var replay = await FieldReplay.OfAsync(new AlarmPayload { Band = 2 }.As(PayloadShape.SnsEvent).ToJsonString());

        Assert.Contains("outside what is normal for this hour", replay.Told[0].Message.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scalers_own_alarms_are_told_in_neutral_words_and_repair_nothing()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("target-tracking-alarms.json"));

        Assert.Equal(
            ["[P4] Table customers: is below its scaling target", "[P4] Table orders: is above its scaling target"], replay.Subjects);
        Assert.Empty(replay.Repairs);
    }

    [Theory]
    [InlineData("TargetTracking-service/shop/web-AlarmLow-8a1b2c3d-1111-4222-8333-444455556666", Severity.P4)]
    [InlineData("TargetTracking-table/customers/index/by-phone-AlarmHigh-8a1b2c3d-1111-4222-8333-444455556666", Severity.P4)]
    [InlineData("TargetTracking-table/customers-ProvisionedCapacityLow-8a1b2c3d-1111-4222-8333-444455556666", Severity.P4)]
    [InlineData("TargetTracking is broken", Severity.P2)]
    [InlineData("my-TargetTracking-table/customers-AlarmLow-8a1b2c3d-1111-4222-8333-444455556666", Severity.P2)]
    public async Task Only_what_the_scaler_has_made_is_its_own(string name, Severity expected)
    {
        var payload = new AlarmPayload
        {
            Name = name,
            Namespace = "AWS/DynamoDB",
            Metric = "ReadThrottleEvents",
            Dimensions = [("TableName", "customers")],
            Values = [9],
            Threshold = 5,
        };
        using var replay = await FieldReplay.OfAsync(payload.As(PayloadShape.EventBridgeEvent).ToJsonString());

        Assert.Equal(expected, replay.Told[0].Message.Severity);
        Assert.Equal(expected == Severity.P4, replay.Repairs.Count == 0);
    }
}
