namespace ContactCenter.Web.Tests.Chromium;

/// <summary>What holds for every page, seen by a real browser.</summary>
[Collection(nameof(ChromiumFixture))]
public sealed class PageTests(ChromiumFixture chromium)
{
    private const int MaximumPage = 150_000;

    public static TheoryData<string> All => PagesOf.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nobody_is_shut_out_of_a_page_in_light_or_dark_at_a_desk_or_on_a_phone(string page) =>
        Assert.Empty((await chromium.VisitAsync(page)).Violations);

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_asks_nothing_of_anybody_else(string page) => Assert.Empty((await chromium.VisitAsync(page)).Elsewhere);

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_with_all_that_belongs_to_it_is_small(string page) =>
        Assert.InRange((await chromium.VisitAsync(page)).Bytes, 1, MaximumPage);

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_browser_has_nothing_to_complain_of(string page) => Assert.Empty((await chromium.VisitAsync(page)).Complaints);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nobody_has_to_push_a_page_sideways_on_a_phone(string page) =>
        Assert.InRange((await chromium.VisitAsync(page)).Overflow, int.MinValue, 0);

    [Fact]
    public async Task Every_page_is_whole_without_script()
    {
        var window = await chromium.OpenAsync("ada", hasScript: false);
        foreach (var page in PagesOf.All)
        {
            await window.GotoAsync(PagesOf.Address(chromium.Center, page.Data));

            Assert.Equal(1, await window.Locator("h1:visible").CountAsync());
            Assert.Equal(0, await window.Locator("[data-live-bar]:visible, main button:not(form *):visible").CountAsync());
        }

        await window.Context.CloseAsync();
    }
}
