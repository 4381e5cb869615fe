using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Monitoring.Parsing;

/// <summary>Every way in which an alarm arrives leads to the same change.</summary>
public sealed class ShapeTests
{
    public static TheoryData<PayloadShape> Shapes => [.. Enum.GetValues<PayloadShape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_metric_alarm_is_read_whole_from_every_shape(PayloadShape shape)
    {
        var payload = new AlarmPayload();

        var change = Parsed.Change(payload, shape);

        Assert.Equal(payload.Arn, change.AlarmArn);
        Assert.Equal("billing-wait", change.AlarmName);
        Assert.Equal("Customers of Billing wait.", change.Description);
        Assert.Equal("123456789012", change.AccountId);
        Assert.Equal("eu-central-1", change.Region);
        Assert.Equal(AlarmKind.Metric, change.Kind);
        Assert.Equal(AlarmState.Alarm, change.State);
        Assert.Equal(AlarmState.Ok, change.PreviousState);
        Assert.Equal(AlarmPayload.Noon, change.At);
        Assert.Equal(AlarmComparison.GreaterThanOrEqualToThreshold, change.Comparison);
        Assert.Equal(120, change.Threshold);
        Assert.Equal(372, change.Value);
        var metric = Assert.Single(change.Metrics);
        Assert.Equal(("AWS/Connect", "LongestQueueWaitTime", "Maximum"), (metric.Namespace, metric.Name, metric.Statistic));
        Assert.Equal(TimeSpan.FromMinutes(1), metric.Period);
        Assert.Contains(new MetricDimension("QueueName", "Billing"), metric.Dimensions);
        Assert.Equal(3, metric.Dimensions.Count);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_three_states_are_told_apart_in_every_shape(PayloadShape shape)
    {
        AlarmState State(string text) => Parsed.Change(new AlarmPayload { State = text }, shape).State;

        Assert.Equal(
            [AlarmState.Ok, AlarmState.Alarm, AlarmState.InsufficientData],
            [State("OK"), State("ALARM"), State("INSUFFICIENT_DATA")]);
    }

    [Fact]
    public void An_event_with_several_records_gives_their_changes_in_order()
    {
        var messages = new[] { "a", "b", "c" }.Select(name => new AlarmPayload { Name = name }.Message().ToJsonString()).ToArray();

        var inputs = Parsed.All(AlarmPayload.SnsEvent(messages).ToJsonString());

        Assert.Equal(["a", "b", "c"], inputs.Cast<ChangedAlarm>().Select(input => input.Change.AlarmName));
    }

    [Fact]
    public void A_record_that_is_no_alarm_does_not_hide_its_neighbours()
    {
        var alarm = new AlarmPayload().Message().ToJsonString();

        var inputs = Parsed.All(AlarmPayload.SnsEvent(alarm, "hello", alarm).ToJsonString());

        Assert.Collection(
            inputs,
            input => Assert.IsType<ChangedAlarm>(input),
            input => Assert.Equal("hello", Assert.IsType<UnrecognisedMessage>(input).Text),
            input => Assert.IsType<ChangedAlarm>(input));
    }

    [Fact]
    public void A_list_of_payloads_gives_all_of_them()
    {
        var list = new JsonArray(new AlarmPayload().Event(), new AlarmPayload().Direct());

        Assert.Equal(2, Parsed.All(list.ToJsonString()).OfType<ChangedAlarm>().Count());
    }

    [Fact]
    public void A_payload_that_is_a_text_in_JSON_is_read_as_what_the_text_holds()
    {
        var text = JsonValue.Create(new AlarmPayload().Message().ToJsonString());

        Assert.Equal("billing-wait", Parsed.Change(text.ToJsonString()).AlarmName);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Members_in_another_case_are_found(PayloadShape shape)
    {
        var json = LowerNames(new AlarmPayload().As(shape));

        var change = Parsed.Change(json);

        Assert.Equal(("billing-wait", AlarmState.Alarm, 120.0), (change.AlarmName, change.State, change.Threshold));
        Assert.Equal("LongestQueueWaitTime", Assert.Single(change.Metrics).Name);
    }

    [Fact]
    public void The_exact_spelling_wins_over_another_case()
    {
        var message = new AlarmPayload().Message();
        message.Insert(0, "alarmname", "impostor");

        Assert.Equal("billing-wait", Parsed.Change(message).AlarmName);
    }

    private static JsonObject LowerNames(JsonObject json)
    {
        var lower = new JsonObject();
        foreach (var (name, value) in json)
        {
            lower[Lower(name)] = value switch
            {
                JsonObject inner => LowerNames(inner),
                JsonArray list => new JsonArray([.. list.Select(item => item is JsonObject inner ? LowerNames(inner) : item?.DeepClone())]),
                JsonValue text when text.TryGetValue<string>(out var held) && held.StartsWith('{') =>
                    JsonValue.Create(LowerNames(JsonNode.Parse(held)!.AsObject()).ToJsonString()),
                _ => value?.DeepClone(),
            };
        }

        return lower;
    }

    private static string Lower(string name) => name.ToLowerInvariant();
}
