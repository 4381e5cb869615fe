using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ContactCenter.Web.Tests;

public sealed class IncidentTests
{
    [Fact]
    public async Task An_incident_is_followed_from_the_board_to_its_verdict_without_script()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync("/");
        await ada.OpenAsync(ada.Page.QuerySelector($"tr[data-key='{id}'] a")!.GetAttribute("href")!);

        await ada.PressAsync("Acknowledge");
        Assert.Contains("Acknowledged", ada.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        await ada.PressAsync("Write it down", ("note", "The fuse is gone."));
        Assert.Contains("The fuse is gone.", ada.Page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        await ada.PressAsync("Resolve", ("note", "Fuse replaced."));
        Assert.Contains("Resolved", ada.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        await ada.PressAsync("Say what it was", ("verdict", "real"));

        Assert.Contains("Something was broken (ada)", ada.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await ada.OpenAsync("/")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_acknowledge_at_once_the_second_is_told_who_was_first()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{id}");
        var ben = await center.Open("ben").OpenAsync($"/incidents/{id}");

        await ada.PressAsync("Acknowledge");
        await ben.PressAsync("Acknowledge");

        Assert.Equal(HttpStatusCode.PreconditionFailed, ben.Status);
        Assert.Contains("Meanwhile ada has it.", ben.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ada", ben.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_written_is_still_there_when_another_was_faster()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{id}");
        await center.ActAsync(id, "acknowledge", "ben");

        await ada.PressAsync("Resolve", ("note", "Fuse replaced, spare ordered."));

        Assert.Equal(HttpStatusCode.PreconditionFailed, ada.Status);
        Assert.Equal(
            "Fuse replaced, spare ordered.",
            ada.Page.QuerySelector<IHtmlTextAreaElement>("form[action$='/resolve'] textarea")!.Value);
        await ada.PressAsync("Resolve");
        Assert.Contains("Fuse replaced, spare ordered.", ada.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_counts_although_something_harmless_happened_since_the_page_was_loaded()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{id}");
        var ben = await center.Open("ben").OpenAsync($"/incidents/{id}");
        await ben.PressAsync("Write it down", ("note", "Looking."));

        await ada.PressAsync("Acknowledge");

        Assert.Equal(HttpStatusCode.OK, ada.Status);
        Assert.Contains("Acknowledged", ada.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_counts_once()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{await center.BreakAsync()}");
        var form = ada.Form("/notes");

        await ada.SubmitAsync(form, null, ("note", "Once only."));
        await ada.SubmitAsync(form, null, ("note", "Once only."));

        Assert.Single(
            ada.Page.QuerySelectorAll(".timeline li"), static line => line.TextContent.Contains("Once only.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_of_the_runbook_remembers_who_ticked_it()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{await center.BreakAsync()}");

        await ada.PressAsync("Step 1 is done");
        Assert.Contains("done by ada, 13:00", ada.Page.QuerySelector(".steps .done")!.TextContent, StringComparison.Ordinal);

        await ada.PressAsync("Step 1 is not done after all");
        Assert.Null(ada.Page.QuerySelector(".steps .done"));
    }

    [Fact]
    public async Task Roles_are_taken_and_given_free()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{id}");

        await ada.PressAsync("Set");
        Assert.Contains("Commander: ada", (await ada.OpenAsync("/")).Text, StringComparison.Ordinal);

        await (await ada.OpenAsync($"/incidents/{id}")).PressAsync("Free");
        Assert.DoesNotContain("Commander: ada", (await ada.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_shows_decisions_first_and_everything_when_asked()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{id}");
        var decisions = ada.Page.QuerySelectorAll(".timeline li").Length;

        await ada.OpenAsync($"/incidents/{id}?view=all");

        Assert.True(ada.Page.QuerySelectorAll(".timeline li").Length > decisions);
        Assert.All(ada.Page.QuerySelectorAll(".timeline a.at"), a => Assert.NotNull(ada.Page.GetElementById(a.GetAttribute("href")![1..])));
    }

    [Fact]
    public void A_line_of_a_runbook_goes_on_where_it_is_indented()
    {
        var page = Incidents.RunbookPage.Read(
            "# A\n\n## What it means\n\nIt is\nbroken.\n\n## Check first\n\n- Is it\n  plugged in?\n- Is `it` [on](on.md)?\n\n## What to do\n\n1. Plug it\n   in.\n2. **Call**.\n3. Look at the block *Transfer to queue*, 2 * 3 times.\n");

        Assert.Equal("It is broken.", page.Meaning);
        Assert.Equal(["Is it plugged in?", "Is it on?"], page.Checks);
        Assert.Equal(["Plug it in.", "Call.", "Look at the block Transfer to queue, 2 * 3 times."], page.Steps);
    }

    [Fact]
    public void Every_runbook_of_the_repository_is_a_checklist()
    {
        foreach (var file in Directory.EnumerateFiles(Core.Tests.Architecture.Repository.File("docs", "runbooks"), "*.md")
            .Select(Path.GetFileNameWithoutExtension).Where(static name => name != "README" && name != "index"))
        {
            var page = Incidents.RunbookPage.Find(file!);

            Assert.True(page is { Meaning.Length: > 0, Steps.Count: > 0 }, file);
            Assert.All(page!.Steps, static step => Assert.DoesNotContain("](", step, StringComparison.Ordinal));
        }
    }
}
