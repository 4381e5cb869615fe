using System.Net;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Web.Tests;

public sealed class BoardTests
{
    [Fact]
    public async Task An_incident_stands_on_the_board_with_its_severity_in_words_and_its_time_in_UTC_for_whoever_points_at_it()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();

        var page = (await center.Open("ada").OpenAsync("/")).Page;

        var row = page.QuerySelector($"tr[data-key='{id}']")!;
        Assert.Equal("P3 Medium", row.QuerySelector(".severity")!.TextContent.Trim());
        Assert.Equal($"/incidents/{id}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("2026-11-30 12:00:00 UTC", row.QuerySelector("time")!.GetAttribute("title"));
        Assert.Contains("nobody", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_those_of_the_reader()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{await center.BreakAsync()}");
        Assert.Contains("13:00", ada.Text, StringComparison.Ordinal);

        await ada.PressAsync("Apply", ("zone", "Asia/Singapore"));

        Assert.Contains("20:00", ada.Text, StringComparison.Ordinal);
        Assert.StartsWith("/incidents/", ada.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_page_speaks_German()
    {
        await using var center = await Center.OpenAsync();
        await center.BreakAsync();

        var ada = await (await center.Open("ada").OpenAsync("/")).PressAsync("Apply", ("language", "de"));

        Assert.Equal("de", ada.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Kommen Kunden durch?", ada.Text, StringComparison.Ordinal);
        Assert.Contains("P3 Mittel", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_without_incidents_says_so_in_each_tab()
    {
        await using var center = await Center.OpenAsync();
        var ada = center.Open("ada");

        Assert.Contains("No incident is open.", (await ada.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("You have taken none", (await ada.OpenAsync("/?tab=mine")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is muted", (await ada.OpenAsync("/?tab=muted")).Text, StringComparison.Ordinal);
        Assert.Contains("None has ended", (await ada.OpenAsync("/?tab=resolved")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing matches", (await ada.OpenAsync("/?text=xyzzy")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_stands_in_the_address_and_counts_are_of_the_same_filter_as_the_rows()
    {
        await using var center = await Center.OpenAsync();
        await center.BreakAsync();
        await center.ActAsync(await center.BreakAsync("The phones are dead."), "acknowledge", "ada");

        var ada = await center.Open("ada").OpenAsync("/?tab=mine");

        Assert.Single(ada.Page.QuerySelectorAll("tr[data-key]"));
        Assert.Contains("Open (2)", ada.Text, StringComparison.Ordinal);
        Assert.Contains("Mine (1)", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_act_reaches_all_that_were_shown_and_nothing_that_came_since()
    {
        await using var center = await Center.OpenAsync();
        await center.BreakAsync();
        await center.BreakAsync("The phones are dead.");
        var ada = await center.Open("ada").OpenAsync("/");
        var later = await center.BreakAsync("The coffee is out.");

        await ada.PressAsync("Acknowledge all 2 shown");

        Assert.Contains("Done: 2 of 2.", ada.Page.QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nobody", ada.Page.QuerySelector($"tr[data-key='{later}']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("flash", (await ada.OpenAsync("/")).Body.Split("<main")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_any_more_is_told_with_its_reason_and_the_rest_is_done()
    {
        await using var center = await Center.OpenAsync();
        var over = await center.BreakAsync();
        await center.BreakAsync("The phones are dead.");
        var ada = await center.Open("ada").OpenAsync("/");
        await center.ActAsync(over, "resolve", "ben");

        await ada.PressAsync("Acknowledge all 2 shown");

        Assert.Contains("Done: 1 of 2.", ada.Text, StringComparison.Ordinal);
        Assert.Contains($"{over} was left alone:", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_customers_get_through_follows_from_the_queues()
    {
        await using var center = await Center.OpenAsync();
        var ada = center.Open("ada");
        Assert.Contains("Nobody knows.", (await ada.OpenAsync("/")).Text, StringComparison.Ordinal);

        await center.MeasureAsync(new QueueState("Billing", Waiting: 2, OldestSeconds: 30, AgentsStaffed: 4));
        Assert.Contains("Yes. 2 wait in all queues, the longest 30 s.", (await ada.OpenAsync("/")).Text, StringComparison.Ordinal);

        await center.MeasureAsync(new QueueState("Billing", Waiting: 9, OldestSeconds: 600, AgentsStaffed: 4));
        Assert.Contains(
            "Slowly. In Billing somebody has waited 10 min; 3 min is acceptable.", (await ada.OpenAsync("/")).Text, StringComparison.Ordinal);

        await center.MeasureAsync(new QueueState("Billing", Waiting: 9, OldestSeconds: 600, AgentsStaffed: 0));
        Assert.Contains("In part. Nobody serves Billing, where 9 wait.", (await ada.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_part_costs_nothing_while_nothing_changes()
    {
        await using var center = await Center.OpenAsync();
        await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync("/live");
        var tag = ada.Response.Headers.ETag!.ToString();

        Assert.Equal(HttpStatusCode.NotModified, (await AgainAsync()).Status);
        Assert.Empty(ada.Body);

        await center.BreakAsync("The phones are dead.");

        Assert.Equal(HttpStatusCode.OK, (await AgainAsync()).Status);
        Assert.Equal(2, ada.Page.QuerySelectorAll("tr[data-key]").Length);

        Task<Browser> AgainAsync()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/live");
            request.Headers.TryAddWithoutValidation("if-none-match", tag);
            return ada.SendAsync(request);
        }
    }

    [Fact]
    public async Task Somebody_reports_what_no_alarm_tells()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync("/");

        await ada.PressAsync("Report", ("title", "Callers hear music from the 1980s"));

        Assert.StartsWith("/incidents/", ada.Address, StringComparison.Ordinal);
        Assert.Contains("Callers hear music from the 1980s", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_sees_every_control_with_the_reason_why_it_is_not_theirs()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var vera = center.Open("vera", ApiRole.Viewer);
        foreach (var address in new[] { "/", $"/incidents/{id}", "/on-call", "/windows" })
        {
            await vera.OpenAsync(address);

            Assert.All(vera.Page.QuerySelectorAll("main button[disabled]"), button => Assert.Contains(
                "Your role, viewer, may look only.",
                vera.Page.GetElementById(button.GetAttribute("aria-describedby")!)!.TextContent,
                StringComparison.Ordinal));
            Assert.DoesNotContain(
                vera.Page.QuerySelectorAll("main form[method=post] button:not([disabled])"),
                static button => button.GetAttribute("value") != "preview");
        }
    }
}
