using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ContactCenter.Core.Api.Access;
using ContactCenter.Language.Retraining;
using ContactCenter.Web.Tests.Chromium;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Web.Tests;

/// <summary>Alarms, repairs, contacts, search, and the service level on the board, of a center in which something has happened.</summary>
public sealed class RoomTests : IAsyncLifetime
{
    private Center _center = null!;

    public async ValueTask InitializeAsync()
    {
        _center = await Center.OpenAsync();
        await PagesOf.PrepareAsync(_center);
    }

    public ValueTask DisposeAsync() => _center.DisposeAsync();

    [Fact]
    public async Task An_alarm_stands_in_the_list_with_what_it_compares_with_and_what_the_file_says()
    {
        var ada = await _center.Open("ada").OpenAsync("/alarms?text=queue-wait-time");

        var row = ada.Page.QuerySelectorAll(".settings tbody tr")
            .First(static one => one.TextContent.Contains("Billing", StringComparison.Ordinal)).TextContent;
        Assert.Contains("4 min", row, StringComparison.Ordinal);
        Assert.Contains("the file says 3 min", row, StringComparison.Ordinal);
        Assert.Contains("Muted until 19:00", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_threshold_is_shown_first_then_saved_and_stands_beside_that_of_the_file()
    {
        var eve = await _center.Open("eve", ApiRole.Administrator).OpenAsync(AlarmOf("Cards"));
        await eve.PressAsync("Show what it would do", ("threshold", "300"), ("reason", "season"));
        Assert.Contains("It can be saved.", eve.Page.QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);

        await eve.PressAsync("Save");

        Assert.Contains("5 min", eve.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("the file says", eve.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_threshold_that_is_no_number_is_refused_and_stays_in_the_form()
    {
        var eve = await _center.Open("eve", ApiRole.Administrator).OpenAsync(AlarmOf("Cards"));

        await eve.PressAsync("Show what it would do", ("threshold", "a lot"), ("reason", "season"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, eve.Status);
        Assert.Equal("a lot", eve.Page.QuerySelector<IHtmlInputElement>("[name=threshold]")!.Value);
    }

    [Fact]
    public async Task Topics_stand_with_their_share_their_change_and_how_they_sounded_and_hostile_text_stays_text()
    {
        var ada = await _center.Open("ada").OpenAsync("/contacts/topics");

        var row = ada.Page.QuerySelector("table tbody tr")!.TextContent;
        Assert.Contains("Card lost", row, StringComparison.Ordinal);
        Assert.Contains("-0.40", row, StringComparison.Ordinal);
        Assert.Contains("+", row, StringComparison.Ordinal);
        Assert.Contains("<b>it</b> does that thing again", ada.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("I waited <i>forever</i>.", ada.Page.QuerySelector("q")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_says_what_a_contact_was_about_and_the_next_model_learns_it()
    {
        var ada = await _center.Open("ada").OpenAsync("/contacts/topics");

        await ada.PressAsync("Opening hours");

        Assert.Contains("it was about Opening hours", ada.Page.QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("blockquote"));
        var correction = Assert.Single(await _center.Services.GetRequiredService<ICorrectionStore>().AllAsync(CancellationToken.None));
        Assert.Equal(("c-1", "opening_hours"), (correction.ContactId, correction.Topic));
    }

    [Fact]
    public async Task A_topic_that_nobody_knows_is_refused()
    {
        var ada = await _center.Open("ada").OpenAsync("/contacts/topics");

        await ada.PressAsync("That is it", ("topic", ""));

        Assert.Contains("expected one of", ada.Page.QuerySelector(".flash.bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_does_not_read_what_nobody_understood()
    {
        var vic = await _center.Open("vic", ApiRole.Viewer).OpenAsync("/contacts/topics");

        Assert.Null(vic.Page.QuerySelector("blockquote"));
        Assert.NotNull(vic.Page.QuerySelector("table"));
    }

    [Fact]
    public async Task An_alarm_leads_to_a_mute_of_it_that_is_filled_in()
    {
        var ada = await _center.Open("ada").OpenAsync(AlarmOf("Cards"));

        await ada.OpenAsync(ada.Page.QuerySelector("main a[href^='/windows']")!.GetAttribute("href")!);

        Assert.Equal("queue-wait-time", ada.Page.QuerySelector<IHtmlInputElement>("[name=alarm]")!.Value);
        Assert.Equal("Cards", ada.Page.QuerySelector<IHtmlInputElement>("[name=resource]")!.Value);
    }

    [Fact]
    public async Task An_alarm_that_is_not_deployed_is_no_page() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _center.Open("ada").OpenAsync("/alarms/one?name=nothing")).Status);

    [Fact]
    public async Task Repairs_tell_what_they_hold_cost_and_saved()
    {
        var ada = await _center.Open("ada").OpenAsync("/repairs");

        Assert.Contains("Repairs: only say what they would do", ada.Text, StringComparison.Ordinal);
        Assert.Contains("No repair waits for anybody.", ada.Text, StringComparison.Ordinal);
        var tables = ada.Page.QuerySelectorAll("table").Select(static table => table.TextContent).ToArray();
        Assert.Contains("0.12 USD", tables[0], StringComparison.Ordinal);
        Assert.Contains("It helped.", tables[1], StringComparison.Ordinal);
        Assert.All(tables, static table => Assert.DoesNotContain("What ended it", table, StringComparison.Ordinal));
        Assert.Contains("1.37 USD", ada.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("45 min", ada.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_has_the_service_level_of_the_day_for_each_channel_with_its_numbers()
    {
        var ada = await _center.Open("ada").OpenAsync("/");

        var cell = ada.Page.QuerySelectorAll(".queues tbody tr")
            .First(static row => row.QuerySelector("th")!.TextContent == "Billing").QuerySelectorAll("td")[^1];
        var levels = cell.QuerySelectorAll(".level").Select(static one => one.TextContent).ToArray();
        Assert.StartsWith("Calls", levels[0], StringComparison.Ordinal);
        Assert.StartsWith("Chats", levels[1], StringComparison.Ordinal);
        Assert.Contains("in 20 s", cell.TextContent, StringComparison.Ordinal);
        Assert.Contains("Today since 00:00.", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_of_four_weeks_stand_by_channel_and_as_a_week()
    {
        var ada = await _center.Open("ada").OpenAsync("/contacts?queue=Billing");

        Assert.Equal(
            ["Calls", "Chats"], ada.Page.QuerySelectorAll(".queues tbody th").Select(static one => one.TextContent));
        Assert.Equal(2, ada.Page.QuerySelectorAll("svg.plot").Length);
        Assert.Contains("Nothing is known of this queue", (await ada.OpenAsync("/contacts?queue=Cards")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_of_a_queue_shows_who_waited_before_what_was_to_be_expected()
    {
        var ada = await _center.Open("ada").OpenAsync($"/incidents/{_center.Known["incident"]}");

        var plot = ada.Page.QuerySelector("svg[aria-labelledby^=plot-expected]")!;
        Assert.NotNull(plot.QuerySelector(".plot-band"));
        Assert.Contains("Most waited at", plot.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_counts_of_a_forecast_is_said_first_then_shown()
    {
        var ada = await _center.Open("ada").OpenAsync("/forecast?queue=Billing");

        Assert.Contains("agents are needed at once", ada.Page.QuerySelector("main .reach")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Based on 28 days.", ada.Text, StringComparison.Ordinal);
        Assert.Equal(3, ada.Page.QuerySelectorAll("svg.plot").Length);
        Assert.Equal(14, ada.Page.QuerySelectorAll("section:last-of-type tbody tr").Length);
        Assert.Contains("Too little is known", (await ada.OpenAsync("/forecast?queue=Cards")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_to_grow_is_said_first_with_the_days_until_its_limit_then_plotted()
    {
        var ada = await _center.Open("ada").OpenAsync("/trends");

        Assert.Equal(
            "users of the instance will come from 463 to 500 in 37 days (37 to 37)",
            ada.Page.QuerySelector("main ul li")!.TextContent);
        Assert.Equal(2, ada.Page.QuerySelectorAll("figure svg").Length);
        Assert.Equal(5, ada.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("37 (37 to 37)", ada.Text, StringComparison.Ordinal);
        Assert.Contains("within chance", ada.Text, StringComparison.Ordinal);
        Assert.Contains("errors of the function <b>verify</b>", ada.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ben", "Incidents of three months that are over")]
    [InlineData("queue-wait-time", "Alarms")]
    [InlineData("dentist", "Audit")]
    [InlineData("move of the office", "What people have decided")]
    [InlineData("announced", "Rooms")]
    public async Task What_is_looked_for_is_found_where_it_is(string text, string where)
    {
        var ada = await _center.Open("ada").OpenAsync($"/search?text={Uri.EscapeDataString(text)}");

        Assert.Contains(where, ada.Page.QuerySelectorAll("h2").Select(static one => one.TextContent));
        Assert.Equal(text, ada.Page.QuerySelector<IHtmlInputElement>("#find")!.Value);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so() =>
        Assert.Contains("Nothing was found.", (await _center.Open("ada").OpenAsync("/search?text=xyzzy")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("/switchboard")]
    [InlineData("/alarms")]
    [InlineData("/repairs")]
    [InlineData("/contacts")]
    [InlineData("/forecast")]
    [InlineData("/trends")]
    [InlineData("/audit")]
    [InlineData("/reviews")]
    [InlineData("/search?text=Billing")]
    public async Task A_viewer_sees_every_page_and_no_control_that_is_theirs(string address)
    {
        var vera = await _center.Open("vera", ApiRole.Viewer).OpenAsync(address);

        Assert.Equal(HttpStatusCode.OK, vera.Status);
        Assert.Empty(vera.Page.QuerySelectorAll("main form[method=post] button:not([disabled])"));
        Assert.All(vera.Page.QuerySelectorAll("main button[disabled]"), button => Assert.Contains(
            "Your role, viewer, may look only.",
            vera.Page.GetElementById(button.GetAttribute("aria-describedby")!)!.TextContent,
            StringComparison.Ordinal));
    }

    private string AlarmOf(string queue) => "/alarms/one?name=" + Uri.EscapeDataString(
        _center.Known["alarm"][..(_center.Known["alarm"].LastIndexOf('/') + 1)] + queue);
}
