using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests.Outside;

/// <summary>
/// Whoever copies a command from a document gets no usage error. What commands then do is tried by the tests of each; who tries what other
/// programs the documents name stands in <c>docs/design/build-and-tests.md</c>.
/// </summary>
public sealed partial class DocumentedCommandsTests
{
    [Fact]
    public void Every_command_that_a_document_names_is_taken_as_it_stands()
    {
        var root = Program.Create();
        (string File, string Line)[] commands = [.. Documents().SelectMany(Commands).Distinct()];

        var wrong = commands.Where(command => !IsName(root, command.Line))
            .Select(command => (command, root.Parse(command.Line).Errors))
            .Where(static parsed => parsed.Errors.Count > 0)
            .Select(static parsed => $"{parsed.command.File}: {parsed.command.Line}: {parsed.Errors[0].Message}");

        Assert.True(commands.Length > 40, $"{commands.Length} commands found");
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Documents() => Directory.GetFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories)
        .Append(Repository.File("README.md"));

    /// <summary>Command lines without the program: in fences, in the running text, and in the table of what to try.</summary>
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

    /// <summary>A command that is only named, such as <c>knowledge build</c>: what it needs is not said there.</summary>
    private static bool IsName(Command root, string line)
    {
        var command = root;
        foreach (var word in CommandLineParser.SplitCommandLine(line))
        {
            if (command.Subcommands.FirstOrDefault(each => each.Name == word) is not { } named)
            {
                return false;
            }

            command = named;
        }

        return true;
    }

    [GeneratedRegex("^(\\./)?contactcenter (?<line>.+)$")]
    private static partial Regex Fence();

    [GeneratedRegex("`(\\./)?contactcenter (?<line>[^`]+)`")]
    private static partial Regex Inline();

    [GeneratedRegex(
        "^\\| `(simulate|replay|show|invoke|init|validate|drill|check-account|alarms|classify|ask|sentiment)\\b.*?\\|",
        RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<line>[^`]+)`")]
    private static partial Regex Cell();
}
