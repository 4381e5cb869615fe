using System.Text.RegularExpressions;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Functions.Tests;

public sealed partial class FunctionsPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.File("docs", "design", "functions.md"));

    [Fact]
    public void The_page_of_functions_has_each_function_of_the_system_once() => Assert.Equal(
        SystemFunctions.All.Select(function => Pascal(function.Name)).Order(StringComparer.Ordinal),
        Named("| function |").Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_of_functions_has_each_variable_that_a_function_reads()
    {
        var read = new[] { "ContactCenter.Functions", "ContactCenter.ConsoleFunction" }
            .SelectMany(static project => Directory.EnumerateFiles(Repository.File("src", project), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Variable().Matches(File.ReadAllText(file)), (_, match) => match.Groups["name"].Value);
        var told = Lines.SelectMany(line => Code().Matches(line), (_, match) => match.Groups["name"].Value);

        Assert.Empty(read.Except(told));
        Assert.Empty(Named("| variable |").Except(read));
    }

    /// <summary>What stands in the first column of the table that begins with a heading.</summary>
    private static IEnumerable<string> Named(string heading) => Lines
        .SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .SelectMany(line => Code().Matches(line.Split('|')[1]), (_, match) => match.Groups["name"].Value);

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex("""(Optional|Required|Address)\("(?<name>[A-Z_]+)"\s*[,)]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex("`(?<name>[A-Za-z_]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
