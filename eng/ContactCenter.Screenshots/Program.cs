using System.Diagnostics;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Notifications.Status;
using Microsoft.Playwright;

namespace ContactCenter.Screenshots;

/// <summary>
/// Takes the pictures that README and docs show, each in light and dark:
/// <c>dotnet run --project eng/ContactCenter.Screenshots -- FOLDER</c>; without a folder into <c>docs/pictures</c>. The console is
/// started as a person starts it, at the begin of an alarm storm, and time is skipped by its buttons, so that the same is seen each time.
/// </summary>
internal static partial class Program
{
    /// <summary>Names another Chromium than that of the path, as for the tests.</summary>
    private const string Browser = "CHROMIUM";

    /// <summary>What is seen: the board in the middle of the storm, its worst incident, and the switchboard.</summary>
    private static readonly (string Name, string Page, int Height)[] Pages =
        [("board", "/", 1000), ("incident", "/incidents", 1300), ("switchboard", "/switchboard", 900)];

    private const string Zone = "Europe/Berlin";

    /// <summary>What the console says once time was skipped.</summary>
    private const string StandsStill = "stands still";

    private static readonly DateTimeOffset Storm = new(2026, 3, 2, 7, 46, 0, TimeSpan.Zero);

    private static readonly ColorScheme[] Themes = [ColorScheme.Light, ColorScheme.Dark];

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments.Length > 1 || arguments is ["--help" or "-h"])
        {
            await Console.Error.WriteLineAsync(
                "Takes the pictures of the console and of the status page.\n"
                + "Usage: dotnet run --project eng/ContactCenter.Screenshots -- [FOLDER]\n"
                + $"FOLDER is docs/pictures where none is named; it takes Chromium, or what {Browser} names.");
            return arguments.Length > 1 ? 2 : 0;
        }

        var folder = Directory.CreateDirectory(arguments is [var named] ? named : Path.Combine("docs", "pictures")).FullName;
        using var console = Start();
        try
        {
            var address = await AddressAsync(console);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = Environment.GetEnvironmentVariable(Browser) ?? "/usr/bin/chromium" });
            await SkipAsync(browser, address);
            foreach (var theme in Themes)
            {
                await TakeAsync(browser, address, theme, folder);
            }
        }
        finally
        {
            console.Kill(entireProcessTree: true);
        }

        return 0;
    }

    private static Process Start() => Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "contactcenter.dll"),
            "console", "--scenario", "alarm-storm", "--speed", "0", "--port", "0",
        ])
    {
        RedirectStandardOutput = true,
    })!;

    private static async Task<string> AddressAsync(Process console)
    {
        while (await console.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                return match.Value;
            }
        }

        throw new InvalidOperationException("the console ended before it said where it is");
    }

    /// <summary>Two hours and a quarter: half of everything has failed, and people have begun to answer.</summary>
    private static async Task SkipAsync(IBrowser browser, string address)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(address);
        foreach (var minutes in new[] { 60, 60, 15 })
        {
            await page.Locator($"button[name=forward][value='{minutes}']").ClickAsync();
            while (!(await page.Locator(".clock").InnerTextAsync()).Contains(StandsStill, StringComparison.Ordinal))
            {
                await page.WaitForTimeoutAsync(500);
                await page.ReloadAsync();
            }
        }

        await page.CloseAsync();
    }

    private static async Task TakeAsync(IBrowser browser, string address, ColorScheme theme, string folder)
    {
        await using var context = await browser.NewContextAsync(
            new() { ColorScheme = theme, Locale = "en-GB", TimezoneId = Zone });
        var page = await context.NewPageAsync();
        foreach (var (name, path, height) in Pages)
        {
            await page.SetViewportSizeAsync(1280, height);
            await page.GotoAsync(path == "/incidents" ? await WorstAsync(page, address) : address + path);
            await ShootAsync(page, name);
        }

        // its script marks an update as late by the time of whoever reads
        await page.Clock.SetFixedTimeAsync(Storm.AddMinutes(12).UtcDateTime);
        await page.SetViewportSizeAsync(900, 900);
        await page.GotoAsync(new Uri(Path.Combine(Published(), "index.html")).AbsoluteUri);
        await ShootAsync(page, "status");

        Task ShootAsync(IPage shown, string name) => shown.ScreenshotAsync(new()
        {
            Path = Path.Combine(folder, $"{name}-{theme.ToString().ToLowerInvariant()}.png"),
        });
    }

    /// <summary>The first on the board is the worst.</summary>
    private static async Task<string> WorstAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        return address + await page.Locator("main a[href^='/incidents/']").First.GetAttributeAsync("href");
    }

    /// <summary>The status page as its bucket would have it while the telephone is slow.</summary>
    private static string Published()
    {
        var settings = new StatusPageSettings
        {
            Region = "eu-west-1",
            Title = English("Example Bank: service status"),
            Components =
            [
                new() { Id = "phone", Name = English("Telephone") },
                new() { Id = "chat", Name = English("Chat") },
                new() { Id = "cards", Name = English("Blocking a card") },
            ],
        };
        var before = Storm.AddDays(-6);
        var record = StatusRecord.Empty;
        Tell(Said(null, "Some callers could not get through.", before), before.AddMinutes(6));
        Tell(Said(1, "All calls get through again. We are sorry.", before) with { Phase = NoticePhase.Resolved }, before.AddMinutes(50));
        Tell(Said(null, "Callers wait longer than usual. Cards can be blocked at any time.", Storm), Storm.AddMinutes(9));
        var folder = Directory.CreateTempSubdirectory("status-page-").FullName;
        foreach (var file in StatusFiles.Of(record, settings, TimeZoneInfo.FindSystemTimeZoneById(Zone), Storm.AddMinutes(12)))
        {
            File.WriteAllText(Path.Combine(folder, file.Name), file.Text);
        }

        return folder;

        void Tell(SaidStatus said, DateTimeOffset now) =>
            record = StatusBook.Publish(record, said, settings, now).Record
                ?? throw new InvalidOperationException("the page refuses its words");
    }

    private static Dictionary<string, string> English(string text) => new() { ["en"] = text };

    private static SaidStatus Said(int? notice, string words, DateTimeOffset since) => new()
    {
        Notice = notice,
        Since = since,
        Phase = NoticePhase.Identified,
        Components = new Dictionary<string, ComponentState> { ["phone"] = ComponentState.Degraded },
        Words = English(words),
        NextUpdateAt = since.AddMinutes(39),
        ApprovedBy = "a person",
    };

    [GeneratedRegex(@"http://[a-z0-9.:]+[0-9]")]
    private static partial Regex Address();
}
