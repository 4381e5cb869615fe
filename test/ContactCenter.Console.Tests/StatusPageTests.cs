using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ContactCenter.Core.Api.Access;

namespace ContactCenter.Web.Tests;

public sealed class StatusPageTests
{
    private const string Publish = "I approve these words: publish";

    [Fact]
    public async Task Where_none_is_configured_the_room_says_so()
    {
        await using var center = await Center.OpenAsync();

        var ada = await center.Open("ada").OpenAsync("/status-page");

        Assert.Equal(HttpStatusCode.OK, ada.Status);
        Assert.Contains("No status page is configured", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_an_incident_somebody_drafts_approves_and_tells_until_it_is_over()
    {
        await using var center = await Center.OpenAsync(StatusPages.Added);
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{id}");
        await ada.OpenAsync(ada.Page.QuerySelector<IHtmlAnchorElement>("main a[href^='/status-page']")!.GetAttribute("href")!);
        Assert.NotEmpty(WordsIn(ada, "de"));
        Assert.Contains("For those who answer for it", ada.Text, StringComparison.Ordinal);

        await ada.PressAsync(
            Publish, ("component-phone", "degraded"), ("words-en", "Calls take longer."), ("words-de", "Anrufe dauern länger."));
        Assert.Contains("It is published.", ada.Text, StringComparison.Ordinal);
        Assert.Contains("Telephone slower than usual", ada.Text, StringComparison.Ordinal);
        Assert.Contains("approved by ada", ada.Text, StringComparison.Ordinal);

        await ada.PressAsync(
            Publish, ("phase", "resolved"), ("component-phone", "operational"), ("words-en", "It works."), ("words-de", "Es geht."));

        Assert.Contains("Nothing is told", ada.Text, StringComparison.Ordinal);
        Assert.Contains("What is over", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_not_published_are_not_lost()
    {
        await using var center = await Center.OpenAsync(StatusPages.Added);
        var ada = await center.Open("ada").OpenAsync("/status-page");

        await ada.PressAsync(Publish, ("words-en", "Calls take longer."), ("words-de", "Anrufe dauern länger."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, ada.Status);
        Assert.Contains("Say which components are affected", ada.Text, StringComparison.Ordinal);
        Assert.Equal("Calls take longer.", WordsIn(ada, "en"));
    }

    [Fact]
    public async Task A_viewer_reads_it_and_cannot_publish()
    {
        await using var center = await Center.OpenAsync(StatusPages.Added);

        var vera = await center.Open("vera", ApiRole.Viewer).OpenAsync("/status-page");

        var button = vera.Page.QuerySelectorAll<IHtmlButtonElement>("button").Single(static one => one.TextContent.Trim() == Publish);
        Assert.True(button.IsDisabled);
        Assert.Contains("Telephone", vera.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_that_nobody_knows_is_told_and_the_room_stays_of_use()
    {
        await using var center = await Center.OpenAsync(StatusPages.Added);

        var ada = await center.Open("ada").OpenAsync("/status-page?incident=nothing");

        Assert.Contains("There is no such incident.", ada.Text, StringComparison.Ordinal);
        Assert.Contains("Telephone", ada.Text, StringComparison.Ordinal);
    }

    private static string WordsIn(Browser browser, string language) =>
        browser.Page.QuerySelectorAll<IHtmlTextAreaElement>($"[name='words-{language}']").Last().Value;
}
