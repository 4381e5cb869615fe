using System.Net;
using ContactCenter.Core.Api.Access;

namespace ContactCenter.Web.Tests;

/// <summary>The review of an incident: what the machine says, and what people write beside it.</summary>
public sealed class ReviewPageTests
{
    private const string Hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)>";
    private const string Save = "Save as a new version";

    [Fact]
    public async Task What_somebody_writes_is_kept_as_a_version_and_stands_in_the_document()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/reviews/{id}");

        await ada.PressAsync(
            Save, ("summary", "The lights went out."), ("action0", "Check the fuse every month."), ("owner0", "ann"), ("state", "Done"));

        Assert.Contains("Saved as a new version.", ada.Text, StringComparison.Ordinal);
        Assert.Contains("Done, version 1 by ada.", ada.Text, StringComparison.Ordinal);
        Assert.Equal("The lights went out.", ada.Page.QuerySelector("p.lead")!.TextContent);
        Assert.Contains(
            ada.Page.QuerySelectorAll("tbody th"),
            static cell => cell.TextContent == "Check the fuse every month.");
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told_and_loses_nothing()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/reviews/{id}");
        var bob = await center.Open("bob").OpenAsync($"/reviews/{id}");

        await ada.PressAsync(Save, ("summary", "Ada was here."));
        await bob.PressAsync(Save, ("summary", "Bob was here."));

        Assert.Equal(HttpStatusCode.PreconditionFailed, bob.Status);
        Assert.Equal("Bob was here.", bob.Page.QuerySelector("textarea[name=summary]")!.TextContent);
    }

    [Fact]
    public async Task Hostile_text_stays_text_on_the_page_and_in_what_is_exported()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync(Hostile);
        var ada = await center.Open("ada").OpenAsync($"/reviews/{id}");

        await ada.PressAsync(Save, ("summary", Hostile), ("factor0", Hostile), ("action0", Hostile));

        Assert.Empty(ada.Page.QuerySelectorAll("img"));
        await ada.OpenAsync($"/reviews/{id}/review.html");
        Assert.Equal("attachment; filename=\"review.html\"", ada.Response.Content.Headers.ContentDisposition?.ToString());
        Assert.Empty(ada.Page.QuerySelectorAll("img, script"));
        await ada.OpenAsync($"/reviews/{id}/review.md");
        Assert.DoesNotContain("<script", ada.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_judge_are_pointed_at()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/reviews/{id}");

        await ada.PressAsync(Save, ("summary", "Bob should have seen it."));

        Assert.Contains("\"should have\" tells of a world that did not happen.", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_reads_a_review_and_cannot_write_one()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();

        var vera = await center.Open("vera", ApiRole.Viewer).OpenAsync($"/reviews/{id}");

        Assert.Equal(HttpStatusCode.OK, vera.Status);
        Assert.Empty(vera.Page.QuerySelectorAll("main form[method=post] button:not([disabled])"));
    }
}
