using System.Net;
using AngleSharp.Dom;
using ContactCenter.Core.Api.Access;

namespace ContactCenter.Web.Tests;

public sealed class SafetyTests
{
    private const string Hostile = "<img src=x onerror=alert(1)></title><script>alert(2)</script>\"'{{x}}";

    public static TheoryData<string> Rooms =>
    [
        "/", "/?tab=mine", "/?tab=muted", "/?tab=resolved", "/on-call", "/windows",
        "/switchboard", "/alarms", "/alarms/advice", "/repairs", "/contacts", "/forecast", "/trends", "/reviews", "/audit",
        "/search?text=a", "/nowhere",
    ];

    [Theory]
    [MemberData(nameof(Rooms))]
    public async Task Every_page_has_the_headers_that_bind_a_browser_to_it(string address)
    {
        await using var center = await Center.OpenAsync();

        var response = (await center.Open("ada").OpenAsync(address)).Response;

        var policy = Assert.Single(response.Headers.GetValues("content-security-policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("x-content-type-options")));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.False(response.Headers.Contains("server"));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public async Task Every_page_is_one_document_without_inline_script_or_style_and_asks_nothing_of_anybody_else(string address)
    {
        await using var center = await Center.OpenAsync();
        await center.BreakAsync();

        var ada = await center.Open("ada").OpenAsync(address);

        Assert.Single(ada.Page.QuerySelectorAll("h1"));
        Assert.Single(ada.Page.QuerySelectorAll("main"));
        Assert.All(ada.Page.QuerySelectorAll("script"), static script => Assert.Empty(script.TextContent));
        Assert.Empty(ada.Page.QuerySelectorAll("[style], style, [onclick], [onload]"));
        Assert.All(
            ada.Page.QuerySelectorAll("[src], link[href]"),
            static one => Assert.StartsWith("/assets/", one.GetAttribute("src") ?? one.GetAttribute("href"), StringComparison.Ordinal));
        var ids = ada.Page.QuerySelectorAll("[id]").Select(static one => one.Id).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.InRange(ada.Body.Length, 1, 150_000);
    }

    [Fact]
    public async Task Hostile_text_stays_text_wherever_it_comes_from()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync(Hostile);
        var ada = await center.Open("ada").OpenAsync($"/incidents/{id}");
        await ada.PressAsync("Write it down", ("note", Hostile));
        await ada.PressAsync("Set", ("person", Hostile));
        await ada.OpenAsync("/windows");
        await ada.PressAsync("Show what it would hide", ("reason", Hostile), ("resource", "Billing"), ("until", "2026-11-30T18:00"));
        await ada.PressAsync("Save");

        var query = $"text={Uri.EscapeDataString(Hostile)}";
        foreach (var address in new[] { "/", $"/?{query}", $"/incidents/{id}?view=all", "/windows", $"/live?{query}", "/nowhere" })
        {
            await ada.OpenAsync(address);

            Assert.Empty(ada.Page.QuerySelectorAll("img"));
            Assert.Empty(ada.Page.QuerySelectorAll("script:not([src^='/assets/'])"));
        }

        Assert.Contains("<script>alert(2)</script>", (await ada.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_cannot_act_by_requests_made_by_hand()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var vera = await center.Open("vera", ApiRole.Viewer).OpenAsync($"/incidents/{id}");
        var token = Browser.Fields(vera.Form("/acknowledge"))["token"];

        foreach (var (path, fields) in new (string, (string, string)[])[]
        {
            ($"/incidents/{id}/acknowledge", []),
            ($"/incidents/{id}/resolve", [("verdict", "noise")]),
            ($"/incidents/{id}/notes", [("note", "x")]),
            ($"/incidents/{id}/mute", [("minutes", "60"), ("note", "x")]),
            ($"/incidents/{id}/roles", [("role", "commander")]),
            ("/incidents", [("title", "x")]),
            ("/switchboard", [("do", "save"), ("type", "repairs"), ("mode", "off"), ("until", "2026-11-30T20:00"), ("reason", "x")]),
            ("/alarms/one", [("do", "save"), ("alarm", "queue-wait-time"), ("threshold", "240"), ("reason", "x")]),
            ("/on-call/takeover", [("schedule", "engineers"), ("participant", "Tom Lee"), ("until", "2026-11-30T20:00"), ("reason", "x")]),
            ("/windows", [("do", "save"), ("type", "mute"), ("resource", "Billing"), ("until", "2026-11-30T20:00"), ("reason", "x")]),
        })
        {
            await vera.PostAsync(path, fields.Prepend(("token", token)).ToDictionary());

            Assert.True(vera.Status == HttpStatusCode.Forbidden, $"{path}: {vera.Status}");
        }

        var row = (await vera.OpenAsync("/")).Page.QuerySelector($"tr[data-key='{id}']")!;
        Assert.Contains("nobody", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_page_is_refused()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{id}");
        var (fields, path) = (Browser.Fields(ada.Form("/acknowledge")), $"/incidents/{id}/acknowledge");

        await ada.PostAsync(path, fields.Where(static field => field.Key != "token"));
        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);

        await ada.PostAsync(path, fields, ("sec-fetch-site", "cross-site"));
        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);

        await ada.PostAsync(path, fields, ("origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);
        Assert.DoesNotContain($"POST {path}", center.Asked);

        await ada.PostAsync(path, fields, ("sec-fetch-site", "same-origin"));
        Assert.Equal(HttpStatusCode.OK, ada.Status);
        Assert.Contains($"POST {path}", center.Asked);
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_no_token()
    {
        await using var center = await Center.OpenAsync();
        var id = await center.BreakAsync();
        var ada = await center.Open("ada").OpenAsync($"/incidents/{id}");
        var ben = await center.Open("ben").OpenAsync($"/incidents/{id}");
        var stolen = Browser.Fields(ada.Form("/acknowledge"))["token"];

        await ben.PressAsync("Acknowledge", ("token", stolen));

        Assert.Equal(HttpStatusCode.BadRequest, ben.Status);
    }

    [Fact]
    public async Task Nobody_who_is_not_known_sees_anything()
    {
        await using var center = await Center.OpenAsync();
        await center.BreakAsync("The lights are out.");

        var nobody = await center.OpenUnknown().OpenAsync("/");

        Assert.Equal(HttpStatusCode.Unauthorized, nobody.Status);
        Assert.DoesNotContain("lights", nobody.Body, StringComparison.Ordinal);
        Assert.Empty(center.Asked);
    }

    [Fact]
    public async Task A_host_of_somebody_else_is_refused_before_anything_is_asked()
    {
        await using var center = await Center.OpenAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";

        var ada = await center.Open("ada").SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, ada.Status);
        Assert.Empty(center.Asked);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\r\nset-cookie: a=b")]
    public async Task After_a_form_nobody_is_led_elsewhere(string address)
    {
        await using var center = await Center.OpenAsync();

        var ada = await (await center.Open("ada").OpenAsync("/")).PressAsync("Apply", ("return", address));

        Assert.Equal("/", ada.Address);
    }

    [Fact]
    public async Task Stylesheet_script_and_icon_are_small_kept_for_ever_and_ask_nothing_of_elsewhere()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync("/");
        var sizes = 0;
        string[] assets =
        [
            .. ada.Page.QuerySelectorAll("script[src], link[href]")
                .Select(static one => one.GetAttribute("src") ?? one.GetAttribute("href")!),
        ];
        foreach (var asset in assets)
        {
            var found = await ada.OpenAsync(asset);

            Assert.Equal("public, max-age=31536000, immutable", found.Response.Headers.CacheControl!.ToString());
            var rest = found.Body.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
            Assert.DoesNotContain("http", rest, StringComparison.Ordinal);
            sizes += found.Body.Length;
        }

        Assert.InRange(sizes, 1, 40_000);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so()
    {
        await using var center = await Center.OpenAsync();
        var ada = center.Open("ada");

        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync("/nowhere")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync("/incidents/XXXX-9")).Status);
        Assert.Contains("There is no such incident", ada.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync("/favicon.ico")).Status);
    }

    [Fact]
    public async Task Why_something_cannot_be_is_told_in_the_language_of_the_reader()
    {
        await using var center = await Center.OpenAsync();
        var ada = await (await center.Open("ada").OpenAsync("/")).PressAsync("Apply", ("language", "de"));

        await ada.OpenAsync("/incidents/XXXX-9");

        Assert.Equal(HttpStatusCode.NotFound, ada.Status);
        Assert.Contains("Diesen Vorfall gibt es nicht", ada.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_console_of_a_real_center_has_no_way_to_play_with_it()
    {
        await using var center = await Center.OpenAsync();
        var ada = await center.Open("ada").OpenAsync("/");
        var token = Browser.Fields(ada.Form("/preferences"))["token"];

        await ada.PostAsync("/simulation", new Dictionary<string, string> { ["token"] = token, ["speed"] = "0" });

        Assert.Equal(HttpStatusCode.NotFound, ada.Status);
    }
}
