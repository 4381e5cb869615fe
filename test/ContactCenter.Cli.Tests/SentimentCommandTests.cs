namespace ContactCenter.Cli.Tests;

public sealed class SentimentCommandTests
{
    [Fact]
    public async Task Every_line_gets_its_score_and_the_words_that_decided()
    {
        var (code, output, errors) = await CommandLine.Run("I love it\n\nnot happy\r\nwhere is my parcel", ["sentiment"]);

        var lines = output.Split('\n');
        Assert.Equal((ExitCode.Done, ""), (code, errors));
        Assert.Equal([" +0.612  I love +3.0", "  0.000", " -0.459  not happy -2.0", "  0.000", ""], lines);
    }

    [Fact]
    public async Task Json_is_one_object_a_line()
    {
        using var files = new CommandLine();
        var (_, output, _) = await CommandLine.Run("sentiment", files.File("texts.txt", "thank you \ud83d\ude0d\nI hate it\n"), "--json");

        var lines = CommandLine.Lines(output);
        Assert.Equal([1, -1], lines.Select(line => Math.Sign(line.GetProperty("score").GetDouble())));
        Assert.Equal("I hate", lines[1].GetProperty("words")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Lines_without_end_and_odd_bytes_are_scored_too()
    {
        var (code, output, _) = await CommandLine.Run(
            new string('q', 300_000) + " good\n\0\u0007\ufffd\ud83d \n" + string.Concat(Enumerable.Repeat("great ", 50_000)),
            ["sentiment", "-", "--json"]);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal([0, 0, 1], CommandLine.Lines(output).Select(line => Math.Sign(line.GetProperty("score").GetDouble())));
    }

    [Fact]
    public async Task Missing_file_is_named()
    {
        var (code, _, errors) = await CommandLine.Run("sentiment", "no-such-file.txt");

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("no-such-file.txt", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_has_examples()
    {
        var (_, output, _) = await CommandLine.Run("sentiment", "--help");

        Assert.Contains("contactcenter sentiment samples/reviews.txt", output, StringComparison.Ordinal);
    }
}
