using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactCenter.Web.Tests.SignIn;

/// <summary>The console as it is deployed: who may see it, who may act, for how long, and by which copy of the function.</summary>
/// <param name="console">The console.</param>
public sealed class SignInTests(DeployedConsole console) : IClassFixture<DeployedConsole>
{
    [Fact]
    public async Task Whoever_is_not_known_is_led_to_the_issuer_with_a_proof_and_sees_nothing()
    {
        var browser = console.Open();

        var asked = await LedAsync(browser, "/incidents/XXXX-1?view=all");

        Assert.Equal("center.auth.eu-central-1.amazoncognito.com", asked.Host);
        var query = QueryHelpers.ParseQuery(asked.Query);
        Assert.Equal(
            ("code", "S256", "pages", $"https://{DeployedConsole.Host}/signed-in", "openid email"),
            ((string)query["response_type"]!, (string)query["code_challenge_method"]!, (string)query["client_id"]!,
                (string)query["redirect_uri"]!, (string)query["scope"]!));
        Assert.Equal("", browser.Body);
        Assert.Contains(
            "frame-ancestors 'none'", browser.Response.Headers.GetValues("content-security-policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_signed_in_comes_back_to_the_page_that_they_wanted_and_acts_under_their_address()
    {
        await console.AddAsync("ada", "responder");
        var browser = console.Open();

        await SignInAsync(browser, "ada", "/windows", "responder");

        Assert.Equal((HttpStatusCode.OK, "/windows"), (browser.Status, browser.Address));
        Assert.Contains("ada@example.com, responder", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_left_the_group_does_nothing_any_more_from_the_next_act_on()
    {
        await console.AddAsync("ben", "responder");
        var browser = console.Open();
        await SignInAsync(browser, "ben", "/", "responder");
        var token = Browser.Fields(browser.Form("/preferences"))["token"];

        await console.PoolAsync("AdminRemoveUserFromGroup", ("Username", "ben"), ("GroupName", "responder"));
        await browser.PostAsync("/incidents", new Dictionary<string, string> { ["token"] = token, ["title"] = "x" });

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Contains("None of your groups has a role here", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_locked_out_of_the_pool_is_locked_out_here()
    {
        await console.AddAsync("cleo", "administrator");
        var browser = console.Open();
        await SignInAsync(browser, "cleo", "/", "administrator");
        var token = Browser.Fields(browser.Form("/preferences"))["token"];

        await console.PoolAsync("AdminDisableUser", ("Username", "cleo"));
        await browser.PostAsync("/incidents", new Dictionary<string, string> { ["token"] = token, ["title"] = "x" });

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    public async Task A_role_that_only_the_token_says_counts_for_nothing()
    {
        await console.AddAsync("zoe", null);
        var browser = console.Open();

        await SignInAsync(browser, "zoe", "/", "administrator");

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    public async Task A_token_of_another_key_signs_nobody_in()
    {
        await console.AddAsync("eve", "administrator");
        var browser = console.Open();

        await FollowAsync(browser, console.Issuer.SignIn(await LedAsync(browser, "/"), "mallory", isForged: true, "administrator"));

        Assert.Contains("You are signed out", browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/")).Status);
    }

    [Fact]
    public async Task An_answer_of_the_issuer_that_this_browser_has_not_asked_for_signs_nobody_in()
    {
        await console.AddAsync("dora", "responder");
        var asked = await LedAsync(console.Open(), "/");
        var victim = console.Open();

        await FollowAsync(victim, console.Issuer.SignIn(asked, "mallory", isForged: false, "responder"));

        Assert.Equal(HttpStatusCode.Redirect, (await victim.OpenAsync("/")).Status);
    }

    [Fact]
    public async Task A_session_and_a_form_of_one_copy_count_with_another_after_a_cold_start()
    {
        await console.AddAsync("gus", "responder");
        var second = await console.StartAsync();
        var before = console.Open();
        await SignInAsync(before, "gus", "/windows", "responder");

        var after = before.At(second);
        var fields = Browser.Fields(before.Form("/preferences"));
        await after.PostAsync("/preferences", fields.Select(static field => field.Key == "language" ? new(field.Key, "de") : field));

        Assert.Equal((HttpStatusCode.OK, "/windows"), (after.Status, after.Address));
        Assert.Contains("Sprache", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_cookies_are_stored_sealed()
    {
        await LedAsync(console.Open(), "/");

        var stored = Assert.Single(await console.StoredKeysAsync());
        Assert.Contains("<sealed", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_the_script_and_a_form_are_refused_and_not_led_away()
    {
        var browser = console.Open();

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.OpenAsync("/live")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/incidents", [])).Status);
        Assert.Contains("sign in again in another tab", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_out_is_out_and_is_shown_the_way_out_of_the_issuer()
    {
        await console.AddAsync("fay", "viewer");
        var browser = console.Open();
        await SignInAsync(browser, "fay", "/", "viewer");

        await browser.PressAsync("Sign out");

        Assert.Equal("/signed-out?here", browser.Address);
        var there = browser.Page.QuerySelector("a[href*='amazoncognito']")!.GetAttribute("href")!;
        var back = Uri.EscapeDataString($"https://{DeployedConsole.Host}/signed-out");
        Assert.Equal($"https://center.auth.eu-central-1.amazoncognito.com/logout?client_id=pages&logout_uri={back}", there);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/")).Status);
    }

    private static async Task<Uri> LedAsync(Browser browser, string address)
    {
        await browser.OpenAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        return browser.Response.Headers.Location!;
    }

    private async Task SignInAsync(Browser browser, string person, string address, params string[] groups) =>
        await FollowAsync(browser, console.Issuer.SignIn(await LedAsync(browser, address), person, isForged: false, groups));

    /// <summary>As a browser follows what leads on within the console.</summary>
    private static async Task FollowAsync(Browser browser, string address)
    {
        await browser.OpenAsync(address);
        if (browser.Status == HttpStatusCode.Redirect)
        {
            await browser.OpenAsync(browser.Response.Headers.Location!.OriginalString);
        }
    }
}
