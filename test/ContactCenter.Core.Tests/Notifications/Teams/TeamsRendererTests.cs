using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Teams;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Notifications.Teams;

public sealed class TeamsRendererTests
{
    [Fact]
    public void The_envelope_and_the_card_have_the_fixed_form()
    {
        var envelope = Render(Messages.Message());
        var attachment = envelope["attachments"]!.AsArray().Single()!;

        Assert.Equal("message", (string?)envelope["type"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attachment["contentType"]);
        Assert.True(attachment.AsObject().ContainsKey("contentUrl"));
        Assert.Equal(("AdaptiveCard", "1.2"), ((string?)attachment["content"]!["type"], (string?)attachment["content"]!["version"]));
    }

    [Fact]
    public void Buttons_open_signed_links_of_what_the_state_allows()
    {
        var actions = Card(Messages.Message(state: IncidentState.Acknowledged))["actions"]!.AsArray();

        Assert.Equal(
            ["Snooze 30 min", "Escalate", "Resolve", "Runbook", "Alarm", "Metric", "Dashboard"],
            actions.Select(action => (string?)action!["title"]));
        Assert.All(actions, action => Assert.Equal("Action.OpenUrl", (string?)action!["type"]));
        Assert.StartsWith("https://cc.example.com/a/1~k2~s~", (string?)actions[0]!["url"], StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_from_outside_stand_where_no_Markdown_is_read_or_are_escaped()
    {
        var body = Card(Messages.WithText(Messages.Hostile))["body"]!.AsArray();

        Assert.DoesNotContain(body, block => (string?)block!["type"] == "TextBlock");
        var facts = body.Single(block => (string?)block!["type"] == "FactSet")!["facts"]!.AsArray();
        Assert.All(facts, fact => Assert.DoesNotContain("<", (string?)fact!["value"], StringComparison.Ordinal));
        Assert.Contains(facts, fact => ((string)fact!["value"]!).Contains("\\[link\\]\\(", StringComparison.Ordinal));
        Assert.Contains(
            "\\[link\\]\\(", (string)Card(Messages.WithText(Messages.Hostile))["fallbackText"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Severity.P1, IncidentState.Open, "Attention")]
    [InlineData(Severity.P3, IncidentState.Open, "Warning")]
    [InlineData(Severity.P1, IncidentState.Mitigated, "Good")]
    public void The_colour_says_how_bad_it_is_now(Severity severity, IncidentState state, string expected) =>
        Assert.Equal(expected, (string?)Card(Messages.Message(Occasion.Reminder, state, severity))["body"]![0]!["inlines"]![0]!["color"]);

    [Fact]
    public void Any_text_of_any_length_keeps_a_card_below_its_limit() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), Gen.Choose(0, 500).ToArbitrary(), (text, times) =>
            JsonText.Bytes(Render(Messages.WithText(string.Concat(Enumerable.Repeat(
                text.Get + "x*", times))))).Length <= TeamsRenderer.MaximumBytes)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Theory]
    [InlineData("中")]
    [InlineData("😀")]
    [InlineData("<")]
    [InlineData("&")]
    public void Letters_that_take_the_most_bytes_keep_a_card_below_its_limit(string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 2000));
        var message = Messages.WithText(text) with { Red = text, Origin = Messages.Message().Origin! with { Name = text, Text = text } };

        Assert.InRange(JsonText.Bytes(Render(message)).Length, 1_000, TeamsRenderer.MaximumBytes);
    }

    private static JsonObject Render(IncidentMessage message) =>
        TeamsRenderer.Render(message, Messages.Links(Messages.Effect(message), "Teams Operations"));

    private static JsonNode Card(IncidentMessage message) => Render(message)["attachments"]![0]!["content"]!;
}
