using ContactCenter.Core.Api.Access;
using ContactCenter.Testing;
using Microsoft.Playwright;

namespace ContactCenter.Web.Tests.Chromium;

/// <summary>Tests that share the browser: one after the other, because the processors are what they wait for.</summary>
[CollectionDefinition(nameof(ChromiumFixture))]
public sealed class ChromiumTests : ICollectionFixture<ChromiumFixture>;

/// <summary>
/// One browser and one center behind a real server for all tests that need them: starting either takes longer than most of the tests. Each
/// test has people and incidents of its own.
/// </summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>Names another Chromium than that of the path.</summary>
    private const string Variable = "CHROMIUM";

    /// <summary>Milliseconds: processors may have much else to do, and nothing waits longer than it must.</summary>
    private const int Patience = 30_000;

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Dictionary<string, Visit> _visits = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Center? _center;
    private IPage? _visitor;

    /// <summary>The center.</summary>
    internal Center Center => _center!;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A window of somebody who has just opened a browser.</summary>
    internal async Task<IPage> OpenAsync(
        string name, ApiRole role = ApiRole.Responder, bool hasScript = true, ColorScheme theme = ColorScheme.Light, int width = 1280)
    {
        await StartAsync();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Center.Address,
            JavaScriptEnabled = hasScript,
            ColorScheme = theme,
            Locale = "en-GB",
            ViewportSize = new() { Width = width, Height = 900 },
            ExtraHTTPHeaders = [Center.HeaderOf(name, role)],
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>What the browser saw of a page.</summary>
    internal async Task<Visit> VisitAsync(string page)
    {
        if (!_visits.TryGetValue(page, out var visit))
        {
            _visitor ??= await OpenAsync("ada");
            visit = await Visit.OfAsync(_visitor, PagesOf.Address(Center, page), Center.Address);
            _visits.Add(page, visit);
        }

        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_center is not null)
        {
            await _center.DisposeAsync();
        }
    }

    private static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Programs.Select(Executable.Find).FirstOrDefault(static path => path is not null);

    private async Task StartAsync()
    {
        if (_browser is not null)
        {
            return;
        }

        var path = Find();
        Assert.SkipWhen(
            path is null && !AwsEmulator.IsRequired, $"there is no chromium on PATH, and {Variable} names none (apt-get install chromium)");

        // tests break more at once than a center does, and what they break is not one incident
        _center = await Center.OpenAsync(
            static file => KnowledgePageTests.Edited(
                StatusPages.Added(file with { Incidents = file.Incidents with { StormIncidents = 1000 } })),
            listens: true);
        await PagesOf.PrepareAsync(_center);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path ?? "chromium" });
    }
}
