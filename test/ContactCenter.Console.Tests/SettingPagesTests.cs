using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ContactCenter.Web.Tests;

public sealed class SettingPagesTests
{
    [Fact]
    public async Task Who_is_on_call_stands_there_with_the_time_where_they_are()
    {
        await using var center = await Center.OpenAsync();

        var ada = await center.Open("ada").OpenAsync("/on-call");

        var facts = ada.Page.QuerySelectorAll(".facts dd").Select(static one => one.TextContent).ToArray();
        Assert.Contains(facts, static fact => fact.Contains("Ann Weber", StringComparison.Ordinal));
        Assert.Contains(facts, static fact => fact.Contains("Tom Lee", StringComparison.Ordinal)
            && fact.Contains("(it is 20:00 in Asia/Singapore)", StringComparison.Ordinal));
        Assert.Equal(14, ada.Page.QuerySelectorAll(".calendar tbody tr").Length);
    }

    [Fact]
    public async Task A_shift_is_taken_drawn_in_and_undone()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync("/on-call");
        var usual = OnCallNow(ada);
        var other = usual.StartsWith("Ann", StringComparison.Ordinal) ? "Tom Lee" : "Ann Weber";

        await ada.PressAsync("Take this shift", ("participant", other), ("until", "2026-11-30T20:00"), ("reason", "dentist"));

        Assert.StartsWith(other, OnCallNow(ada), StringComparison.Ordinal);
        var drawn = ada.Page.QuerySelector(".turns .overridden")!;
        Assert.Contains("20:00", drawn.TextContent, StringComparison.Ordinal);
        Assert.NotNull(drawn.QuerySelector("del"));
        Assert.Contains("dentist", ada.Page.QuerySelector(".settings")!.TextContent, StringComparison.Ordinal);

        await ada.PressAsync("Undo");

        Assert.Equal(usual, OnCallNow(ada));

        static string OnCallNow(Browser browser) => browser.Page.QuerySelector(".facts dd")!.TextContent;
    }

    [Fact]
    public async Task A_takeover_that_cannot_be_is_refused_in_words_and_nothing_typed_is_lost()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync("/on-call");

        await ada.PressAsync("Take this shift", ("until", "2026-11-29T20:00"), ("reason", "dentist"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, ada.Status);
        Assert.NotEmpty(ada.Page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("dentist", ada.Page.QuerySelector<IHtmlInputElement>("input[name=reason]")!.Value);
        Assert.Equal("2026-11-29T20:00", ada.Page.QuerySelector<IHtmlInputElement>("input[name=until]")!.Value);
    }

    [Fact]
    public async Task A_mute_shows_what_it_would_hide_before_it_is_saved()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync("/windows");
        Assert.Contains("Nothing is hidden", ada.Text, StringComparison.Ordinal);

        await ada.PressAsync(
            "Show what it would hide", ("resource", "Billing"), ("until", "2026-11-30T18:00"), ("reason", "move of the office"));
        Assert.Contains("It hides 0 red alarms now, and would have hidden 0 alarms", ada.Text, StringComparison.Ordinal);
        Assert.Contains("It matches nothing that is known now.", ada.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is hidden", ada.Text, StringComparison.Ordinal);
        await ada.PressAsync("Save");

        var row = ada.Page.QuerySelector(".settings tbody tr")!;
        Assert.Contains("Billing", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("move of the office", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("ada", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("18:00", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mute_is_ended_with_a_reason_and_can_come_back()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync("/windows");
        await ada.PressAsync("Show what it would hide", ("resource", "Billing"), ("until", "2026-11-30T18:00"), ("reason", "move"));
        await ada.PressAsync("Save");

        await ada.PressAsync("End it now", ("reason", "done early"));
        Assert.Empty(ada.Page.QuerySelectorAll(".settings tbody tr"));

        await ada.PressAsync("Undo");
        Assert.Single(ada.Page.QuerySelectorAll(".settings tbody tr"));
    }

    [Fact]
    public async Task A_responder_cannot_hide_for_longer_than_a_day_and_is_told_whom_it_takes()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync("/windows");
        await ada.PressAsync("Show what it would hide", ("resource", "Billing"), ("until", "2026-12-04T18:00"), ("reason", "move"));

        await ada.PressAsync("Save");

        Assert.Equal(HttpStatusCode.Forbidden, ada.Status);
        Assert.Contains("administrator", ada.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("move", ada.Page.QuerySelector<IHtmlInputElement>("form.stack > label input[name=reason]")!.Value);
    }

    [Fact]
    public async Task What_holds_for_longer_than_a_day_is_marked()
    {
        await using var center = await Center.OpenAsync();
        var admin = await center.Open("eve", Core.Api.Access.ApiRole.Administrator).OpenAsync("/windows");
        await admin.PressAsync("Show what it would hide", ("resource", "Billing"), ("until", "2026-12-04T18:00"), ("reason", "move"));
        await admin.PressAsync("Save");
        center.Clock.Now += TimeSpan.FromHours(49);

        await admin.OpenAsync("/windows");

        Assert.Contains("holds for 2 days already", admin.Page.QuerySelector(".settings")!.TextContent, StringComparison.Ordinal);
    }
}
