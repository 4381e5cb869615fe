using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Incidents;

/// <summary>A runbook as a checklist: what to look at first, and the steps that are ticked by their numbers.</summary>
/// <param name="Meaning">What it means, in a paragraph.</param>
/// <param name="Checks">What to look at first.</param>
/// <param name="Steps">What to do, in order; the first is step 1.</param>
public sealed partial record RunbookPage(string Meaning, IReadOnlyList<string> Checks, IReadOnlyList<string> Steps)
{
    private static readonly ConcurrentDictionary<string, RunbookPage?> Known = new(StringComparer.Ordinal);

    /// <summary>A runbook of this repository by its name; null: there is none, because a center has its own.</summary>
    public static RunbookPage? Find(string name) => Known.GetOrAdd(
        name.Length <= 100 ? name : "", static name => SiteAssets.Text($"runbook/{name}") is { } text ? Read(text) : null);

    /// <summary>Reads a runbook. Markup in a line stays text, without the marks of links and emphasis.</summary>
    public static RunbookPage Read(string markdown)
    {
        var sections = Regex.Split(markdown, @"^## ", RegexOptions.Multiline)
            .Select(static section => section.Split('\n', 2))
            .Where(static section => section.Length == 2)
            .GroupBy(static section => section[0].Trim())
            .ToDictionary(static group => group.Key, static group => group.First()[1], StringComparer.Ordinal);
        return new(
            Plain(sections.GetValueOrDefault("What it means", "").Trim().Replace('\n', ' ')),
            Items(sections.GetValueOrDefault("Check first", ""), Bullet()),
            Items(sections.GetValueOrDefault("What to do", ""), Numbered()));
    }

    private static string[] Items(string section, Regex item) =>
        [.. item.Matches(section).Select(static match => Plain(Continued().Replace(match.Groups["text"].Value.Trim(), " ")))];

    private static string Plain(string markdown)
    {
        var unmarked = Link().Replace(markdown, "${text}")
            .Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
        return Emphasis().Replace(unmarked, "${text}");
    }

    /// <summary>An item goes on in lines that begin with a blank.</summary>
    [GeneratedRegex(@"^- (?<text>.*(\n[ \t]+.*)*)$", RegexOptions.Multiline)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\d+\. (?<text>.*(\n[ \t]+.*)*)$", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Continued();

    /// <summary>Words between two stars; a star between blanks or within a word is one that was meant.</summary>
    [GeneratedRegex(@"(?<![\w*])\*(?<text>\w[^*]*)\*(?![\w*])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();
}
