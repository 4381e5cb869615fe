using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Core.Tests.Monitoring.Parsing;

/// <summary>What is not an alarm is kept; what cannot be read is refused with the place and the reason.</summary>
public sealed class UnrecognisedTests
{
    [Theory]
    [InlineData("SubscriptionConfirmation")]
    [InlineData("UnsubscribeConfirmation")]
    public void A_confirmation_is_kept(string type)
    {
        var json = AlarmPayload.HttpNotification("You have chosen to subscribe.");
        json["Type"] = type;

        Assert.Contains("confirmation", Parsed.Unrecognised(json).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Free_text_is_kept_with_the_time_and_id_of_its_envelope()
    {
        var message = Parsed.Unrecognised(AlarmPayload.SnsEvent("The phones are dead!"));

        Assert.Equal(
            new UnrecognisedMessage(
                "free text", "The phones are dead!", AlarmPayload.Noon.AddSeconds(2), "5b000000-0000-4000-8000-000000000003")
            {
                Subject = "ALARM: \"billing-wait\" in EU (Frankfurt)",
            },
            message);
    }

    [Fact]
    public void Text_that_only_looks_like_JSON_is_free_text() =>
        Assert.Equal("{oops", Parsed.Unrecognised(AlarmPayload.SnsEvent("{oops")).Text);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_message_is_kept_as_one(string text) =>
        Assert.Equal("an empty message", Parsed.Unrecognised(AlarmPayload.SnsEvent(text)).What);

    [Fact]
    public void An_event_of_another_type_names_the_type()
    {
        var json = new AlarmPayload().Event();
        json["detail-type"] = "AWS Health Event";

        var message = Parsed.Unrecognised(json);

        Assert.Contains("AWS Health Event", message.What, StringComparison.Ordinal);
        Assert.Equal("2f6a1b34-0000-4000-8000-00000000000e", message.Id);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"Records":null}""")]
    [InlineData("""{"alarmData":{}}""")]
    [InlineData("""{"detail-type":"CloudWatch Alarm State Change"}""")]
    [InlineData("""{"detail-type":"CloudWatch Alarm State Change","resources":[],"detail":[]}""")]
    [InlineData("""{"AlarmName":"x","NewStateValue":"PURPLE"}""")]
    [InlineData("""{"AlarmName":"","NewStateValue":"ALARM"}""")]
    [InlineData("""{"AlarmName":7,"NewStateValue":"ALARM"}""")]
    public void JSON_that_is_no_alarm_is_kept_raw(string json)
    {
        var message = Parsed.Unrecognised(json);

        Assert.Equal((json, Parsed.ReceivedAt), (message.Text, message.At));
    }

    [Fact]
    public void The_same_message_twice_has_the_same_id_even_without_an_envelope() =>
        Assert.Equal(Parsed.Unrecognised("""{"a":1}""").Id, Parsed.Unrecognised("""{"a":1}""").Id);

    [Fact]
    public void Kept_text_and_id_are_bounded()
    {
        var json = AlarmPayload.SnsEvent(new string('x', 100_000));
        json["Records"]![0]!["Sns"]!["MessageId"] = new string('y', 100_000);

        var message = Parsed.Unrecognised(json);

        Assert.Equal(UnrecognisedMessage.MaximumLength, message.Text.Length);
        Assert.InRange(message.Id.Length, 1, 128);
    }

    [Fact]
    public void Control_characters_do_not_reach_people()
    {
        var change = Parsed.Change(new AlarmPayload { Name = "a\r\nb\u001b[31mc\u0085d\0e" }, PayloadShape.SnsEvent);

        Assert.Equal("a  b [31mc d e", change.AlarmName);
    }

    [Fact]
    public void Long_texts_are_cut_between_characters()
    {
        var change = Parsed.Change(new AlarmPayload { Name = new string('a', 254) + "😀" }, PayloadShape.SnsMessage);

        Assert.Equal(new string('a', 254), change.AlarmName);
    }

    [Fact]
    public void A_lone_surrogate_does_not_stop_the_rest()
    {
        var text = new AlarmPayload().Message().ToJsonString()
            .Replace("Customers of Billing wait.", "\\ud83d", StringComparison.Ordinal)
            .Replace("\"Region\":", "\"\\ud83d\":1,\"Region\":", StringComparison.Ordinal);

        var change = Parsed.Change(text);

        Assert.Equal(("billing-wait", null), (change.AlarmName, change.Description));
    }

    [Fact]
    public void Envelopes_in_envelopes_end_somewhere()
    {
        var text = new AlarmPayload().Message().ToJsonString();
        for (var i = 0; i < 8; i++)
        {
            text = AlarmPayload.HttpNotification(text).ToJsonString();
        }

        Assert.Contains("nested", Parsed.Unrecognised(text).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\": 1,\n \"b\": }", "line 2, byte 7")]
    [InlineData("", "line 1, byte 1")]
    [InlineData("ALARM", "line 1, byte 1")]
    [InlineData("{\"a\":1} trailing", "line 1, byte 9")]
    public void What_is_not_JSON_is_refused_with_its_place(string text, string place)
    {
        var problem = Parsed.Refused(Encoding.UTF8.GetBytes(text)).Problem;

        Assert.StartsWith($"not JSON at {place}: ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_with_their_place() =>
        Assert.Equal("not UTF-8 at byte 3", Parsed.Refused([(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)'}']).Problem);

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Contains("not JSON", Parsed.Refused(Encoding.UTF8.GetBytes(new string('[', 100_000))).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_message_of_256_KB_is_read_and_a_byte_more_is_refused()
    {
        var text = new AlarmPayload().Message().ToJsonString();
        var full = Encoding.UTF8.GetBytes(text.PadRight(AlarmParser.MaximumBytes));

        Assert.IsType<ChangedAlarm>(Assert.Single(Parsed.All(full)));
        Assert.Equal("the message has 262145 bytes; at most 262144 are read", Parsed.Refused([.. full, (byte)' ']).Problem);
    }

    [Fact]
    public void Many_metrics_and_dimensions_are_bounded()
    {
        var message = new AlarmPayload { Expression = "m1" }.Message();
        var metrics = message["Trigger"]!["Metrics"]!.AsArray();
        var metric = metrics[1]!;
        metric["MetricStat"]!["Metric"]!["Dimensions"] = new JsonArray(
        [
            .. Enumerable.Range(0, 500).Select(i => new JsonObject { ["name"] = $"n{i}", ["value"] = "v" })
        ]);
        for (var i = 0; i < 10; i++)
        {
            metrics.Add(metric.DeepClone());
        }

        var change = Parsed.Change(message);

        Assert.InRange(change.Metrics.Count, 1, 20);
        Assert.All(change.Metrics, read => Assert.InRange(read.Dimensions.Count, 1, 60));
    }
}
