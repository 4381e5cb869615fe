using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ContactCenter.Core.Api.Access;

namespace ContactCenter.Web.Tests;

public sealed class SwitchboardTests
{
    [Fact]
    public async Task A_queue_is_closed_after_its_effect_was_shown_and_its_end_and_undo_stand_there()
    {
        await using var center = await Center.OpenAsync();
        var eve = await center.Open("eve", ApiRole.Administrator).OpenAsync("/switchboard");

        await SubmitAsync(eve, "queue", "preview", ("queue", "Billing"), ("open", "no"), ("reason", "fire drill"));
        Assert.Contains("Who waits in it already stays", eve.Page.QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing is decided over the file.", eve.Text, StringComparison.Ordinal);
        await SubmitAsync(eve, "queue", "save");

        Assert.Contains("Closed as somebody has decided", Row(eve, "Billing"), StringComparison.Ordinal);
        var decided = eve.Page.QuerySelector(".settings tbody tr")!;
        Assert.Contains("Billing is closed", decided.TextContent, StringComparison.Ordinal);
        Assert.Contains("in 1 h 0 min", decided.TextContent, StringComparison.Ordinal);

        await eve.PressAsync("Undo");
        Assert.Contains("Open by its hours", Row(eve, "Billing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_announced_stands_at_each_queue_in_all_of_its_languages()
    {
        await using var center = await Center.OpenAsync();
        var eve = await center.Open("eve", ApiRole.Administrator).OpenAsync("/switchboard");

        await SubmitAsync(
            eve, "announcement", "save", ("queue", "*"), ("text-en", "We have an outage."), ("text-de", "Es gibt eine Störung."),
            ("reason", "CRM down"));

        Assert.All(
            eve.Page.QuerySelectorAll(".switches tbody tr"),
            static row => Assert.Contains("Es gibt eine Störung.", row.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_standby_takes_over_and_a_holiday_is_kept()
    {
        await using var center = await Center.OpenAsync();
        var eve = await center.Open("eve", ApiRole.Administrator).OpenAsync("/switchboard");
        var queue = eve.Page.QuerySelectorAll("form:has([value=fallback]) select option")[^1].TextContent;

        await SubmitAsync(eve, "fallback", "save", ("queue", queue), ("reason", "agents cannot log in"));
        await SubmitAsync(eve, "holiday", "save", ("date", "2026-12-24"), ("reason", "snow"));

        Assert.Contains("takes over", Row(eve, queue), StringComparison.Ordinal);
        Assert.Contains("holiday on 2026-12-24", eve.Page.QuerySelector(".settings")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_responder_stops_all_repairs_at_once_and_is_told_that_the_rest_is_not_theirs()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync("/switchboard");
        Assert.Contains(
            "This takes the role administrator; yours is responder.",
            ada.Page.QuerySelector("form:has([value=queue])")!.TextContent,
            StringComparison.Ordinal);

        await SubmitAsync(ada, "repairs", "save", ("reason", "they do harm"));

        Assert.Contains("Repairs: off", ada.Page.QuerySelector(".note.bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_responder_who_closes_a_queue_by_a_request_made_by_hand_is_refused_and_nothing_typed_is_lost()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync("/switchboard");

        await SubmitAsync(ada, "queue", "save", ("queue", "Billing"), ("open", "no"), ("reason", "fire drill"));

        Assert.Equal(HttpStatusCode.Forbidden, ada.Status);
        Assert.Equal("fire drill", ada.Page.QuerySelector<IHtmlInputElement>("form:has([value=queue]) [name=reason]")!.Value);
        Assert.Contains("Open by its hours", Row(ada, "Billing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_closes_the_whole_center_by_leaving_a_field_empty()
    {
        await using var center = await Center.OpenAsync();
        var eve = await center.Open("eve", ApiRole.Administrator).OpenAsync("/switchboard");

        await SubmitAsync(eve, "queue", "save", ("queue", ""), ("open", "no"), ("reason", "fire drill"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, eve.Status);
        Assert.Contains("Open by its hours", Row(eve, "Billing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_tells_who_decided_what_and_why_by_kind_and_undoes_it()
    {
        await using var center = await Center.OpenAsync();
        var eve = await center.Open("eve", ApiRole.Administrator).OpenAsync("/audit");
        Assert.Contains("Nothing yet.", eve.Text, StringComparison.Ordinal);
        await eve.OpenAsync("/switchboard");
        await SubmitAsync(eve, "repairs", "save", ("mode", "dryRun"), ("reason", "they do harm"));

        await eve.OpenAsync("/audit?kind=repairs");
        var row = eve.Page.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("eve", row, StringComparison.Ordinal);
        Assert.Contains("Repairs: only say what they would do", row, StringComparison.Ordinal);
        Assert.Contains("they do harm", row, StringComparison.Ordinal);
        Assert.Contains("Nothing matches", (await eve.OpenAsync("/audit?kind=mutes")).Text, StringComparison.Ordinal);

        await (await eve.OpenAsync("/audit")).PressAsync("Undo");
        Assert.Contains("undoes", eve.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switchboard_speaks_German()
    {
        await using var center = await Center.OpenAsync();
        var eve = await center.Open("eve", ApiRole.Administrator).OpenAsync("/switchboard");
        await SubmitAsync(eve, "queue", "save", ("queue", "Billing"), ("open", "no"), ("reason", "fire drill"));

        await eve.PressAsync("Apply", ("language", "de"));

        Assert.Contains("Billing ist geschlossen", eve.Page.QuerySelector(".settings")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Geschlossen wie jemand entschieden hat", Row(eve, "Billing"), StringComparison.Ordinal);
    }

    private static Task<Browser> SubmitAsync(Browser browser, string type, string act, params (string, string)[] fields) =>
        browser.SubmitAsync(
            browser.Page.QuerySelector<IHtmlFormElement>($"form:has(input[name=type][value={type}])")!, null, [.. fields, ("do", act)]);

    private static string Row(Browser browser, string queue) => string.Join(
        ' ',
        browser.Page.QuerySelectorAll(".switches tbody tr").First(row => row.QuerySelector("th")!.TextContent == queue).TextContent
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
