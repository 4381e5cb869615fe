using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Calls;

namespace ContactCenter.Core.Tests.Notifications.Calls;

public sealed class CallRendererTests
{
    private const string Number = "+4915112345678";
    private const string Token = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_call_says_who_calls_how_bad_it_is_what_is_wrong_and_where()
    {
        var call = Render(Messages.Message());

        Assert.Equal(Number, call.To);
        Assert.Equal(
            "This is the monitoring of the contact center. P1 Critical. Queue Billing: customers wait too long. "
                + "environment test, instance bank, Region eu-central-1.",
            call.Attributes["callText"]);
        Assert.Equal("Press 1 to take it, 2 to pass it on, 3 to hear more.", call.Attributes["callMenu"]);
    }

    [Fact]
    public void Who_wants_to_hear_more_hears_what_the_alarm_tells_and_why_it_is_that_bad()
    {
        var more = Render(Messages.Message() with { Remark = "Nobody acknowledged within 5 min." }).Attributes["callMore"];

        Assert.Contains("12 min", more, StringComparison.Ordinal);
        Assert.Contains("Nobody acknowledged within 5 min.", more, StringComparison.Ordinal);
        Assert.Contains("Since: 2026-03-02 09:00 UTC", more, StringComparison.Ordinal);
        Assert.DoesNotContain("https", more, StringComparison.Ordinal);
    }

    [Fact]
    public void Everybody_is_called_in_their_own_language()
    {
        var call = Render(Messages.Message().For(Reader.Of("de", null)), "de");

        Assert.Equal("de", call.Attributes["callLanguage"]);
        Assert.StartsWith(
            "Hier ist die Überwachung des Contact-Centers. P1 Kritisch.", call.Attributes["callText"], StringComparison.Ordinal);
        Assert.StartsWith("Drücken Sie die 1", call.Attributes["callMenu"], StringComparison.Ordinal);
        Assert.StartsWith("Ob das festgehalten ist", call.Attributes["callUnsure"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_exercise_says_so_with_the_first_word() => Assert.StartsWith(
        "EXERCISE. This is the monitoring of the contact center.",
        Render(Messages.Message() with { Exercise = "Queue Billing" }).Attributes["callText"], StringComparison.Ordinal);

    [Fact]
    public void A_step_that_tells_more_people_says_so() => Assert.Contains(
        "P1 Critical. ESCALATED. Queue Billing", Render(Messages.Message(Occasion.Escalated)).Attributes["callText"],
        StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_same_call_has_the_same_token_and_another_number_another()
    {
        var effect = Messages.Effect(Messages.Message(), Channel.Call, Number);

        Assert.Equal(CallRenderer.Render(effect, "en", Token).ClientToken, CallRenderer.Render(effect, "en", Token).ClientToken);
        Assert.NotEqual(
            CallRenderer.Render(effect, "en", Token).ClientToken,
            CallRenderer.Render(effect with { To = "+4915112345679" }, "en", Token).ClientToken);
        Assert.Equal(
            $"{PlacedCall.NameOf(effect.Id, Number)}/{Token}", CallRenderer.Render(effect, "en", Token).Attributes["call"]);
    }

    [Fact]
    public void Whatever_stands_in_an_alarm_is_no_markup_and_no_reference_and_keeps_the_limits()
    {
        var call = Render(Messages.WithText($"{Messages.Hostile} $.Attributes.call <speak>&amp;{new string('x', 5_000)}"));

        Assert.All(call.Attributes.Where(static one => one.Key != "call"), static attribute =>
        {
            Assert.True(attribute.Value.Length <= CallRenderer.MaximumMore, attribute.Key);
            Assert.DoesNotContain(
                attribute.Value, static letter => "<>&$\"`{}[]|\\*_#@\r\n\u202e\a".Contains(letter, StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData(Occasion.Opened, true)]
    [InlineData(Occasion.Escalated, true)]
    [InlineData(Occasion.ApprovalNeeded, true)]
    [InlineData(Occasion.Acknowledged, false)]
    [InlineData(Occasion.Mitigated, false)]
    [InlineData(Occasion.Resolved, false)]
    public void Nobody_is_called_where_there_is_nothing_to_do(Occasion occasion, bool isWorth) =>
        Assert.Equal(isWorth, CallRenderer.IsWorthCalling(Messages.Message(occasion)));

    private static OutboundCall Render(IncidentMessage message, string language = "en") =>
        CallRenderer.Render(Messages.Effect(message, Channel.Call, Number), language, Token);
}
