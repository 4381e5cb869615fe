namespace ContactCenter.Cli.Tests;

/// <summary>Whoever mistypes a command line reads two lines; whoever asks for help a page.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("Usage: contactcenter --help", "fly")]
    [InlineData("Usage: contactcenter simulate --help", "simulate", "--seed", "many")]
    [InlineData("Usage: contactcenter simulate --help", "simulate", "--hours", "many")]
    [InlineData("Usage: contactcenter ask --help", "ask", "--minimum", "much")]
    [InlineData("Usage: contactcenter invoke --help", "invoke")]
    [InlineData("Usage: contactcenter knowledge build --help", "knowledge", "build", "--nonsense", "x")]
    [InlineData("Usage: contactcenter ask --help", "ask", "--nonsense")]
    [InlineData("Usage: contactcenter classify --help", "classify", "packaged", "--nonsense")]
    [InlineData("Usage: contactcenter validate --help", "validate", "--nonsense")]
    [InlineData("Usage: contactcenter report --help", "report", "--scenario", "nonsense")]
    [InlineData("Usage: contactcenter report --help", "report", "--out", "report.pdf")]
    public async Task A_usage_error_is_two_lines(string hint, params string[] arguments)
    {
        var (code, output, errors) = await CommandLine.Run(arguments);

        var lines = errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((2, "", 2, hint), (code, output, lines.Length, lines[^1]));
    }

    [Fact]
    public async Task Behind_two_dashes_a_text_may_begin_with_them() =>
        Assert.Equal(0, (await CommandLine.Run("classify", "packaged", "--", "--my card is gone")).Code);

    [Theory]
    [InlineData("as expected type 'System.Int64'.", "expected a whole number.")]
    [InlineData("as expected type 'System.Nullable`1[System.Double]'.", "expected a number.")]
    [InlineData("as expected type 'System.Nullable`1[System.DateTimeOffset]'.", "expected a time such as 2026-03-02T09:00:00Z.")]
    public void A_value_of_another_type_is_told_in_plain_words(string message, string plain) =>
        Assert.Equal(
            $"Cannot parse argument 'x' for option '--o', {plain}",
            UsageError.Plain($"Cannot parse argument 'x' for option '--o' {message}"));

    [Fact]
    public void A_choice_is_told_in_plain_words() => Assert.Equal(
        "found 'fax', expected slack, teams or sms.",
        UsageError.Plain("Argument 'fax' not recognized. Must be one of:\n\t'slack'\n\t'teams'\n\t'sms'"));

    [Fact]
    public async Task The_help_of_the_program_is_one_page()
    {
        var (code, output, _) = await CommandLine.Run("--help");

        var lines = output.Split(Environment.NewLine);
        Assert.Equal(0, code);
        Assert.InRange(lines.Length, 20, 56);
        Assert.All(lines, static line => Assert.InRange(line.Length, 0, 110));
        Assert.All(Program.Create().Subcommands, command => Assert.Contains($"  {command.Name} ", output, StringComparison.Ordinal));
    }
}
