using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ContactCenter.Web.Tests.Chromium;

/// <summary>
/// What a browser saw of a page, in one visit: opening it again for each question would take most of the time of these tests.
/// </summary>
/// <param name="Bytes">Size of all that was sent for it, as it was before compression.</param>
/// <param name="Elsewhere">Addresses that were asked and are not ours.</param>
/// <param name="Complaints">What the browser wrote to its console, such as what a policy has kept from running.</param>
/// <param name="Violations">Rules of axe that it breaks, with the colours, the width and where.</param>
/// <param name="Overflow">By how many pixels it is wider than a phone.</param>
internal sealed record Visit(
    int Bytes, IReadOnlyList<string> Elsewhere, IReadOnlyList<string> Complaints, IReadOnlyList<string> Violations, int Overflow)
{
    private const int Desk = 1280;
    private const int Phone = 390;

    /// <summary>
    /// What else may differ with colours and widths; all other rules look at the document, which is the same in each of the four.
    /// </summary>
    private static readonly string[] OfLooks =
        ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Visits a page.</summary>
    /// <param name="window">The window; it is left as it was found.</param>
    /// <param name="address">The address of the page.</param>
    /// <param name="home">What our addresses begin with.</param>
    public static async Task<Visit> OfAsync(IPage window, string address, string home)
    {
        var (asked, complaints, violations) = (new List<string>(), new List<string>(), new List<string>());
        void Asked(object? sender, IRequest request) => asked.Add(request.Url);
        void Complained(object? sender, IConsoleMessage message) => complaints.Add(message.Text);
        window.Request += Asked;
        window.Console += Complained;
        await window.GotoAsync(address);
        var bytes = await window.EvaluateAsync<int>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                + ".reduce((sum, one) => sum + one.decodedBodySize, 0)");

        // what is folded is a part of the page too
        await window.EvaluateAsync("for (const one of document.querySelectorAll('details')) { one.open = true; }");
        await window.EvaluateAsync(Axe);
        violations.AddRange(await BrokenAsync(window, "", null));
        foreach (var theme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await window.EmulateMediaAsync(new() { ColorScheme = theme });
            foreach (var width in new[] { Phone, Desk })
            {
                await window.SetViewportSizeAsync(width, 900);
                violations.AddRange(await BrokenAsync(window, $"{theme} {width} ", OfLooks));
            }
        }

        await window.SetViewportSizeAsync(Phone, 900);
        var width390 = await window.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await window.SetViewportSizeAsync(Desk, 900);
        window.Request -= Asked;
        window.Console -= Complained;
        return new Visit(
            bytes,
            [.. asked.Where(url => !url.StartsWith(home, StringComparison.Ordinal))],
            [.. complaints.Where(static complaint => !complaint.Contains("status of 404", StringComparison.Ordinal))],
            violations,
            width390 - Phone);
    }

    private static async Task<IEnumerable<string>> BrokenAsync(IPage window, string looks, string[]? rules)
    {
        var found = await window.EvaluateAsync<JsonElement>(
            """
            async rules => {
              const options = { resultTypes: ["violations"], preload: false, elementRef: false };
              if (rules) {
                options.runOnly = { type: "rule", values: rules };
              }
              const found = await axe.run(document, options);
              return found.violations.map(one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map(node => node.html).join(" | ")}`);
            }
            """,
            rules);
        return found.EnumerateArray().Select(one => looks + one.GetString());
    }
}
