using System.Text.RegularExpressions;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Tests.Architecture;

/// <summary>Tables of documents that list what the code has: what is new must be added to them, and what is gone taken out.</summary>
public sealed partial class DocumentTableTests
{
    [Fact]
    public void The_page_of_the_deployment_lists_all_stacks()
    {
        // what stands by is told in the section about a second Region, and shares of alarms are told with their stack
        string[] elsewhere = ["topics"];
        var stacks = Found(Stack(), "infra/ContactCenter.Infra/Stacks").Except(elsewhere);

        Assert.Equal(stacks.Order(StringComparer.Ordinal), Listed("| stack |", "docs", "design", "deployment.md"));
    }

    [Fact]
    public void The_page_of_the_check_lists_all_checks() => Assert.Equal(
        Found(Check(), "src/ContactCenter.Core/Validation/Account").Order(StringComparer.Ordinal),
        Listed("| check |", "docs", "design", "check-account.md"));

    [Fact]
    public void Each_output_that_is_told_as_a_command_is_one_of_its_stack()
    {
        var rows = DocumentTables.Rows(File.ReadLines(Repository.File("docs", "operate.md")), "| output |");

        Assert.NotEmpty(rows);
        Assert.All(rows, static row => Assert.Contains(
            SourceFile.Read(Repository.Root, "infra/ContactCenter.Infra/Stacks"),
            file => file.Text.Contains($"scope, deployment, \"{row[1].Trim('`')}\"", StringComparison.Ordinal)
                && file.Text.Contains($"\"{row[0].Trim('`')}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_cold_start_of_every_function_is_told_or_why_it_is_not()
    {
        var section = File.ReadLines(Repository.File("docs", "design", "functions.md"))
            .SkipWhile(static line => line != "## Cold starts")
            .TakeWhile(static line => !line.StartsWith("### ", StringComparison.Ordinal))
            .ToArray();
        var measured = DocumentTables.Names(DocumentTables.Rows(section, "| function | requests |")).ToArray();
        var text = string.Join('\n', section);
        var functions = SystemFunctions.All
            .Select(static function => function == SystemFunctions.TrackMood || function == SystemFunctions.TrackCalls
                ? string.Concat(function.Name.Split('-').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]))
                : function.Handler)
            .ToArray();

        Assert.Empty(measured.Except(functions).Select(static name => $"{name} is no function any more: take its row out"));
        Assert.Empty(functions.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).Select(static name =>
            $"say under \"Cold starts\" what a start of {name} takes, or that nobody has measured it"));
    }

    private static IEnumerable<string> Listed(string heading, params string[] page) =>
        DocumentTables.Names(DocumentTables.Rows(File.ReadLines(Repository.File(page)), heading)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Found(Regex pattern, string folder) => SourceFile.Read(Repository.Root, folder)
        .SelectMany(file => pattern.Matches(file.Text).Select(static match => match.Groups["name"].Value))
        .Distinct();

    [GeneratedRegex("""base\(scope, deployment, "(?<name>[a-z-]+)",""")]
    private static partial Regex Stack();

    /// <summary>Names of checks: constants, and first arguments.</summary>
    [GeneratedRegex(
        """(const string (Check|Unread|Samples|Settings) = |[. ](Find|Of)\(\s*)"(?<name>[a-zA-Z]+)"|^\s+"(?<name>[a-z][a-zA-Z]+)",$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Check();
}
