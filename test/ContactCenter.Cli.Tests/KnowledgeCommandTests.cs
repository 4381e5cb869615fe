using ContactCenter.Language.Knowledge;

namespace ContactCenter.Cli.Tests;

public sealed class KnowledgeCommandTests
{
    private const string Article = "---\ntitle: Lost parcel\nquestions:\n  - where is my parcel\n---\nWe search for it.\n";

    [Fact]
    public async Task Articles_that_were_built_are_asked_and_judged()
    {
        using var files = new CommandLine();
        var folder = Path.GetDirectoryName(files.File("lost-parcel.md", Article))!;
        var output = Path.Combine(folder, "base.cck");

        var built = await CommandLine.Run("knowledge", "build", folder, "--out", output);
        var asked = await CommandLine.Run("where is my parcel\nxyzzy\n", ["ask", "-", "--knowledge", output, "--json"]);
        var judged = await CommandLine.Run(
            "knowledge",
            "evaluate",
            files.File("q.csv", "text,label\nmy parcel is lost,lost-parcel\nhello world,none\n"),
            "--knowledge",
            output,
            "--json");

        Assert.Equal(ExitCode.Done, built.Code);
        Assert.StartsWith("1 article, 1 question. ", built.Output, StringComparison.Ordinal);
        Assert.Equal("lost-parcel", CommandLine.Lines(asked.Output)[0].GetProperty("articles")[0].GetString());
        Assert.Equal("unsure", CommandLine.Lines(asked.Output)[1].GetProperty("status").GetString());
        Assert.Equal(
            (1, 1),
            (CommandLine.Lines(judged.Output)[0].GetProperty("firstIsRight").GetInt32(),
                CommandLine.Lines(judged.Output)[0].GetProperty("unanswerable").GetInt32()));
    }

    [Fact]
    public async Task The_built_in_sample_answers()
    {
        var asked = await CommandLine.Run("ask", "how do I block my card");

        Assert.StartsWith("You can block a card at once", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_articles_are_all_told_and_nothing_is_written()
    {
        using var files = new CommandLine();
        var folder = Path.GetDirectoryName(files.File("A.md", Article))!;
        _ = files.File("b.md", "no head");
        var output = Path.Combine(folder, "base.cck");

        var built = await CommandLine.Run("knowledge", "build", folder, "--out", output);

        Assert.Equal(ExitCode.Problems, built.Code);
        Assert.Contains("has no head", built.Errors, StringComparison.Ordinal);
        Assert.Contains("is not 1 to 64 of a-z", built.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(output));
    }

    [Theory]
    [InlineData("ask", "x", "--knowledge", "/nowhere/x.cck")]
    [InlineData("knowledge", "build", "/nowhere/articles", "--out", "/tmp/x.cck")]
    public async Task A_file_that_is_not_there_is_told(params string[] arguments)
    {
        var run = await CommandLine.Run(arguments);

        Assert.Equal(ExitCode.Problems, run.Code);
        Assert.Contains("/nowhere", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_base_is_told()
    {
        using var files = new CommandLine();

        var run = await CommandLine.Run("ask", "x", "--knowledge", files.File("x.cck", "hello"));

        Assert.Contains("no knowledge base", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judged_question_of_an_article_that_is_not_there_is_told()
    {
        using var files = new CommandLine();

        var run = await CommandLine.Run(
            "knowledge", "evaluate", files.File("q.csv", $"text,label\nx,gone\ny,{KnowledgeEvaluation.NoArticle}\n"));

        Assert.Equal(ExitCode.Problems, run.Code);
        Assert.Contains("no article 'gone'", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-0.1")]
    [InlineData("NaN")]
    public async Task A_confidence_that_is_no_share_is_a_usage_error(string minimum)
    {
        Assert.Equal(ExitCode.Usage, (await CommandLine.Run("ask", "x", "--minimum", minimum)).Code);
        Assert.Equal(ExitCode.Usage, (await CommandLine.Run("knowledge", "evaluate", "q.csv", "--minimum", minimum)).Code);
    }
}
