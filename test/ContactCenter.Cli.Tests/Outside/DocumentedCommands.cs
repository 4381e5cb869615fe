using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests.Outside;

/// <summary>The command lines of <c>contactcenter</c> in the README and in <c>docs/</c>, without the program.</summary>
internal static partial class DocumentedCommands
{
    /// <summary>Each with the document that names it.</summary>
    public static (string File, string Line)[] All { get; } = [.. Documents().SelectMany(Commands).Distinct()];

    private static IEnumerable<string> Documents() => Directory.GetFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories)
        .Append(Repository.File("README.md"));

    /// <summary>In fences, in the running text, and in the table of what to try.</summary>
    private static IEnumerable<(string File, string Line)> Commands(string path)
    {
        var text = File.ReadAllText(path);
        return Fenced(text).SelectMany(static line => Fence().Matches(line))
            .Concat(Inline().Matches(text))
            .Concat(path.EndsWith("README.md", StringComparison.Ordinal) ? Cells(text) : [])
            .Select(static match => match.Groups["line"].Value.Split(" | ")[0].Split(" > ")[0].Split(" # ")[0].Split(" && ")[0].Trim())
            .Where(static line => !line.Contains('…', StringComparison.Ordinal) && !line.StartsWith("COMMAND", StringComparison.Ordinal))
            .Select(line => (Path.GetFileName(path), line));
    }

    private static IEnumerable<Match> Cells(string text) => Row().Matches(text).SelectMany(static row => Cell().Matches(row.Value));

    private static IEnumerable<string> Fenced(string text) =>
        text.ReplaceLineEndings("\n").Split("\n```").Where(static (_, i) => i % 2 == 1)
            .SelectMany(static block => block.Split('\n').Skip(1));

    [GeneratedRegex("^(\\./)?contactcenter (?<line>.+)$")]
    private static partial Regex Fence();

    [GeneratedRegex("`(\\./)?contactcenter (?<line>[^`]+)`")]
    private static partial Regex Inline();

    [GeneratedRegex(
        "^\\| `(simulate|replay|show|invoke|init|validate|drill|check-account|incidents|alarms|classify|ask|sentiment)\\b.*?\\|",
        RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<line>[^`]+)`")]
    private static partial Regex Cell();
}
