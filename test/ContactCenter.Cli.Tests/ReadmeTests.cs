using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests;

public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_README_shows_what_the_first_command_prints()
    {
        var shown = FirstOutput().Match(await File.ReadAllTextAsync(
            Repository.File("README.md"), TestContext.Current.CancellationToken)).Groups["output"].Value;

        var (code, output, _) = await CommandLine.Run();

        var (start, end) = (Lines(shown.Split('…')[0]), Lines(shown.Split('…')[1]));
        Assert.Equal(0, code);
        Assert.Equal(start, Lines(output).Take(start.Length));
        Assert.Equal(end, Lines(output).TakeLast(end.Length));
    }

    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(static line => line.TrimEnd()).Where(static line => line.Length > 0)];

    [GeneratedRegex("```\\n(?<output>Monday morning.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstOutput();
}
