using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Replay;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Cli.Tests;

/// <summary>
/// What <c>aws cloudwatch describe-alarm-history</c> and <c>describe-alarms</c> print, as the service model of CloudWatch (2010-08-01) has
/// it, becomes the messages that CloudWatch published then.
/// </summary>
public sealed class AlarmHistoryTests : IDisposable
{
    private static readonly ConnectInstance Instance = new()
    {
        Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        Alias = "example-bank",
    };

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    private static JsonObject Item(
        string alarm = "wait", string at = "2026-10-05T02:14:07.123000+00:00", string from = "OK", string to = "ALARM") => new()
        {
            ["AlarmName"] = alarm,
            ["AlarmType"] = "MetricAlarm",
            ["Timestamp"] = at,
            ["HistoryItemType"] = "StateUpdate",
            ["HistorySummary"] = $"Alarm updated from {from} to {to}",
            ["HistoryData"] = new JsonObject
            {
                ["version"] = "1.0",
                ["oldState"] = new JsonObject { ["stateValue"] = from, ["stateReason"] = "before" },
                ["newState"] = new JsonObject { ["stateValue"] = to, ["stateReason"] = "it is so" },
            }.ToJsonString(),
        };

    private static JsonObject Alarm(string name = "wait") => new()
    {
        ["AlarmName"] = name,
        ["AlarmArn"] = $"arn:aws:cloudwatch:eu-west-1:210987654321:alarm:{name}",
        ["AlarmDescription"] = "Callers wait",
        ["StateValue"] = "OK",
        ["MetricName"] = "LongestQueueWaitTime",
        ["Namespace"] = "AWS/Connect",
        ["Statistic"] = "Maximum",
        ["Dimensions"] = new JsonArray { new JsonObject { ["Name"] = "QueueName", ["Value"] = "Billing" } },
        ["Period"] = 60,
        ["Threshold"] = 180.0,
        ["ComparisonOperator"] = "GreaterThanThreshold",
    };

    private static string History(params JsonObject[] items) =>
        new JsonObject { ["AlarmHistoryItems"] = new JsonArray([.. items]) }.ToJsonString();

    private static string Alarms(params JsonObject[] alarms) =>
        new JsonObject { ["MetricAlarms"] = new JsonArray([.. alarms]), ["CompositeAlarms"] = new JsonArray() }.ToJsonString();

    private ReplayItem[] Read(params string[] files)
    {
        using var recordings = new Recordings(Instance);
        foreach (var (i, text) in files.Index())
        {
            Assert.True(recordings.TryAdd(_cli.File($"{i}.json", text), () => Stream.Null));
        }

        return [.. recordings.InOrder()];
    }

    private static JsonElement Message(ReplayItem item)
    {
        Assert.Null(item.Problem);
        return JsonDocument.Parse(item.Utf8).RootElement;
    }

    [Fact]
    public void A_change_becomes_the_message_of_its_alarm()
    {
        var message = Message(Assert.Single(Read(History(Item()), Alarms(Alarm()))));

        Assert.Equal("arn:aws:cloudwatch:eu-west-1:210987654321:alarm:wait", message.GetProperty("AlarmArn").GetString());
        Assert.Equal("210987654321", message.GetProperty("AWSAccountId").GetString());
        Assert.Equal("Callers wait", message.GetProperty("AlarmDescription").GetString());
        Assert.Equal(("ALARM", "OK"), (message.GetProperty("NewStateValue").GetString(), message.GetProperty("OldStateValue").GetString()));
        Assert.Equal("it is so", message.GetProperty("NewStateReason").GetString());
        Assert.Equal("2026-10-05T02:14:07.123+0000", message.GetProperty("StateChangeTime").GetString());
        Assert.Equal("LongestQueueWaitTime", message.GetProperty("Trigger").GetProperty("MetricName").GetString());
        Assert.Equal(180, message.GetProperty("Trigger").GetProperty("Threshold").GetDouble());
    }

    [Fact]
    public void An_alarm_that_nothing_describes_is_meant_in_the_account_of_the_instance() => Assert.Equal(
        "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:wait",
        Message(Assert.Single(Read(History(Item())))).GetProperty("AlarmArn").GetString());

    [Fact]
    public void Newest_first_is_put_in_order_over_all_pages()
    {
        var items = Read(
            History(Item(at: "2026-10-05T03:00:00Z"), Item(at: "2026-10-05T01:00:00Z")),
            History(Item(at: "2026-10-05T02:00:00Z"), Item(at: "2026-10-05T00:00:00Z")));

        Assert.Equal([0, 1, 2, 3], items.Select(item => item.At.Hour));
    }

    [Theory]
    [InlineData("\"2026-10-05T02:14:07.123Z\"")]
    [InlineData("\"2026-10-05T04:14:07.123000+02:00\"")]
    [InlineData("1791166447.123")]
    public void A_time_is_read_as_every_AWS_CLI_prints_it(string time)
    {
        var item = Item();
        item["Timestamp"] = JsonNode.Parse(time);

        var expected = new DateTimeOffset(2026, 10, 5, 2, 14, 7, 123, TimeSpan.Zero);
        Assert.Equal(expected, Assert.Single(Read(History(item))).At, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void What_jq_leaves_of_an_answer_is_read_like_the_answer()
    {
        var items = Read($"{Item().ToJsonString()}\n{Alarm().ToJsonString()}\n", $"[{History(Item("other"))},{Alarms(Alarm("other"))}]");

        Assert.All(items, item => Assert.Equal("Callers wait", Message(item).GetProperty("AlarmDescription").GetString()));
        Assert.Equal(2, items.Length);
    }

    [Fact]
    public void Answers_and_messages_may_follow_one_another_in_one_file()
    {
        var items = Read(
            $$"""{"AlarmHistoryItems":[{{Item().ToJsonString()}}],"NextToken":"ey}]J"}""" + "\n" + Alarms(Alarm()) + "\n"
                + Recorded.Message("full", "ALARM", "2026-10-05T02:15:00.000+0000"));

        Assert.Equal(["wait", "full"], items.Select(item => Message(item).GetProperty("AlarmName").GetString()));
    }

    [Fact]
    public void A_composite_alarm_names_the_children_that_turned_it_red()
    {
        var item = Item("served-badly");
        item["AlarmType"] = "CompositeAlarm";
        item["HistoryData"] =
            """{"newState":{"stateValue":"ALARM","stateReasonData":{"triggeringAlarms":[{"arn":"arn:aws:cloudwatch:eu-central-1:1:alarm:child"}]}}}""";

        var message = Message(Assert.Single(Read(History(item))));

        Assert.True(message.TryGetProperty("AlarmRule", out _));
        Assert.Equal(
            "arn:aws:cloudwatch:eu-central-1:1:alarm:child", message.GetProperty("TriggeringChildren")[0].GetProperty("Arn").GetString());
    }

    [Fact]
    public void A_series_of_an_alarm_keeps_its_attributes()
    {
        var item = Item();
        item["HistoryItemType"] = "AlarmContributorStateUpdate";
        item["AlarmContributorId"] = "c1";
        item["AlarmContributorAttributes"] = new JsonObject { ["QueueName"] = "Cards" };

        var message = Message(Assert.Single(Read(History(item))));

        Assert.Equal("c1", message.GetProperty("AlarmContributorId").GetString());
        Assert.Equal("Cards", message.GetProperty("AlarmContributorAttributes").GetProperty("QueueName").GetString());
    }

    [Fact]
    public void Data_that_was_cut_off_leaves_the_state_to_the_summary()
    {
        var item = Item();
        item["HistoryData"] = "{\"version\":\"1.0\",\"newSt";

        Assert.Equal("ALARM", Message(Assert.Single(Read(History(item)))).GetProperty("NewStateValue").GetString());
    }

    [Theory]
    [InlineData("ConfigurationUpdate")]
    [InlineData("Action")]
    [InlineData("AlarmContributorAction")]
    public void What_changes_no_state_is_passed_over(string type)
    {
        var item = Item();
        item["HistoryItemType"] = type;

        Assert.Equal(type, Assert.Single(Read(History(item))).PassedOver);
    }

    [Theory]
    [InlineData("AlarmName", null, "AlarmName")]
    [InlineData("HistoryItemType", null, "HistoryItemType")]
    [InlineData("Timestamp", "yesterday", "its Timestamp is \"yesterday\"; expected a time such as")]
    [InlineData("Timestamp", "1999-01-01T00:00:00Z", "its Timestamp is")]
    public void A_broken_item_is_told_with_its_line_and_spoils_only_itself(string member, string? value, string problem)
    {
        var broken = Item();
        broken[member] = value;

        var items = Read($"{{\"AlarmHistoryItems\":[\n{broken.ToJsonString()},\n{Item().ToJsonString()}]}}");

        var told = Assert.Single(items, item => item.Problem is not null).Problem;
        Assert.Contains("in AlarmHistoryItems, on line 2: ", told, StringComparison.Ordinal);
        Assert.Contains(problem, told, StringComparison.Ordinal);
        Assert.Single(items, item => item.Problem is null);
    }

    [Fact]
    public void An_item_that_is_cut_off_spoils_only_itself()
    {
        var items = Read(
            "{\n    \"AlarmHistoryItems\": [\n"
                + $"        {Item("a").ToJsonString()},\n"
                + "        {\n            \"AlarmName\": \"b\",\n            \"Timest\n"
                + $"        {Item("c").ToJsonString()}\n"
                + "    ]\n}\n");

        var read = items.Where(item => item.Problem is null).Select(item => Message(item).GetProperty("AlarmName").GetString());
        Assert.Equal(["a", "c"], read);
    }

    [Fact]
    public void A_broken_alarm_is_told_and_its_history_goes_on_without_it()
    {
        var nameless = Alarm();
        nameless.Remove("AlarmName");

        var items = Read(History(Item()), Alarms(nameless, Alarm()));

        var problem = Assert.Single(items, item => item.Problem is not null).Problem;
        Assert.Contains("in MetricAlarms, on line 1: it has no AlarmName", problem, StringComparison.Ordinal);
        var message = Message(Assert.Single(items, item => item.Problem is null));
        Assert.Equal("Callers wait", message.GetProperty("AlarmDescription").GetString());
    }

    [Fact]
    public void One_answer_may_be_far_larger_than_a_message()
    {
        var items = Read(History(
            [.. Enumerable.Range(0, 4000).Select(i => Item($"alarm-{i % 7}", $"2026-10-{5 + (i % 20):00}T02:14:07Z"))]));

        Assert.Equal(4000, items.Length);
        Assert.All(items, item => Assert.Null(item.Problem));
    }

    [Fact]
    public void A_page_without_items_is_no_problem() => Assert.Empty(Read("{\n    \"AlarmHistoryItems\": []\n}\n"));

    [Fact]
    public void Alarms_of_which_only_the_names_are_known_are_told()
    {
        using var recordings = new Recordings(Instance);
        _ = recordings.TryAdd(_cli.File("history.json", History(Item("known"), Item("unknown"))), () => Stream.Null);
        _ = recordings.TryAdd(_cli.File("alarms.json", Alarms(Alarm("known"))), () => Stream.Null);

        Assert.Equal(2, recordings.InOrder().Count());

        Assert.Equal(["unknown"], recordings.Undescribed);
    }
}
