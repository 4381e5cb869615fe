using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Monitoring.Parsing;

/// <summary>
/// Old and new spellings, missing and unknown members: an alarm is not lost because its payload looks a little different.
/// </summary>
public sealed class ToleranceTests
{
    [Theory]
    [InlineData("AlarmDescription")]
    [InlineData("AWSAccountId")]
    [InlineData("AlarmConfigurationUpdatedTimestamp")]
    [InlineData("NewStateReason")]
    [InlineData("StateChangeTime")]
    [InlineData("Region")]
    [InlineData("AlarmArn")]
    [InlineData("OldStateValue")]
    [InlineData("OKActions")]
    [InlineData("AlarmActions")]
    [InlineData("InsufficientDataActions")]
    [InlineData("ActionExecutedAfterMuteWindow")]
    [InlineData("Trigger")]
    public void A_message_without_an_optional_member_is_read(string member)
    {
        var absent = new AlarmPayload().Message();
        absent.Remove(member);
        var isNull = new AlarmPayload().Message();
        isNull[member] = null;

        Assert.All([absent, isNull], message => Assert.Equal(("billing-wait", AlarmState.Alarm), NameAndState(Parsed.Change(message))));
    }

    [Theory]
    [InlineData("Namespace")]
    [InlineData("Statistic")]
    [InlineData("StatisticType")]
    [InlineData("Dimensions")]
    [InlineData("Period")]
    [InlineData("EvaluationPeriods")]
    [InlineData("DatapointsToAlarm")]
    [InlineData("ComparisonOperator")]
    [InlineData("Threshold")]
    [InlineData("TreatMissingData")]
    [InlineData("EvaluateLowSampleCountPercentile")]
    public void A_trigger_without_an_optional_member_is_read(string member)
    {
        var message = new AlarmPayload().Message();
        message["Trigger"]!.AsObject().Remove(member);

        Assert.Equal("LongestQueueWaitTime", Assert.Single(Parsed.Change(message).Metrics).Name);
    }

    [Theory]
    [InlineData("resources")]
    [InlineData("account")]
    [InlineData("region")]
    [InlineData("time")]
    [InlineData("id")]
    [InlineData("source")]
    public void An_event_without_an_optional_member_is_read(string member)
    {
        var json = new AlarmPayload().Event();
        json.Remove(member);

        var change = Parsed.Change(json);

        Assert.Equal((new AlarmPayload().Arn, "123456789012", "eu-central-1"), (change.AlarmArn, change.AccountId, change.Region));
    }

    [Theory]
    [InlineData("previousState")]
    [InlineData("configuration")]
    public void A_detail_without_an_optional_member_is_read(string member)
    {
        var json = new AlarmPayload().Direct();
        json["alarmData"]!.AsObject().Remove(member);

        Assert.Equal(("billing-wait", AlarmState.Alarm), NameAndState(Parsed.Change(json)));
    }

    [Fact]
    public void Numbers_come_from_the_reason_when_an_event_has_no_reason_data()
    {
        var json = new AlarmPayload { Comparison = "LessThanThreshold", Threshold = 0.5, Values = [0.25] }.Direct();
        json["alarmData"]!["state"]!.AsObject().Remove("reasonData");

        var change = Parsed.Change(json);

        Assert.Equal((0.25, 0.5, AlarmComparison.LessThanThreshold), (change.Value, change.Threshold, change.Comparison));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"recentDatapoints":[]}""")]
    [InlineData("""{"recentDatapoints":[null],"threshold":null}""")]
    public void Reason_data_that_cannot_be_read_is_done_without(string reasonData)
    {
        var json = new AlarmPayload().Event();
        json["detail"]!["state"]!["reasonData"] = reasonData;

        Assert.Equal((372.0, 120.0), (Parsed.Change(json).Value, Parsed.Change(json).Threshold));
    }

    [Fact]
    public void Unknown_members_are_ignored_everywhere()
    {
        var message = new AlarmPayload().Message();
        message["New"] = new JsonObject { ["AlarmName"] = "impostor" };
        message["Trigger"]!["New"] = new JsonArray(1, 2, 3);
        message["Trigger"]!["Dimensions"]!.AsArray().Add(new JsonObject { ["New"] = 1 });

        Assert.Equal(3, Assert.Single(Parsed.Change(message).Metrics).Dimensions.Count);
    }

    [Theory]
    [InlineData("- TreatMissingData:                    missing")]
    [InlineData("notBreaching")]
    [InlineData("")]
    public void The_padded_spelling_of_old_messages_is_read(string treatMissingData) =>
        Assert.Equal(120, Parsed.Change(new AlarmPayload { TreatMissingData = treatMissingData }, PayloadShape.SnsEvent).Threshold);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void A_description_that_says_nothing_is_none(string? description) =>
        Assert.Null(Parsed.Change(new AlarmPayload { Description = description }, PayloadShape.SnsMessage).Description);

    [Theory]
    [InlineData("2026-05-04T10:00:00.000+0000")]
    [InlineData("2026-05-04T12:00:00.000+0200")]
    [InlineData("2026-05-04T12:00:00.000+02:00")]
    [InlineData("2026-05-04T10:00:00Z")]
    [InlineData("2026-05-04T10:00:00.0000000Z")]
    [InlineData("2026-05-04T10:00:00")]
    public void A_time_is_read_with_every_spelling_of_its_offset(string written)
    {
        var message = new AlarmPayload().Message();
        message["StateChangeTime"] = written;

        var at = Parsed.Change(message).At;

        Assert.Equal((AlarmPayload.Noon, TimeSpan.Zero), (at, at.Offset));
    }

    [Theory]
    [InlineData("10:04")]
    [InlineData("4 May")]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void A_time_that_is_none_gives_way_to_the_envelopes(string written)
    {
        var message = new AlarmPayload().Message();
        message["StateChangeTime"] = written;

        Assert.Equal(Parsed.ReceivedAt, Parsed.Change(message).At);
        Assert.Equal(AlarmPayload.Noon.AddSeconds(2), Parsed.Change(AlarmPayload.SnsEvent(message.ToJsonString())).At);
    }

    [Theory]
    [InlineData("\"120\"", 120.0)]
    [InlineData("\"1.2e2\"", 120.0)]
    [InlineData("120.0", 120.0)]
    [InlineData("\"NaN\"", null)]
    [InlineData("1e999", null)]
    [InlineData("\"Infinity\"", null)]
    [InlineData("\"a lot\"", null)]
    [InlineData("{}", null)]
    [InlineData("true", null)]
    public void A_threshold_is_a_finite_number_or_none(string json, double? expected)
    {
        var message = Unexplained()
            .ToJsonString()
            .Replace("\"Threshold\":120", $"\"Threshold\":{json}", StringComparison.Ordinal);

        Assert.Equal(expected, Parsed.Change(message).Threshold);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("")]
    [InlineData("GreaterThanThreshold,LessThanThreshold")]
    [InlineData("Sideways")]
    public void An_operator_that_does_not_exist_is_none(string comparison)
    {
        var message = Unexplained();
        message["Trigger"]!["ComparisonOperator"] = comparison;

        Assert.Null(Parsed.Change(message).Comparison);
    }

    [Theory]
    [InlineData("Threshold")]
    [InlineData("ComparisonOperator")]
    public void What_the_trigger_does_not_tell_is_read_off_the_reason(string member)
    {
        var message = new AlarmPayload().Message();
        message["Trigger"]![member] = null;

        Assert.Equal(
            (120, AlarmComparison.GreaterThanOrEqualToThreshold),
            (Parsed.Change(message).Threshold, Parsed.Change(message).Comparison));
    }

    /// <summary>A message whose reason says nothing of numbers.</summary>
    private static JsonObject Unexplained()
    {
        var message = new AlarmPayload().Message();
        message["NewStateReason"] = "Thresholds were crossed.";
        return message;
    }

    [Theory]
    [InlineData("ok", AlarmState.Ok)]
    [InlineData("Alarm", AlarmState.Alarm)]
    [InlineData("insufficient_data", AlarmState.InsufficientData)]
    public void A_state_is_read_in_any_case(string written, AlarmState expected) =>
        Assert.Equal(expected, Parsed.Change(new AlarmPayload { State = written }, PayloadShape.EventBridgeEvent).State);

    [Fact]
    public void A_member_that_stands_twice_does_no_harm()
    {
        var text = new AlarmPayload().Message().ToJsonString();
        var doubled = text.Replace(
            "\"AlarmName\":\"billing-wait\"", "\"AlarmName\":\"first\",\"AlarmName\":\"billing-wait\"", StringComparison.Ordinal);

        Assert.Equal("billing-wait", Parsed.Change(doubled).AlarmName);
    }

    [Fact]
    public void A_muted_alarm_tells_until_when()
    {
        var json = new AlarmPayload().Event();
        json["detail"]!["muteDetail"] = new JsonObject
        {
            ["mutedByArn"] = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm-mute-rule:night",
            ["muteWindowStart"] = AlarmPayload.Stamp(AlarmPayload.Noon.AddHours(-1)),
            ["muteWindowEnd"] = AlarmPayload.Stamp(AlarmPayload.Noon.AddHours(2)),
        };

        Assert.Equal(AlarmPayload.Noon.AddHours(2), Parsed.Change(json).MutedUntil);
        Assert.Null(Parsed.Change(new AlarmPayload().Event()).MutedUntil);
    }

    [Fact]
    public void A_suppressed_alarm_says_so()
    {
        var json = new AlarmPayload { Rule = "ALARM(a)" }.Event();
        json["detail"]!["state"]!["actionsSuppressedBy"] = "WaitPeriod";

        Assert.True(Parsed.Change(json).IsSuppressed);
        Assert.False(Parsed.Change(new AlarmPayload().Event()).IsSuppressed);
    }

    [Fact]
    public void An_alarm_without_an_ARN_gets_one_of_what_is_known()
    {
        var json = new AlarmPayload().Direct();
        json.Remove("alarmArn");

        Assert.Equal(new AlarmPayload().Arn, Parsed.Change(json).AlarmArn);
    }

    [Fact]
    public void The_Region_of_an_event_holds_when_the_ARN_is_none()
    {
        var json = new AlarmPayload().Direct();
        json["alarmArn"] = "billing-wait";

        Assert.Equal(("123456789012", "eu-central-1"), (Parsed.Change(json).AccountId, Parsed.Change(json).Region));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. new AlarmPayload().Bytes(PayloadShape.SnsEvent)];

        Assert.IsType<ChangedAlarm>(Assert.Single(Parsed.All(bytes)));
    }

    private static (string Name, AlarmState State) NameAndState(AlarmChange change) => (change.AlarmName, change.State);
}
