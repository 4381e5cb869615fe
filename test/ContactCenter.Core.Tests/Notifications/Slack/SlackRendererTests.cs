using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Slack;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Notifications.Slack;

public sealed class SlackRendererTests
{
    private static readonly Uri Dashboard = new("https://dash.example.com/d");

    [Fact]
    public void The_header_says_severity_and_what_is_wrong() =>
        Assert.Equal("🔴 [P1] Queue Billing: customers wait too long", Text(Blocks(Messages.Message())[0]));

    [Theory]
    [InlineData(IncidentState.Open, "acknowledge snooze escalate resolve open-runbook open-alarm open-metric open-dashboard")]
    [InlineData(IncidentState.Acknowledged, "snooze escalate resolve open-runbook open-alarm open-metric open-dashboard")]
    [InlineData(IncidentState.Mitigated, "resolve open-runbook open-alarm open-metric open-dashboard")]
    [InlineData(IncidentState.Resolved, "open-runbook open-alarm open-metric open-dashboard")]
    public void Buttons_are_those_that_the_state_allows(IncidentState state, string expected) =>
        Assert.Equal(expected, string.Join(' ', Buttons(Messages.Message(state: state)).Select(button => (string?)button["action_id"])));

    [Fact]
    public void A_repair_that_waits_for_approval_has_its_button_first_and_asks_before_it_acts()
    {
        var button = Buttons(Messages.Message() with { AsksApproval = true })[0];

        Assert.Equal("approve", (string?)button["action_id"]);
        Assert.NotNull(button["confirm"]);
    }

    [Fact]
    public void A_button_that_acts_carries_the_incident() =>
        Assert.Equal(Messages.IncidentId, (string?)Buttons(Messages.Message())[0]["value"]);

    [Fact]
    public void Resolving_asks_first() => Assert.NotNull(Buttons(Messages.Message())[3]["confirm"]);

    [Fact]
    public void A_runbook_that_is_no_web_address_gets_no_button() =>
        Assert.DoesNotContain(
            Buttons(Messages.Message() with { RunbookUrl = "javascript:alert(1)" }),
            button => (string?)button["action_id"] == "open-runbook");

    [Fact]
    public void Markup_in_names_calls_nobody_and_links_nowhere()
    {
        var json = SlackRenderer.Whole(Messages.WithText(Messages.Hostile), Dashboard);

        Assert.All(Strings(json), text => Assert.DoesNotContain("<", text, StringComparison.Ordinal));
        Assert.DoesNotContain("mrkdwn", json.ToJsonString(), StringComparison.Ordinal);
        Assert.All(Strings(json), text => Assert.DoesNotContain('\u202e', text));
    }

    [Fact]
    public void Any_text_of_any_length_keeps_the_limits_of_Block_Kit() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), Gen.Choose(0, 400).ToArbitrary(), (text, times) =>
        {
            var message = Messages.WithText(string.Concat(Enumerable.Repeat(text.Get + "<&>", times)));
            return KeepsLimits(SlackRenderer.Whole(message, Dashboard)) && KeepsLimits(SlackRenderer.Reply(message));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void The_first_message_of_a_bot_is_posted_whole_and_starts_the_thread()
    {
        var call = Assert.Single(SlackPlan.For(Messages.Message(), "#ops", null, hasToken: true, Dashboard));

        Assert.Equal("chat.postMessage", call.Method);
        Assert.True(call.StartsThread);
        Assert.Equal("#ops", (string?)call.Body["channel"]);
    }

    [Theory]
    [InlineData(Occasion.Escalated, IncidentState.Open, true)]
    [InlineData(Occasion.Resolved, IncidentState.Resolved, false)]
    public void A_later_message_of_a_bot_changes_the_first_and_replies_in_its_thread(
        Occasion occasion, IncidentState state, bool isBroadcast)
    {
        var calls = SlackPlan.For(Messages.Message(occasion, state), "#ops", new SlackThread("C1", "17.2"), hasToken: true, Dashboard);

        Assert.Equal(["chat.update", "chat.postMessage"], calls.Select(call => call.Method));
        Assert.Equal(("C1", "17.2"), ((string?)calls[0].Body["channel"], (string?)calls[0].Body["ts"]));
        Assert.Equal("17.2", (string?)calls[1].Body["thread_ts"]);
        Assert.Equal(isBroadcast, (bool?)calls[1].Body["reply_broadcast"]);
    }

    [Fact]
    public void A_webhook_posts_whole_messages_until_a_click_has_told_the_thread()
    {
        var first = Assert.Single(SlackPlan.For(Messages.Message(), "#ops", null, hasToken: false, null));
        var later = Assert.Single(SlackPlan.For(Messages.Message(), "#ops", new SlackThread("C1", "17.2"), hasToken: false, null));

        Assert.Null(first.Method);
        Assert.Null(first.Body["thread_ts"]);
        Assert.Equal("17.2", (string?)later.Body["thread_ts"]);
    }

    [Theory]
    [InlineData("S012AB3CD", "<!subteam^S012AB3CD>")]
    [InlineData("U012AB3CD", "<@U012AB3CD>")]
    public void Who_is_on_call_is_mentioned_where_phones_ring_for_it(string id, string mention)
    {
        var posted = Assert.Single(SlackPlan.For(Messages.Message(), "#ops", null, hasToken: true, null, [id]));
        var replied = SlackPlan.For(
            Messages.Message(Occasion.Raised), "#ops", new SlackThread("C1", "17.2"), hasToken: true, null, [id])[1];
        var hooked = Assert.Single(SlackPlan.For(Messages.Message(), "#ops", null, hasToken: false, null, [id]));

        Assert.All([posted, replied, hooked], call => Assert.Equal([mention], Mentions(call)));
    }

    [Theory]
    [InlineData(IncidentState.Open, Severity.P3)]
    [InlineData(IncidentState.Acknowledged, Severity.P1)]
    [InlineData(IncidentState.Mitigated, Severity.P1)]
    [InlineData(IncidentState.Resolved, Severity.P2)]
    public void Nobody_is_mentioned_of_what_need_not_wake_anybody(IncidentState state, Severity severity) =>
        Assert.Empty(SlackPlan.For(Messages.Message(state: state, severity: severity), "#ops", null, hasToken: true, null, ["S012AB3CD"])
            .SelectMany(Mentions));

    [Theory]
    [InlineData("C024BE91L 1503435956.000247", true)]
    [InlineData("C024BE91L", false)]
    [InlineData("C024BE91L 15\n", false)]
    [InlineData(null, false)]
    public void A_thread_is_read_as_it_was_written(string? text, bool isOne) =>
        Assert.Equal(isOne ? text : null, SlackThread.Parse(text)?.ToString());

    private static IEnumerable<string?> Mentions(SlackCall call) => call.Body["blocks"]!.AsArray()
        .Where(block => (string?)block!["text"]?["type"] == "mrkdwn")
        .Select(block => (string?)block!["text"]!["text"]);

    private static JsonArray Blocks(IncidentMessage message) => SlackRenderer.Whole(message, Dashboard)["blocks"]!.AsArray();

    private static JsonNode[] Buttons(IncidentMessage message) =>
        [.. Blocks(message)[^2]!["elements"]!.AsArray().Select(button => button!)];

    private static string? Text(JsonNode? block) => (string?)block!["text"]!["text"];

    private static bool KeepsLimits(JsonObject message)
    {
        var blocks = message["blocks"]!.AsArray();
        return blocks.Count <= SlackLimits.Blocks
            && Strings(message).Sum(text => text.Length) < SlackLimits.Message
            && Strings(message["text"]!).All(text => text.Length is >= 1 and <= SlackLimits.Section)
            && blocks.All(block => block!["text"] is not { } text || ((string)text["text"]!).Length is var length
                && length >= 1 && length <= ((string?)block["type"] == "header" ? SlackLimits.Header : SlackLimits.Section))
            && blocks.All(block => block!["fields"] is not JsonArray fields
                || (fields.Count <= SlackLimits.Fields && fields.All(field => ((string)field!["text"]!).Length <= SlackLimits.Field)));
    }

    private static IEnumerable<string> Strings(JsonNode node) => node switch
    {
        JsonObject parent => parent.Where(member => member.Value is not null).SelectMany(member => Strings(member.Value!)),
        JsonArray items => items.Where(item => item is not null).SelectMany(item => Strings(item!)),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
