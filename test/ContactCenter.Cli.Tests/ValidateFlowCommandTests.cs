namespace ContactCenter.Cli.Tests;

public sealed class ValidateFlowCommandTests : IDisposable
{
    /// <summary>A flow that Amazon Connect takes.</summary>
    internal const string Right = """
        { "Version": "2019-10-30", "StartAction": "end", "Actions": [
          { "Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} } ] }
        """;

    private readonly CommandLine _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_flow_that_is_right_is_told_so()
    {
        var (code, output, errors) = await CommandLine.Run("validate-flow", _files.File("right.json", Right));

        Assert.Equal((ExitCode.Done, ""), (code, errors));
        Assert.EndsWith("right.json is right.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_problem_says_where_what_and_how_the_service_puts_it()
    {
        var (code, output, _) = await CommandLine.Run(
            "validate-flow", _files.File("wrong.json", Right.Replace("{} }", "{ \"NextAction\": \"end\" } }", StringComparison.Ordinal)));

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains(
            "end: $.Actions[0].Transitions: found NextAction; the flow ends with DisconnectParticipant; expected {}", output,
            StringComparison.Ordinal);
        Assert.Contains(
            "Amazon Connect says: Action does not support transitions. Path: Actions[0].Transitions", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object_for_each_problem_of_all_files()
    {
        var (code, output, _) = await CommandLine.Run(
            "validate-flow", "--json", _files.File("right.json", Right), _files.File("empty.json", "{}"), _files.File("no.json", "no"));

        var lines = CommandLine.Lines(output);
        Assert.Equal(ExitCode.Problems, code);
        Assert.Equal(["$.Version", "$.Actions", "$.StartAction", "$"], lines.Select(line => line.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (code, _, errors) = await CommandLine.Run("validate-flow", "no-such-flow.json");

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("no-such-flow.json: there is no such file", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_the_command_line_is_wrong() =>
        Assert.Equal(ExitCode.Usage, (await CommandLine.Run("validate-flow")).Code);

    [Fact]
    public async Task Nothing_in_a_file_reaches_the_terminal_as_it_stands()
    {
        var hostile = Right.Replace("DisconnectParticipant", $"\\u001b[31m{new string('x', 5000)}", StringComparison.Ordinal);
        var (_, output, _) = await CommandLine.Run("validate-flow", _files.File("hostile.json", hostile));

        Assert.DoesNotContain('\u001b', output);
        Assert.True(output.Length < 3000, $"{output.Length}");
    }
}
