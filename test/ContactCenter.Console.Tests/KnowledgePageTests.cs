using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Web.Tests;

/// <summary>Articles as people edit them, in a browser without script.</summary>
public sealed class KnowledgePageTests
{
    private const string Card = "/knowledge/articles/card-lost";
    private const string Save = "Save the draft";

    [Fact]
    public async Task Where_articles_are_not_edited_the_room_says_so()
    {
        await using var center = await Center.OpenAsync();

        var ada = await center.Open("ada").OpenAsync("/knowledge");

        Assert.Equal(HttpStatusCode.OK, ada.Status);
        Assert.Contains("Articles are not edited here", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_edited_tried_published_and_brought_back()
    {
        await using var center = await Center.OpenAsync(Edited);
        var ada = await center.Open("ada", ApiRole.Administrator).OpenAsync(Card);
        await ada.PressAsync(Save, ("answer", "Call the blocking line."), ("reason", "clearer"));
        Assert.Contains("The draft is saved", ada.Text, StringComparison.Ordinal);
        Assert.Contains("Customers are answered with version 1", ada.Text, StringComparison.Ordinal);

        await ada.OpenAsync($"{Card}?question=how+do+I+block+my+card");
        Assert.Contains("With the drafts", ada.Text, StringComparison.Ordinal);
        Assert.Contains("With what is published", ada.Text, StringComparison.Ordinal);

        await ada.PressAsync("Publish version 2", ("reason", "approved"));
        Assert.Contains("It is published", ada.Text, StringComparison.Ordinal);

        await ada.PressAsync("Make version 1 the draft again");
        Assert.Contains("It is the draft again.", ada.Text, StringComparison.Ordinal);
        Assert.StartsWith("You can block a card", AnswerIn(ada), StringComparison.Ordinal);

        await ada.OpenAsync("/knowledge");
        var words = string.Join(' ', ada.Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("ada published", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_edit_one_article_at_once_lose_nothing()
    {
        await using var center = await Center.OpenAsync(Edited);
        var (ada, ben) = (await center.Open("ada").OpenAsync(Card), await center.Open("ben").OpenAsync(Card));
        await ben.PressAsync(Save, ("answer", "Write to us."));

        await ada.PressAsync(Save, ("answer", "Call the blocking line."));

        Assert.Equal(HttpStatusCode.PreconditionFailed, ada.Status);
        Assert.Equal("Call the blocking line.", AnswerIn(ada));
        Assert.Contains("Meanwhile ben has made version 2", ada.Text, StringComparison.Ordinal);
        Assert.Contains("Write to us.", ada.Text, StringComparison.Ordinal);
        await ada.PressAsync(Save);
        Assert.Contains("The draft is saved", ada.Text, StringComparison.Ordinal);
        Assert.Equal("Call the blocking line.", AnswerIn(ada));
        Assert.Contains("Version 2 by ben", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_spoken_is_told_in_the_language_of_the_reader_and_stays_in_the_form()
    {
        await using var center = await Center.OpenAsync(Edited);
        var ada = center.Open("ada");
        await ada.OpenAsync(Card);
        var preferences = Browser.Fields(ada.Form("/preferences"));
        preferences["language"] = "de";
        await ada.PostAsync("/preferences", preferences);
        await ada.OpenAsync(Card);

        await ada.PressAsync("Entwurf speichern", ("answer", "Das kostet $5."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, ada.Status);
        Assert.Contains("hat Zeichen, die sich nicht", ada.Page.QuerySelector(".flash.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Das kostet $5.", AnswerIn(ada));
    }

    [Fact]
    public async Task A_new_article_is_made_and_never_over_one_of_the_same_name()
    {
        await using var center = await Center.OpenAsync(Edited);
        var ada = await center.Open("ada").OpenAsync("/knowledge/new");
        await ada.PressAsync(
            Save, ("id", "card-lost"), ("language", "en"), ("title", "Another"), ("questions", "why"), ("answer", "Because."));
        Assert.Equal(HttpStatusCode.PreconditionFailed, ada.Status);
        Assert.Contains("There is an article card-lost already", ada.Text, StringComparison.Ordinal);
        Assert.Equal("Because.", AnswerIn(ada));

        await ada.PressAsync(Save, ("id", "card-why"));

        Assert.Equal("/knowledge/articles/card-why", ada.Address);
        Assert.Contains("The draft is saved", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_reads_and_tries_and_a_responder_edits_and_does_not_publish()
    {
        await using var center = await Center.OpenAsync(Edited);
        var vera = await center.Open("vera", ApiRole.Viewer).OpenAsync($"{Card}?question=how+do+I+block+my+card");
        Assert.True(ButtonIn(vera, Save).IsDisabled);
        Assert.Contains("answered", vera.Text, StringComparison.Ordinal);
        var ben = await center.Open("ben").OpenAsync(Card);

        await ben.PressAsync(Save, ("answer", "Call the blocking line."));

        Assert.True(ButtonIn(ben, "Publish version 2").IsDisabled);
        Assert.Contains("This takes the role administrator", ben.Text, StringComparison.Ordinal);
        var byHand = Browser.Fields(ben.Form($"{Card}/publish"));
        byHand["reason"] = "I insist";
        await ben.PostAsync($"{Card}/publish", byHand);
        Assert.Contains("You may not do that.", ben.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        const string Hostile = "\"><script>alert(1)</script>";
        await using var center = await Center.OpenAsync(Edited);
        var ada = await center.Open("ada", ApiRole.Administrator).OpenAsync(Card);

        await ada.PressAsync(Save, ("answer", "Call us."), ("title", "Block"), ("reason", Hostile));
        await ada.PressAsync("Publish version 2", ("reason", Hostile));

        Assert.Contains(Hostile, ada.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", ada.Body, StringComparison.Ordinal);
        await ada.OpenAsync($"/knowledge?question={Uri.EscapeDataString(Hostile)}&text={Uri.EscapeDataString(Hostile)}");
        Assert.DoesNotContain("<script>alert", ada.Body, StringComparison.Ordinal);
        await ada.OpenAsync(Card);
        await ada.PressAsync(Save, ("answer", Hostile));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ada.Status);
        Assert.Equal(Hostile, AnswerIn(ada));
        Assert.DoesNotContain("<script>alert", ada.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_finds_articles_by_their_words()
    {
        await using var center = await Center.OpenAsync(Edited);

        var vera = await center.Open("vera", ApiRole.Viewer).OpenAsync("/search?text=blocking+line");

        Assert.NotNull(vera.Page.QuerySelector($"main a[href='{Card}']"));
    }

    [Fact]
    public async Task What_was_published_reaches_a_flow()
    {
        await using var center = await Center.OpenAsync(Edited);
        var ada = await center.Open("ada", ApiRole.Administrator).OpenAsync(Card);
        await ada.PressAsync(Save, ("answer", "Call the blocking line."));

        await ada.PressAsync("Publish version 2", ("reason", "approved"));

        var state = JsonNode.Parse(await center.ReadAsync("/knowledge"))!;
        Assert.True((bool)state["isBuilt"]!);
        Assert.NotNull(state["builtAt"]);
    }

    internal static ContactCenterConfiguration Edited(ContactCenterConfiguration file) =>
        file with { SelfService = file.SelfService with { Articles = "knowledge", Editing = true } };

    private static string AnswerIn(Browser browser) => browser.Page.QuerySelector<IHtmlTextAreaElement>("[name='answer']")!.Value;

    private static IHtmlButtonElement ButtonIn(Browser browser, string name) =>
        browser.Page.QuerySelectorAll<IHtmlButtonElement>("button").Single(one => one.TextContent.Trim() == name);
}
