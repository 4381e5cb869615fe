using System.Text.Json;
using ContactCenter.Core.Api.Access;
using Microsoft.Playwright;

namespace ContactCenter.Web.Tests.Chromium;

/// <summary>What people do with the console, in a real browser.</summary>
[Collection(nameof(ChromiumFixture))]
public sealed class PeopleTests(ChromiumFixture chromium)
{
    private const string Hostile = "<img src=x onerror=alert(1)></title><script>alert(2)</script>\"'{{x}}";

    /// <summary>The center is one for all tests, and has the incidents of all of them.</summary>
    private const int MaximumTabs = 500;

    [Fact]
    public async Task A_responder_follows_an_incident_from_its_alarm_to_its_end_and_verdict()
    {
        var window = await chromium.OpenAsync("ada");
        var id = await chromium.Center.BreakAsync("The card reader at the desk is dead.");
        await window.GotoAsync("/");

        await window.Locator($"tr[data-key='{id}'] a").ClickAsync();
        await window.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await Assertions.Expect(window.Locator(".facts")).ToContainTextAsync("ada");
        await window.Locator("form[action$='/notes'] textarea").FillAsync("The fuse is gone.");
        await window.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await Assertions.Expect(window.Locator(".timeline")).ToContainTextAsync("The fuse is gone.");
        await window.GetByText("Resolve", new() { Exact = true }).First.ClickAsync();
        await window.Locator("form[action$='/resolve'] textarea").FillAsync("Fuse replaced.");
        await window.Locator("form[action$='/resolve'] button").ClickAsync();
        await window.Locator("select[name=verdict]").SelectOptionAsync("real");
        await window.GetByRole(AriaRole.Button, new() { Name = "Say what it was" }).ClickAsync();

        await Assertions.Expect(window.Locator(".facts")).ToContainTextAsync("Something was broken (ada)");
        await window.Context.CloseAsync();
    }

    [Fact]
    public async Task A_viewer_reads_why_they_cannot_act_and_cannot_by_a_request_made_by_hand()
    {
        var window = await chromium.OpenAsync("vera", ApiRole.Viewer);
        var id = await chromium.Center.BreakAsync("The fax is on fire.");
        await window.GotoAsync($"/incidents/{id}");
        var button = window.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" });
        await Assertions.Expect(button).ToBeDisabledAsync();
        await Assertions.Expect(button).ToHaveAccessibleDescriptionAsync("Your role, viewer, may look only.");

        var status = await window.EvaluateAsync<int>(
            """
            async id => (await fetch(`/incidents/${id}/acknowledge`, {
              method: "POST", body: new URLSearchParams({ token: document.querySelector("[name=token]").value, key: "byhand" }),
            })).status
            """,
            id);

        Assert.Equal(403, status);
        await window.Context.CloseAsync();
    }

    [Fact]
    public async Task Of_two_who_acknowledge_at_once_one_has_it_and_the_other_is_told_who()
    {
        IPage[] windows = [await chromium.OpenAsync("ada"), await chromium.OpenAsync("ben")];
        var id = await chromium.Center.BreakAsync("The coffee machine is out of order.");
        foreach (var window in windows)
        {
            await window.GotoAsync($"/incidents/{id}");
        }

        await Task.WhenAll(windows.Select(static window => window.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync()));

        var told = await Task.WhenAll(windows.Select(static async window =>
        {
            await window.Locator("[role=alert], [role=status].flash").First.WaitForAsync();
            return await window.Locator("[role=alert]").AllInnerTextsAsync();
        }));
        Assert.Contains("Meanwhile", Assert.Single(told.SelectMany(static one => one)), StringComparison.Ordinal);
        foreach (var window in windows)
        {
            await window.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_board_stays_still_under_a_hand_in_a_storm_and_is_live_without_one()
    {
        var window = await chromium.OpenAsync("ada");
        await window.Clock.InstallAsync();
        await window.GotoAsync("/");
        var first = await chromium.Center.BreakAsync("A storm begins.");
        await window.Clock.RunForAsync(7_000);
        await window.Locator($"tr[data-key='{first}']").WaitForAsync();
        var before = await window.Locator("tr[data-key]").CountAsync();

        await window.Locator($"tr[data-key='{first}']").HoverAsync();
        for (var i = 0; i < 12; i++)
        {
            await chromium.Center.BreakAsync($"A storm, part {i}.");
        }

        await window.Clock.RunForAsync(7_000);
        var show = window.GetByRole(AriaRole.Button, new() { Name = "12 changes - show" });
        await show.WaitForAsync();
        Assert.Equal(before, await window.Locator("tr[data-key]").CountAsync());

        await show.ClickAsync();
        await Assertions.Expect(window.Locator("tr[data-key]")).ToHaveCountAsync(before + 12);
        await window.Context.CloseAsync();
    }

    [Fact]
    public async Task A_queue_is_closed_only_after_what_it_does_was_shown_a_caller_hears_it_and_it_is_open_again_by_one_act()
    {
        var window = await chromium.OpenAsync("eve", ApiRole.Administrator);
        await window.GotoAsync("/switchboard");
        await window.GetByText("Close or open a queue").ClickAsync();
        var form = window.Locator("form:has(input[name=type][value=queue])");
        await form.Locator("[name=queue]").SelectOptionAsync("Cards");
        await form.Locator("[name=reason]").FillAsync("The roof leaks.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Show what it would do" }).ClickAsync();
        await Assertions.Expect(window.Locator(".preview")).ToContainTextAsync("Who waits in it already stays");
        var row = window.Locator(".switches tr", new() { HasText = "Cards" });
        await Assertions.Expect(row).ToContainTextAsync("by its hours");

        await window.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Closed as somebody has decided");
        Assert.Equal("no", (string?)(await chromium.Center.CallAsync("Cards"))["open"]);

        await window.Locator(".flash").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("by its hours");
        Assert.Equal("yes", (string?)(await chromium.Center.CallAsync("Cards"))["open"]);
        await window.Context.CloseAsync();
    }

    [Fact]
    public async Task Hostile_text_stays_text_on_every_page()
    {
        var window = await chromium.OpenAsync("eve", ApiRole.Administrator);
        var ran = new List<string>();
        window.Dialog += async (_, dialog) =>
        {
            ran.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        var id = await chromium.Center.BreakAsync(Hostile);
        var hostile = JsonSerializer.Serialize(Hostile);
        foreach (var body in new[]
        {
            $$"""{ "type": "mute", "resource": {{hostile}}, "until": "2026-11-30T18:00:00Z", "reason": {{hostile}} }""",
            $$"""{ "type": "fallback", "queue": "Billing", "until": "2026-11-30T18:00:00Z", "reason": {{hostile}} }""",
        })
        {
            _ = await chromium.Center.SendAsync("/settings", body);
        }

        var query = Uri.EscapeDataString(Hostile);
        foreach (var address in new[]
        {
            $"/?text={query}", $"/incidents/{id}?view=all", "/windows", "/switchboard", $"/alarms?text={query}", "/audit",
            $"/search?text={query}", $"/contacts?queue={query}", $"/alarms/one?name={query}",
        })
        {
            await window.GotoAsync(address);

            Assert.Equal(0, await window.Locator("img, script:not([src^='/assets/'])").CountAsync());
        }

        Assert.Empty(ran);
        await window.Context.CloseAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_somebody_gets_past_the_navigation_to_the_first_incident()
    {
        var window = await chromium.OpenAsync("ada");
        var id = await chromium.Center.BreakAsync("The door is stuck.");

        // what changes meanwhile is another test's question
        await window.Clock.InstallAsync();
        await window.GotoAsync("/");

        await window.Keyboard.PressAsync("Tab");
        await window.Keyboard.PressAsync("Enter");
        var isThere = false;
        for (var i = 0; i < MaximumTabs && !isThere; i++)
        {
            await window.Keyboard.PressAsync("Tab");
            isThere = await window.EvaluateAsync<bool>("id => document.activeElement.getAttribute('href') === `/incidents/${id}`", id);
        }

        Assert.True(isThere, "the incident is not among what the key Tab comes to");

        await Task.WhenAll(window.WaitForURLAsync($"**/incidents/{id}"), window.Locator("a:focus").PressAsync("Enter"));
        await window.Context.CloseAsync();
    }
}
